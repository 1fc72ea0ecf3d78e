import { requireReal } from '../training/mark.ts';
import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Output, Progress } from '../../../shared/contract.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { eventKindSchema } from '../../../shared/domain/event.ts';
import type { ColumnMapping, ImportResult, RegisterKind } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { fileDeskVisits } from '../desk/filing.ts';
import { knownVisits } from '../analysis/analysis-input.ts';
import { find, living } from '../records.ts';
import { applyPlan } from './apply-plan.ts';
import { type ImportRunner, runImportInWorker } from './import-worker.ts';
import type { RememberedMapping } from './mapping.ts';
import type { KnownPerson, KnownStaff } from './plan.ts';
import { importProgress } from './progress.ts';
import type { KnownEvents } from './stored-events.ts';
import { noVisits } from './stored-visits.ts';

export interface Importing {
  inspect(path: string, kind: RegisterKind | null): Promise<Inspection>;
  /** @throws SinergiError `busy` while another import runs, `cancelled`, `training-mixed`, and as `makePlan` */
  run(path: string, kind: RegisterKind, mapping: ColumnMapping | null): Promise<ImportResult>;
  cancel(): void;
  list(): Output<'importing.list'>;
  rejected(importId: string): Output<'importing.rejected'>;
  /** Rejected rows as they stood in the register, with row, field and reason before them; safe to open in a spreadsheet. */
  rejectedCsv(importId: string): string;
}

type ImportVault = VaultPort & Partial<Pick<GuardedVault, 'beyondNeedToKnow'>>;

export interface ImportingOptions {
  vault(verb: 'imports.read' | 'imports.run'): ImportVault;
  readonly workers: { path(name: string): string };
  emit(progress: Progress): void;
  /** Where the work is done; a worker thread when nothing else is said. */
  readonly runner?: ImportRunner;
}

export function createImporting(options: ImportingOptions): Importing {
  const current = (verb: 'imports.read' | 'imports.run' = 'imports.read'): ImportVault => options.vault(verb);
  const runner = options.runner ?? runImportInWorker(() => options.workers.path('import'));
  let running: AbortController | null = null;

  return {
    async inspect(path, kind) {
      return await runner.inspect({ path, kind, remembered: rememberedMappings(current('imports.run')) });
    },
    async run(path, kind, mapping) {
      if (running !== null) throw new SinergiError('busy');
      const { signal } = (running = new AbortController());
      const tell = importProgress(kind, (progress) => options.emit(progress));
      try {
        const vault = current('imports.run');
        if (vault.readOnly) throw new SinergiError('vault-read-only');
        requireReal(vault);
        if (kind === 'visits') await fileDeskVisits(vault, null);
        const plan = await runner.plan(
          {
            path,
            kind,
            mapping,
            remembered: rememberedMappings(vault),
            people: await knownPeople(vault),
            visits: kind === 'visits' || kind === 'goods' ? knownVisits(vault) : noVisits,
            events: knownEvents(vault, kind),
            staff: kind === 'staff' ? knownStaff(vault) : [],
          },
          tell,
          signal,
        );
        if (signal.aborted) throw new SinergiError('cancelled');
        tell('saving', 1);
        return await applyPlan(vault, kind, path, plan);
      } finally {
        running = null;
      }
    },
    cancel() {
      running?.abort();
    },
    list() {
      const vault = current();
      return [...living(vault, 'imports')]
        .map(({ id, kind, fileName, createdAt, createdBy, rows, created, updated, unchanged, rejected }) => ({
          id,
          kind,
          fileName,
          at: createdAt,
          byName: vault.officerName(createdBy),
          rows,
          created,
          updated,
          unchanged,
          rejected: rejected.length,
        }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    rejected(importId) {
      const { header, rejected } = find(current(), 'imports', importId);
      return { header, rows: rejected };
    },
    rejectedCsv(importId) {
      const { header, rejected } = find(current(), 'imports', importId);
      const rows = rejected.map(({ row, field, code, message, values }) => [row, field, code, message, ...values]);
      const fields = ['row', 'field', 'code', 'reason', ...header];
      return `\uFEFF${Papa.unparse({ fields, data: rows }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
    },
  };
}

const rememberedMappings = (vault: VaultPort): RememberedMapping[] =>
  [...living(vault, 'mappings')].map(({ kind, header, columns }) => ({ kind, header, columns }));

const knownEvents = (vault: VaultPort, kind: RegisterKind): KnownEvents | undefined => {
  const { data: events } = eventKindSchema.safeParse(kind);
  return events === undefined ? undefined : { batches: [...vault.events.batches(events)] };
};

/** All of the roster, also for an importer who may not see it: a row that is there must not come twice. */
const knownStaff = (vault: ImportVault): KnownStaff[] =>
  [...living({ document: vault.beyondNeedToKnow ?? vault.document }, 'staff')].map(
    ({ id, version, name, employeeNumber, position, unit, nationalId, phones, address }) => ({
      id,
      version,
      fields: { name, employeeNumber, position, unit, nationalId, phones, address },
    }),
  );

const peoplePerTurn = 10_000;

/** In turns, so that the window stays alive over many of them. */
async function knownPeople(vault: VaultPort): Promise<KnownPerson[]> {
  const known: KnownPerson[] = [];
  for (const person of living(vault, 'people')) {
    const { id, version, name, aliases, birthDate, nationalIds, phones, addresses, roles, notes } = person;
    const born = birthDate === undefined ? {} : { birthDate };
    known.push({ id, version, fields: { name, aliases, ...born, nationalIds, phones, addresses, roles, notes } });
    if (known.length % peoplePerTurn === 0) await setImmediate();
  }
  return known;
}
