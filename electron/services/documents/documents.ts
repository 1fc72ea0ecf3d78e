import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { caseCsv, type CaseTable } from '../../../shared/analysis/case-tables.ts';
import { type LintHint, lintSources } from '../../../shared/analysis/source-lint.ts';
import type { Progress } from '../../../shared/contract.ts';
import type { Id, Language } from '../../../shared/domain/basics.ts';
import type { CaseFileVerdict, PictureFormat } from '../../../shared/contract/documents.ts';
import type { Approval, ReleasedCopy } from '../../../shared/domain/approval.ts';
import type { Sanitisation } from '../../../shared/domain/sanitisation.ts';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import type { ReportForm } from '../../../shared/domain/report-document.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Approvals, ReleaseAct } from '../approvals/approvals.ts';
import { find } from '../records.ts';
import { settingsOf } from '../settings.ts';
import { dataHash } from './canonical-json.ts';
import type { HandOverFields } from '../../../shared/contract/evidence.ts';
import { withPhotos } from './subject-photos.ts';
import { type CoordinationPrints, createCoordinationPrints } from './coordination/prints.ts';
import { gatherExhibits } from './exhibits.ts';
import type { HandOver } from './hand-over.ts';
import { type CaseChoice, gatherCase } from './case-document.ts';
import { lintFactsOf } from './case-secrets.ts';
import { gatherReport } from './report-document.ts';
import { rasterizerName } from './pdf/font-file.ts';
import { readFonts, readPart } from './pdf/program-files.ts';
import { type Printer, workerPrinter } from './printer.ts';
import { sealPdf } from './pdf-seal.ts';
import { noteRelease } from './note-release.ts';
import { saveFile } from './save-file.ts';
import { isTraining } from '../training/mark.ts';
import type { Copy, Exported, Release } from './release.ts';
import { createSheets, type Sheets } from './sheets.ts';
import { verifyCaseFile } from './verify-case-file.ts';

export interface ExportRequest extends Copy, CaseChoice {
  readonly caseId: Id;
  /** Encrypts the PDF; kept nowhere. */
  readonly password?: string | undefined;
}

export interface ReportRequest extends Copy {
  readonly reportId: Id;
  readonly form: ReportForm;
  /** Without anything that tells where the information comes from. */
  readonly sanitised: boolean;
}

export interface PictureRequest {
  readonly caseId: Id;
  readonly viewId: Id | null;
  readonly language: Language;
}

export interface Documents extends Sheets, CoordinationPrints {
  /**
   * Writes a case file as PDF and notes in the audit trail what left the vault, for whom, before the file is in place.
   *
   * @throws SinergiError `not-found`, `approval-required`, `approval-forged`, `busy`, `cancelled`, `export-failed`,
   * `permission-denied`, `disk-full`, `folder-not-found`, `disk-failed`.
   */
  exportCase(request: ExportRequest): Promise<Exported>;
  /** What in such a copy could reveal a source. @throws SinergiError as `exportCase` when it could not be made */
  lintCase(request: CaseChoice & { readonly caseId: Id }): readonly LintHint[];
  /** Whether a file left this vault as it is. @throws SinergiError as `verifyCaseFile` */
  verifyCase(path: string): Promise<CaseFileVerdict>;
  /** The same for an intelligence report. */
  exportReport(request: ReportRequest): Promise<Exported>;
  /** The same of a record of exhibits handed over. */
  exportHandOver(request: HandOverFields & { readonly path: string }): Promise<Exported>;
  /** The same of what a case file is made from: all of it as JSON, or one table as CSV. */
  exportData(
    request: CaseChoice & { readonly caseId: Id; readonly path: string; readonly table: CaseTable | null },
  ): Promise<Pick<Exported, 'bytes' | 'sha256' | 'dataSha256'>>;
  /** The same of the chart alone, as a picture or as pages. */
  exportChart(request: PictureRequest & { readonly format: PictureFormat; readonly path: string }): Promise<Exported>;
  /** A PNG of the chart for the clipboard; noted and approved like a copy on disk. */
  copyChart(request: PictureRequest): Promise<Uint8Array>;
  /** Stops the document being written, if there is one. */
  cancel(): void;
}

