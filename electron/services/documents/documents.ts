import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Progress } from '../../../shared/contract.ts';
import type { Id, Language } from '../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { AuditNote, VaultPort } from '../../vault/port.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { dataHash } from './canonical-json.ts';
import { gatherCase } from './case-document.ts';
import { type FontBytes, fontFiles } from './pdf/font-file.ts';
import { shareFacts } from './recovery-piece.ts';
import { type Printer, workerPrinter } from './printer.ts';
import { saveFile } from './save-file.ts';

export interface ExportRequest {
  readonly caseId: Id;
  readonly language: Language;
  /** Empty when the copy is for nobody in particular. */
  readonly recipient: string;
  /** 1 to 999. */
  readonly copyNumber: number;
  readonly path: string;
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

export interface Documents {
  /**
   * Writes a case file as PDF and notes in the audit trail what left the vault, for whom, before the file is in place.
   *
   * @throws SinergiError `not-found`, `approval-required`, `approval-forged`, `busy`, `cancelled`, `export-failed`,
   * `permission-denied`, `disk-full`, `folder-not-found`, `disk-failed`.
   */
  exportCase(request: ExportRequest): Promise<Exported>;
  /** Writes the one-page sheet with the recovery key or one of its shares; same failures. */
  recoverySheet(request: { piece: string; language: Language; path: string }): Promise<void>;
  /** Stops the document being written, if there is one. */
  cancel(): void;
}

export interface DocumentsOptions {
  vault(verb: 'cases.export' | 'vault.keys'): VaultPort;
  /** Where the bundled workers lie; the fonts lie in `fonts` beside them. */
  readonly workers: { path(name: string): string };
  emit(progress: Progress): void;
  /** Who decides whether a copy takes a second officer; without it none does. */
  readonly approvals?: Pick<Approvals, 'forRelease' | 'use'>;
  /** Instead of the worker and the bundled fonts, for tests. */
  readonly printer?: Printer;
  readonly fontsFolder?: string;
  now?(): Date;
}

/** So much of a vault's identifier stands on paper; the same digits are in every share. */
const markDigits = 6;

export function createDocuments(options: DocumentsOptions): Documents {
  const workerPath = options.workers.path('pdf');
  const printer = options.printer ?? workerPrinter(workerPath);
  const fontsFolder = options.fontsFolder ?? join(dirname(workerPath), 'fonts');
  const now = () => (options.now?.() ?? new Date()).toISOString();
  const tell = (step: Progress['step'], done: number, total: number | null) =>
    options.emit({ task: 'export', step, done, total, secondsLeft: null });

  let writing: { cancelled: boolean } | undefined;

  /** One document at a time: the first who asks has it from here on, not only once its drawing begins. */
  async function alone<T>(work: (print: Printer['print']) => Promise<T>): Promise<T> {
    if (writing !== undefined) throw new SinergiError('busy');
    const mine = { cancelled: false };
    writing = mine;
    try {
      return await work((job, report) => {
        if (mine.cancelled) throw new SinergiError('cancelled');
        return printer.print(job, report);
      });
    } finally {
      writing = undefined;
    }
  }

  return {
    exportCase: ({ caseId, language, recipient, copyNumber, path }) =>
      alone(async (print) => {
        const vault = options.vault('cases.export');
        tell('reading', 0, null);
        const content = gatherCase(vault, caseId);
        const { marking } = content.case;
        const release = options.approvals?.forRelease(vault, { kind: 'release-case', caseId, marking });
        const approval = release?.approval ?? null;
        const approver = approval?.decision?.by;
        const exportLine: ExportLine = {
          language,
          officer: vault.actor.name,
          at: now(),
          copyNumber,
          recipient: recipient.trim(),
          dataSha256: dataHash(content),
          ...(release?.needed === true
            ? { approvedBy: approver === undefined ? null : vault.officerName(approver) }
            : {}),
        };
        const fonts = await readFonts(fontsFolder);
        const { bytes, pages } = await print({ kind: 'case', content, exportLine, fonts }, (done, total) =>
          tell('drawing', done, total),
        );
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        tell('writing', 0, bytes.length);
        await noteRelease(vault, {
          action: 'case.export',
          entity: 'cases',
          entityId: caseId,
          reason: JSON.stringify({
            sha256,
            dataSha256: exportLine.dataSha256,
            recipient: exportLine.recipient,
            copyNumber,
            language,
            ...(approval === null ? {} : { approval: approval.id }),
          }),
        });
        await options.approvals?.use(approval);
        await saveFile(path, bytes);
        tell('writing', bytes.length, bytes.length);
        return { path, pages, bytes: bytes.length, sha256, dataSha256: exportLine.dataSha256 };
      }),

    recoverySheet: ({ piece, language, path }) =>
      alone(async (print) => {
        const vault = options.vault('vault.keys');
        const settings = Object.values(vault.document.settings)[0];
        const content = {
          language,
          piece,
          share: shareFacts(piece),
          vaultName: basename(vault.folder),
          vaultMark: vault.vaultId.slice(-markDigits).toUpperCase(),
          agency: settings?.agencyName ?? defaultSettings.agencyName,
          officer: vault.actor.name,
          at: now(),
        };
        const fonts = await readFonts(fontsFolder);
        const { bytes } = await print({ kind: 'recovery', content, fonts }, () => undefined);
        await noteRelease(vault, { action: 'vault.recovery-sheet', entity: 'vault', entityId: vault.vaultId });
        await saveFile(path, bytes);
      }),

    cancel() {
      if (writing !== undefined) writing.cancelled = true;
      printer.cancel();
    },
  };
}

/**
 * Before the file is there: a copy without a trace is worse than a trace without a copy, and a vault locked in the
 * meantime refuses. A damaged vault takes no note, yet its cases must be saved from it.
 */
async function noteRelease(vault: VaultPort, note: AuditNote): Promise<void> {
  if (!vault.readOnly) await vault.note(note);
}

async function readFonts(folder: string): Promise<FontBytes> {
  const read = async (name: keyof typeof fontFiles) => new Uint8Array(await readFile(join(folder, fontFiles[name])));
  try {
    const [regular, italic, semibold, bold] = await Promise.all([
      read('regular'),
      read('italic'),
      read('semibold'),
      read('bold'),
    ]);
    return { regular, italic, semibold, bold };
  } catch (cause) {
    throw new SinergiError('export-failed', undefined, { cause });
  }
}
