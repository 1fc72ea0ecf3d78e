import type { Language } from '../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import type { AuditNote, VaultPort } from '../../vault/port.ts';
import type { ReleaseAct } from '../approvals/approvals.ts';
import type { FontBytes } from './pdf/font-file.ts';
import type { PrintJob } from './print-job.ts';

/** A copy that leaves the vault. */
export interface Copy {
  readonly language: Language;
  /** Empty when the copy is for nobody in particular. */
  readonly recipient: string;
  /** 1 to 999. */
  readonly copyNumber: number;
  readonly path: string;
}

/** How one kind of document is released. */
export interface Released<C> {
  readonly verb: 'cases.export' | 'reports.print' | 'coordination.read';
  readonly gather: (vault: VaultPort) => C | Promise<C>;
  /** What takes a second officer from some marking on; null for what never does. */
  readonly act: (content: C) => ReleaseAct | null;
  readonly job: (content: C, exportLine: ExportLine, fonts: FontBytes) => PrintJob;
  readonly note: Omit<AuditNote, 'reason'>;
  /** What was chosen of it, for the audit trail. */
  readonly choice?: object;
}

export interface Exported {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 of the written file, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the data it was made from, as every page states it, hexadecimal. */
  readonly dataSha256: string;
}

/** Gathers, has it approved where that takes two, draws, notes, writes: the one way by which a document leaves. */
export type Release = <C extends object>(copy: Copy, released: Released<C>) => Promise<Exported>;
