import type { CaseDocument, ExportLine } from '../../../shared/domain/case-document.ts';
import { writeCaseFile, type WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { type RecoverySheetContent, writeRecoverySheet } from './recovery-sheet.ts';

/** What the PDF worker is given. */
export type PrintJob =
  | {
      readonly kind: 'case';
      readonly content: CaseDocument;
      readonly exportLine: ExportLine;
      readonly fonts: FontBytes;
    }
  | { readonly kind: 'recovery'; readonly content: RecoverySheetContent; readonly fonts: FontBytes };

/** What it says: how far it is, then the bytes or what went wrong. */
export type PrintAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Writes one document; the same in a worker and without one. */
export function print(job: PrintJob, report: (done: number, total: number) => void): Promise<WrittenPdf> {
  return job.kind === 'case'
    ? writeCaseFile(job.content, job.exportLine, job.fonts, report)
    : writeRecoverySheet(job.content, job.fonts);
}
