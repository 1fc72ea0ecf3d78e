import Papa from 'papaparse';
import type { Output, Progress } from '../../../shared/contract.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { guessKind } from '../../../shared/domain/headings.ts';
import type { ColumnMapping, ImportResult, RegisterKind } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import { applyPlan } from './apply-plan.ts';
import { mappingFor } from './make-plan.ts';
import { openRegister } from './open-register.ts';
import type { ImportRequest, KnownPerson, KnownVisit } from './plan.ts';
import { type PlanRun, runPlanWorker } from './plan-worker.ts';
import { visitContent, visitKey } from './visits-plan.ts';

export interface Importing {
  inspect(path: string, kind: RegisterKind | null): Promise<Inspection>;
  /** @throws SinergiError `busy` while another import runs, `cancelled`, and as `makePlan` */
  run(path: string, kind: RegisterKind, mapping: ColumnMapping | null): Promise<ImportResult>;
  cancel(): void;
  list(): Output<'importing.list'>;
  rejected(importId: string): Output<'importing.rejected'>;
  /** Rejected rows as they stood in the register, with row, field and reason before them; safe to open in a spreadsheet. */
  rejectedCsv(importId: string): string;
}

export interface ImportingOptions {
  vault(): VaultPort;
  readonly workers: { path(name: string): string };
  emit(progress: Progress): void;
}

export function createImporting({ vault: current, workers, emit }: ImportingOptions): Importing {
  let running: PlanRun | 'starting' | null = null;

  return {
    async inspect(path, kind) {
      const vault = current();
      const file = await openRegister(path);
      const guessed = kind ?? guessKind(file.header);
      const proposal = guessed === null ? null : mappingFor(file.header, guessed, rememberedMappings(vault, guessed));
      return {
        kind: guessed,
        format: file.format,
        encoding: file.encoding,
        delimiter: file.delimiter,
        titleRows: [...file.titleRows],
        header: [...file.header],
        sample: file.sample.map((cells) => file.header.map((_, column) => cells[column] ?? '')),
        mapping: proposal?.mapping ?? {},
        remembered: proposal?.remembered ?? false,
      };
    },
    async run(path, kind, mapping) {
      if (running !== null) throw new SinergiError('busy');
      running = 'starting';
      const started = Date.now();
      const tell = (step: Progress['step'], share: number): void => {
        const seconds = (Date.now() - started) / 1000;
        const secondsLeft = share > 0.02 ? Math.round((seconds / share) * (1 - share)) : null;
        emit({ task: 'import', step, done: share, total: 1, secondsLeft });
      };
      try {
        const vault = current();
        const request: ImportRequest = {
          path,
          kind,
          mapping,
          remembered: rememberedMappings(vault, kind),
          people: knownPeople(vault),
          visits: kind === 'visits' ? await knownVisits(vault) : [],
        };
        running = runPlanWorker(workers.path('import'), request, tell);
        const plan = await running.plan;
        tell('saving', 1);
        return await applyPlan(vault, kind, path, plan);
      } finally {
        running = null;
      }
    },
    cancel() {
      if (running !== null && running !== 'starting') running.cancel();
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

function rememberedMappings(vault: VaultPort, kind: RegisterKind): ImportRequest['remembered'] {
  return [...living(vault, 'mappings')].filter((mapping) => mapping.kind === kind);
}

function knownPeople(vault: VaultPort): KnownPerson[] {
  return [...living(vault, 'people')].map(
    ({ id, version, name, aliases, birthDate, nationalIds, phones, addresses, roles, notes }) => ({
      id,
      version,
      fields: {
        name,
        aliases,
        ...(birthDate === undefined ? {} : { birthDate }),
        nationalIds,
        phones,
        addresses,
        roles,
        notes,
      },
    }),
  );
}

const visitsPerTurn = 20_000;

/** In turns, so that the window stays alive over a million of them. */
async function knownVisits(vault: VaultPort): Promise<KnownVisit[]> {
  const known: KnownVisit[] = [];
  for (const { id, date, time, queueNumber, visitorId, inmateId, relation, asWritten } of vault.visits.all()) {
    known.push({
      id,
      key: visitKey(date, time, queueNumber, inmateId, asWritten.visitorName),
      content: visitContent(relation, asWritten),
      visitorId,
      inmateId,
      relation,
    });
    if (known.length % visitsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return known;
}
