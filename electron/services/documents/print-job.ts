import { z } from 'zod';
import { caseDocumentSchema, documentPasswordSchema, exportLineSchema } from '../../../shared/domain/case-document.ts';
import { pictureFormatSchema } from '../../../shared/contract/documents.ts';
import { writeCasePicture } from './case-picture.ts';
import { reportDocumentSchema } from '../../../shared/domain/report-document.ts';
import { writeCaseFile, type WrittenPdf } from './case-file-pdf/write-case-file.ts';
import { situationSchema } from '../../../shared/domain/mitigation/situation.ts';
import { skillsSheetSchema, writeSkillsSheet } from './skills-sheets.ts';
import { writeSituation } from './situation-report.ts';
import { exchangeRegisterSchema, writeExchangeRegister } from './exchange-register.ts';
import { commitmentsReportSchema, writeCommitmentsReport } from './coordination/commitments-report.ts';
import { meetingMinutesSchema, writeMeetingMinutes } from './coordination/meeting-minutes.ts';
import { operationPlanSchema, writeOperationPlan } from './coordination/operation-plan.ts';
import { handOverSchema, writeHandOver } from './hand-over.ts';
import { holdingsReportSchema, writeHoldings } from './holdings-report.ts';
import { writeReport } from './report-pdf/write-report.ts';
import { sealSheetSchema, writeSealSheet } from './seal-sheet.ts';
import { recoverySheetSchema, writeRecoverySheet } from './recovery-sheet.ts';

const bytes = z.instanceof(Uint8Array);
const fonts = z.strictObject({ regular: bytes, italic: bytes, semibold: bytes, bold: bytes });

/** What the PDF worker is given. */
export const printJobSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('case'),
    content: caseDocumentSchema,
    exportLine: exportLineSchema,
    fonts,
    password: documentPasswordSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('picture'),
    format: pictureFormatSchema,
    content: caseDocumentSchema,
    exportLine: exportLineSchema,
    fonts,
    /** The module that makes a PNG; empty for other formats. */
    rasterizer: bytes,
  }),
  z.strictObject({ kind: z.literal('report'), content: reportDocumentSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({ kind: z.literal('hand-over'), content: handOverSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({
    kind: z.literal('exchange-register'),
    content: exchangeRegisterSchema,
    exportLine: exportLineSchema,
    fonts,
  }),
  z.strictObject({ kind: z.literal('situation'), content: situationSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({ kind: z.literal('skills'), content: skillsSheetSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({ kind: z.literal('meeting'), content: meetingMinutesSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({ kind: z.literal('operation'), content: operationPlanSchema, exportLine: exportLineSchema, fonts }),
  z.strictObject({
    kind: z.literal('commitments'),
    content: commitmentsReportSchema,
    exportLine: exportLineSchema,
    fonts,
  }),
  z.strictObject({ kind: z.literal('seal'), content: sealSheetSchema, fonts }),
  z.strictObject({ kind: z.literal('recovery'), content: recoverySheetSchema, fonts }),
  z.strictObject({ kind: z.literal('holdings'), content: holdingsReportSchema, fonts }),
]);
export type PrintJob = z.infer<typeof printJobSchema>;

/** What it says: how far it is, then the bytes or what went wrong. */
export type PrintAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Writes one document; the same in a worker and without one. */
export function print(job: PrintJob, report: (done: number, total: number) => void): Promise<WrittenPdf> {
  switch (job.kind) {
    case 'case':
      return writeCaseFile(job.content, job.exportLine, job.fonts, report, job.password);
    case 'picture':
      return writeCasePicture(job.format, job.content, job.exportLine, job.fonts, job.rasterizer);
    case 'report':
      return writeReport(job.content, job.exportLine, job.fonts);
    case 'hand-over':
      return writeHandOver(job.content, job.exportLine, job.fonts);
    case 'exchange-register':
      return writeExchangeRegister(job.content, job.exportLine, job.fonts);
    case 'situation':
      return writeSituation(job.content, job.exportLine, job.fonts);
    case 'skills':
      return writeSkillsSheet(job.content, job.exportLine, job.fonts);
    case 'meeting':
      return writeMeetingMinutes(job.content, job.exportLine, job.fonts);
    case 'operation':
      return writeOperationPlan(job.content, job.exportLine, job.fonts);
    case 'commitments':
      return writeCommitmentsReport(job.content, job.exportLine, job.fonts);
    case 'seal':
      return writeSealSheet(job.content, job.fonts);
    case 'recovery':
      return writeRecoverySheet(job.content, job.fonts);
    case 'holdings':
      return writeHoldings(job.content, job.fonts);
  }
}
