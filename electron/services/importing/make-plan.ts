import { guessKind, missingFields, proposeMapping } from '../../../shared/domain/headings.ts';
import type { ColumnMapping, RegisterKind } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { InmatesPlan } from './inmates-plan.ts';
import { openRegister } from './open-register.ts';
import type { ImportPlan, ImportRequest, PlanProgress, RejectedRow } from './plan.ts';
import { cellReader, type RegisterFile } from './register-file.ts';
import { checkShape, RowRejected } from './rejections.ts';
import { VisitsPlan } from './visits-plan.ts';

const rowsPerTell = 2000;

/** The mapping an officer confirmed for this very header, else what the headings say. */
export function mappingFor(
  header: readonly string[],
  kind: RegisterKind,
  remembered: ImportRequest['remembered'],
): { readonly mapping: ColumnMapping; readonly remembered: boolean } {
  const before = remembered.find((each) => each.header.join('\u0000') === header.join('\u0000'));
  if (before !== undefined) return { mapping: before.columns, remembered: true };
  return { mapping: proposeMapping(kind, header), remembered: false };
}

/**
 * Reads the whole register and works out what it would change. Touches nothing, so stopping it leaves nothing behind.
 *
 * @throws SinergiError as `openRegister`, and `mapping-incomplete` with the missing `fields`
 */
export async function makePlan(request: ImportRequest, tell: PlanProgress): Promise<ImportPlan> {
  tell('reading', 0);
  const file = await openRegister(request.path);
  const mapping = request.mapping ?? mappingFor(file.header, request.kind, request.remembered).mapping;
  const missing = missingFields(request.kind, mapping, file.header);
  if (missing.length > 0) {
    const looksLike = guessKind(file.header);
    throw new SinergiError('mapping-incomplete', { fields: missing, ...(looksLike && { looksLike }) });
  }
  return request.kind === 'inmates'
    ? await planInmates(file, mapping, request, tell)
    : await planVisits(file, mapping, request, tell);
}

type Take = (cells: readonly string[], row: number) => 'created' | 'updated' | 'unchanged';

async function takeRows(file: RegisterFile, take: Take, tell: PlanProgress) {
  const counts = { rows: 0, created: 0, updated: 0, unchanged: 0 };
  const rejected: RejectedRow[] = [];
  await file.each((cells, share) => {
    counts.rows += 1;
    const row = counts.rows;
    try {
      checkShape(cells, file.header.length);
      counts[take(cells, row)] += 1;
    } catch (fault) {
      if (!(fault instanceof RowRejected)) throw fault;
      rejected.push(fault.at(row, [...cells]));
    }
    if (row % rowsPerTell === 0) tell('matching', share);
  });
  return { counts, rejected };
}

const about = ({ sha256, bytes, encoding, header }: RegisterFile): ImportPlan['file'] => ({
  sha256,
  bytes,
  encoding,
  header,
});

async function planInmates(file: RegisterFile, mapping: ColumnMapping, request: ImportRequest, tell: PlanProgress) {
  const plan = new InmatesPlan(request.people);
  const cell = cellReader(file.header, mapping);
  const { counts, rejected } = await takeRows(file, (cells, row) => plan.take(cells, row, cell), tell);
  const { created, changed } = plan;
  return { file: about(file), mapping, counts, rejected, created, changed, visits: null, corrections: [] };
}

async function planVisits(file: RegisterFile, mapping: ColumnMapping, request: ImportRequest, tell: PlanProgress) {
  const plan = new VisitsPlan(request.people, request.visits);
  const cell = cellReader(file.header, mapping);
  const { counts, rejected } = await takeRows(file, (cells, row) => plan.take(cells, row, cell), tell);
  const { created, changed, corrections } = plan;
  return { file: about(file), mapping, counts, rejected, created, changed, visits: plan.columns.finish(), corrections };
}
