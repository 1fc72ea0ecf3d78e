import type { EventKind } from '../../../shared/domain/event.ts';
import { guessKind, missingFields, otherKind } from '../../../shared/domain/headings.ts';
import type { ColumnMapping } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { EventRowReader } from './event-row.ts';
import { EventsPlan } from './events-plan.ts';
import { InmatesPlan } from './inmates-plan.ts';
import { mappingFor } from './mapping.ts';
import { openRegister } from './open-register.ts';
import type { ImportPlan, ImportRequest, PlanProgress, RejectedRow } from './plan.ts';
import { cellReader, type RegisterFile } from './register-file.ts';
import { checkLetters, checkShape, RowRejected } from './rejections.ts';
import { StaffPlan } from './staff-plan.ts';
import { noEvents } from './stored-events.ts';
import { VisitRowReader } from './visit-row.ts';
import { VisitsPlan } from './visits-plan.ts';

const rowsPerTell = 2000;

/**
 * Reads the whole register and works out what it would change. Touches nothing, so stopping it leaves nothing behind.
 *
 * @throws SinergiError as `openRegister`, `mapping-incomplete` with the missing `fields`, and `register-kind-differs` when
 * nobody confirmed a mapping for what looks like another register
 */
export async function makePlan(request: ImportRequest, tell: PlanProgress): Promise<ImportPlan> {
  tell('reading', 0);
  const file = await openRegister(request.path, request.kind);
  const proposal = mappingFor(file.header, request.kind, request.remembered);
  const mapping = request.mapping ?? proposal.mapping;
  const missing = missingFields(request.kind, mapping, file.header);
  if (missing.length > 0) {
    const looksLike = guessKind(file.header);
    throw new SinergiError('mapping-incomplete', { fields: missing, ...(looksLike && { looksLike }) });
  }
  // In a visit register an inmate's row holds the visitor's NIK and telephone: nobody may become the other unasked.
  const looksLike = otherKind(request.kind, file.header);
  if (request.mapping === null && !proposal.remembered && looksLike !== null)
    throw new SinergiError('register-kind-differs', { looksLike });
  switch (request.kind) {
    case 'inmates':
      return await planInmates(file, mapping, request, tell);
    case 'staff':
      return await planStaff(file, mapping, request, tell);
    case 'visits':
      return await planVisits(file, mapping, request, tell);
    case 'goods':
    case 'calls':
    case 'finds':
    case 'moves':
      return await planEvents(request.kind, file, mapping, request, tell);
  }
}

/** What a plan of another register leaves alone. */
const untouched = {
  created: [],
  changed: [],
  visits: null,
  corrections: [],
  events: null,
  staff: { created: [], changed: [] },
} as const satisfies Partial<ImportPlan>;

type Take = (cells: readonly string[], row: number) => void;

/** Rows that cannot be read go into the report; the others are the plan's to judge. */
async function takeRows(file: RegisterFile, mapping: ColumnMapping, take: Take, tell: PlanProgress) {
  const columns = Object.values(mapping).map((heading) => file.header.indexOf(heading));
  let rows = 0;
  const rejected: RejectedRow[] = [];
  await file.each((cells, share) => {
    rows += 1;
    try {
      checkShape(cells, file.header.length, file.format);
      checkLetters(cells, columns);
      take(cells, rows);
    } catch (fault) {
      if (!(fault instanceof RowRejected)) throw fault;
      rejected.push(fault.at(rows, [...cells]));
    }
    if (rows % rowsPerTell === 0) tell('reading', share);
  });
  return { rows, rejected };
}

const about = ({ sha256, bytes, encoding, header }: RegisterFile): ImportPlan['file'] => ({
  sha256,
  bytes,
  encoding,
  header,
});

async function planInmates(
  file: RegisterFile,
  mapping: ColumnMapping,
  request: ImportRequest,
  tell: PlanProgress,
): Promise<ImportPlan> {
  const plan = new InmatesPlan(request.people);
  const cell = cellReader(file.header, mapping);
  const done = { created: 0, updated: 0, unchanged: 0 };
  const { rows, rejected } = await takeRows(
    file,
    mapping,
    (cells, row) => {
      done[plan.take(cells, row, cell)] += 1;
    },
    tell,
  );
  const { created, changed } = plan;
  return { ...untouched, file: about(file), mapping, counts: { rows, ...done }, rejected, created, changed };
}

async function planStaff(
  file: RegisterFile,
  mapping: ColumnMapping,
  request: ImportRequest,
  tell: PlanProgress,
): Promise<ImportPlan> {
  const plan = new StaffPlan(request.staff ?? []);
  const cell = cellReader(file.header, mapping);
  const done = { created: 0, updated: 0, unchanged: 0 };
  const take: Take = (cells, row) => {
    done[plan.take(cells, row, cell)] += 1;
  };
  const { rows, rejected } = await takeRows(file, mapping, take, tell);
  const { created, changed } = plan;
  return { ...untouched, file: about(file), mapping, counts: { rows, ...done }, rejected, staff: { created, changed } };
}

async function planVisits(
  file: RegisterFile,
  mapping: ColumnMapping,
  request: ImportRequest,
  tell: PlanProgress,
): Promise<ImportPlan> {
  const plan = new VisitsPlan(request.people, request.visits);
  const reader = new VisitRowReader(cellReader(file.header, mapping), (order) => plan.noteUnread(order));
  const { rows, rejected } = await takeRows(file, mapping, (cells, row) => plan.take(reader.read(cells), row), tell);
  const outcome = plan.finish((share) => tell('matching', share));
  rejected.push(...(await withValues(file, outcome.rejected)));
  const { created, updated, unchanged } = outcome;
  return {
    ...untouched,
    file: about(file),
    mapping,
    counts: { rows, created, updated, unchanged },
    rejected: rejected.sort((a, b) => a.row - b.row),
    created: plan.created,
    changed: plan.changed,
    visits: plan.visits,
    corrections: plan.corrections,
  };
}

async function planEvents(
  kind: EventKind,
  file: RegisterFile,
  mapping: ColumnMapping,
  request: ImportRequest,
  tell: PlanProgress,
): Promise<ImportPlan> {
  const plan = new EventsPlan(kind, request.people, request.events ?? noEvents, request.visits);
  const reader = new EventRowReader(kind, cellReader(file.header, mapping), mapping, (order) => plan.noteUnread(order));
  const { rows, rejected } = await takeRows(file, mapping, (cells, row) => plan.take(reader.read(cells), row), tell);
  const outcome = plan.finish((share) => tell('matching', share));
  rejected.push(...(await withValues(file, outcome.rejected)));
  const { created, updated, unchanged } = outcome;
  return {
    ...untouched,
    file: about(file),
    mapping,
    counts: { rows, created, updated, unchanged },
    rejected: rejected.sort((a, b) => a.row - b.row),
    created: plan.created,
    changed: plan.changed,
    events: plan.events,
  };
}

/** Rows rejected only when all were read are read again for the report; keeping the cells of all would cost memory. */
async function withValues(file: RegisterFile, faults: ReadonlyMap<number, RowRejected>): Promise<RejectedRow[]> {
  if (faults.size === 0) return [];
  const rejected: RejectedRow[] = [];
  let row = 0;
  await file.each((cells) => {
    row += 1;
    const fault = faults.get(row);
    if (fault !== undefined) rejected.push(fault.at(row, [...cells]));
  });
  return rejected;
}