export interface DocumentsOptions {
  vault(
    verb:
      | 'cases.export'
      | 'cases.read'
      | 'reports.print'
      | 'vault.keys'
      | 'people.read'
      | 'audit.read'
      | 'exchange.read'
      | 'mitigation.read'
      | 'skills.read'
      | 'coordination.read',
  ): VaultPort;
  /** Where the bundled workers lie; the fonts lie in `fonts` beside them. */
  readonly workers: { path(name: string): string };
  emit(progress: Progress): void;
  /** Who decides whether a copy takes a second officer; without it none does. */
  readonly approvals?: Pick<Approvals, 'forRelease' | 'use'>;
  /** Instead of the worker and the bundled fonts, for tests. */
  readonly printer?: Printer;
  readonly fontsFolder?: string;
  readonly rasterizerFile?: string;
  now?(): Date;
}

const copyOf = (sanitise: Sanitisation | null | undefined, otherwise: ReleasedCopy): ReleasedCopy =>
  sanitise === null || sanitise === undefined ? otherwise : `sanitised-${sanitise}`;

export function createDocuments(options: DocumentsOptions): Documents {
  const workerPath = options.workers.path('pdf');
  const printer = options.printer ?? workerPrinter(workerPath);
  const fontsFolder = options.fontsFolder ?? join(dirname(workerPath), 'fonts');
  const rasterizerFile = options.rasterizerFile ?? join(fontsFolder, rasterizerName);
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

  /** Who takes the copy out, with whose approval. */
  function releaseOf(
    vault: VaultPort,
    act: ReleaseAct | null,
    content: object,
    copy: Pick<Copy, 'language' | 'recipient' | 'copyNumber'>,
  ): { readonly approval: Approval | null; readonly exportLine: ExportLine } {
    const released = act === null ? undefined : options.approvals?.forRelease(vault, act);
    const approval = released?.approval ?? null;
    const approver = approval?.decision?.by;
    const exportLine: ExportLine = {
      language: copy.language,
      officer: vault.actor.name,
      at: now(),
      copyNumber: copy.copyNumber,
      recipient: copy.recipient.trim(),
      dataSha256: dataHash(content),
      ...(isTraining(vault) ? { training: true as const } : {}),
      ...(released?.needed === true ? { approvedBy: approver === undefined ? null : vault.officerName(approver) } : {}),
    };
    return { approval, exportLine };
  }

  /** Draws the chart of a case and notes that it leaves the vault, before anybody has it. */
  const picture = (
    { caseId, viewId, language }: PictureRequest,
    format: PictureFormat,
    action: 'case.export-chart' | 'case.copy-chart',
  ) =>
    alone(async (print) => {
      const vault = options.vault('cases.export');
      tell('drawing', 0, null);
      const content = await withPhotos(vault, gatherCase(vault, caseId, { viewId }));
      const act = { kind: 'release-case', caseId, marking: content.case.marking, copy: 'chart' } as const;
      const { approval, exportLine } = releaseOf(vault, act, content, { language, recipient: '', copyNumber: 1 });
      const fonts = await readFonts(fontsFolder);
      const rasterizer = format === 'png' ? await readPart(rasterizerFile) : new Uint8Array();
      const job = { kind: 'picture' as const, format, content, exportLine, fonts, rasterizer };
      const { bytes, pages } = await print(job, () => undefined);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { dataSha256 } = exportLine;
      await noteRelease(vault, {
        action,
        entity: 'cases',
        entityId: caseId,
        reason: JSON.stringify({
          format,
          sha256,
          dataSha256,
          language,
          ...(viewId === null ? {} : { viewId }),
          ...(approval === null ? {} : { approval: approval.id }),
        }),
      });
      await options.approvals?.use(approval);
      return { bytes, pages, sha256, dataSha256 };
    });

  const release: Release = (copy, { verb, gather, act, job, note, choice }) => {
    const { language, copyNumber, path } = copy;
    return alone(async (print) => {
      const vault = options.vault(verb);
      tell('reading', 0, null);
      const content = await gather(vault);
      const { approval, exportLine } = releaseOf(vault, act(content), content, copy);
      const fonts = await readFonts(fontsFolder);
      const printed = await print(job(content, exportLine, fonts), (done, total) => tell('drawing', done, total));
      const { pages } = printed;
      const bytes = verb === 'cases.export' ? sealPdf(printed.bytes, vault) : printed.bytes;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      tell('writing', 0, bytes.length);
      await noteRelease(vault, {
        ...note,
        reason: JSON.stringify({
          sha256,
          dataSha256: exportLine.dataSha256,
          recipient: exportLine.recipient,
          copyNumber,
          language,
          ...choice,
          ...(approval === null ? {} : { approval: approval.id }),
        }),
      });
      await options.approvals?.use(approval);
      await saveFile(path, bytes);
      tell('writing', bytes.length, bytes.length);
      return { path, pages, bytes: bytes.length, sha256, dataSha256: exportLine.dataSha256 };
    });
  };

  return {
    async exportChart({ format, path, ...request }) {
      const { bytes, ...drawn } = await picture(request, format, 'case.export-chart');
      await saveFile(path, bytes);
      return { ...drawn, path, bytes: bytes.length };
    },
    exportData: ({ caseId, path, table, ...choice }) =>
      alone(async () => {
        const vault = options.vault('cases.export');
        const content = await withPhotos(vault, gatherCase(vault, caseId, choice));
        const copy = copyOf(choice.sanitise, 'data');
        const act = { kind: 'release-case', caseId, marking: content.case.marking, copy } as const;
        const { approval, exportLine } = releaseOf(vault, act, content, {
          language: 'id',
          recipient: '',
          copyNumber: 1,
        });
        const text = table === null ? `${JSON.stringify(content, null, 2)}\n` : caseCsv(content, table);
        const bytes = Buffer.from(text, 'utf8');
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const { dataSha256 } = exportLine;
        await noteRelease(vault, {
          action: 'case.export-data',
          entity: 'cases',
          entityId: caseId,
          reason: JSON.stringify({
            format: table === null ? 'json' : 'csv',
            table: table ?? undefined,
            sha256,
            dataSha256,
            ...choice,
            ...(approval === null ? {} : { approval: approval.id }),
          }),
        });
        await options.approvals?.use(approval);
        await saveFile(path, bytes);
        return { bytes: bytes.length, sha256, dataSha256 };
      }),
    copyChart: async (request) => (await picture(request, 'png', 'case.copy-chart')).bytes,
    exportCase: ({ caseId, viewId, subjectId, sections, sanitise, password, ...copy }) =>
      release(copy, {
        verb: 'cases.export',
        gather: (vault) => withPhotos(vault, gatherCase(vault, caseId, { viewId, subjectId, sections, sanitise })),
        act: ({ case: { marking } }) => ({ kind: 'release-case', caseId, marking, copy: copyOf(sanitise, 'full') }),
        job: (content, exportLine, fonts) => ({
          kind: 'case',
          content,
          exportLine,
          fonts,
          ...(password === undefined ? {} : { password }),
        }),
        note: { action: 'case.export', entity: 'cases', entityId: caseId },
        choice: { sections, sanitise, viewId: viewId ?? undefined, subjectId },
      }),
    lintCase({ caseId, ...choice }) {
      const vault = options.vault('cases.export');
      const content = gatherCase(vault, caseId, choice);
      return lintSources(content, lintFactsOf(vault, find(vault, 'cases', caseId), content));
    },
    verifyCase: (path) => verifyCaseFile(options.vault('cases.read'), path),
    exportReport: ({ reportId, form, sanitised, ...copy }) =>
      release(copy, {
        verb: 'reports.print',
        gather: (vault) => gatherReport(vault, reportId, form, sanitised),
        act: ({ marking }) => ({ kind: 'release-report', reportId, marking, copy: sanitised ? 'sanitised' : 'full' }),
        job: (content, exportLine, fonts) => ({ kind: 'report', content, exportLine, fonts }),
        note: { action: 'report.print', entity: 'reports', entityId: reportId },
      }),

    ...createCoordinationPrints(release, () => prisonDay(new Date(now()))),
    exportHandOver: ({ caseId, exhibitIds, from, to, place, reason, at, witness, language, path }) =>
      release(
        { language, recipient: to, copyNumber: 1, path },
        {
          verb: 'cases.export',
          gather: (vault): HandOver => {
            const file = find(vault, 'cases', caseId);
            const exhibits = gatherExhibits(vault, caseId).filter(({ id }) => exhibitIds.includes(id));
            if (exhibits.length !== new Set(exhibitIds).size) throw new SinergiError('not-found');
            const { number: caseNumber, title: caseTitle, marking } = file;
            const agency = settingsOf(vault).agencyName;
            return { agency, caseNumber, caseTitle, marking, at, from, to, place, reason, witness, exhibits };
          },
          act: ({ marking }) => ({ kind: 'release-case', caseId, marking, copy: 'hand-over' }),
          job: (content, exportLine, fonts) => ({ kind: 'hand-over', content, exportLine, fonts }),
          note: { action: 'evidence.hand-over', entity: 'cases', entityId: caseId },
        },
      ),

    ...createSheets({ alone, fonts: () => readFonts(fontsFolder), now, tell, vault: (verb) => options.vault(verb) }),

    cancel() {
      if (writing !== undefined) writing.cancelled = true;
      printer.cancel();
    },
  };
}
