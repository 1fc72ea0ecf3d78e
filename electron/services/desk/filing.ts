import { createHash } from 'node:crypto';
import type { DeskVisit } from '../../../shared/domain/desk-visit.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { TextColumn, Transaction, VaultPort, VisitTextColumn } from '../../vault/port.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { dayNumber, minuteOfDay } from '../importing/visit-numbers.ts';
import { living } from '../records.ts';

/** Visits let in at the counter that do not stand in the register yet. */
function unfiled(vault: VaultPort, before: string | null): ReadonlyMap<string, readonly DeskVisit[]> {
  const days = new Map<string, DeskVisit[]>();
  for (const visit of living(vault, 'deskVisits')) {
    if (visit.outcome !== 'admitted' || visit.filed !== undefined) continue;
    if (before !== null && visit.day >= before) continue;
    days.set(visit.day, [...(days.get(visit.day) ?? []), visit]);
  }
  return days;
}

/**
 * Puts what was entered at the counter into the register of visits, a day at a time, so that everything that reads visits
 * finds it. All or nothing.
 *
 * @param before only days before this one; null for all
 * @returns how many visits there were
 */
export async function fileDeskVisits(vault: VaultPort, before: string | null): Promise<number> {
  const days = unfiled(vault, before);
  if (days.size === 0 || vault.readOnly) return 0;
  return await vault.transact({ action: 'visit.file', entity: 'imports' }, (transaction) => {
    let count = 0;
    for (const [day, visits] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
      fileDay(
        transaction,
        day,
        [...visits].sort((a, b) => (moment(a) < moment(b) ? -1 : 1)),
      );
      count += visits.length;
    }
    return count;
  });
}

const moment = ({ timeIn, id }: DeskVisit): string => `${timeIn} ${id}`;

function fileDay(transaction: Transaction, day: string, visits: readonly DeskVisit[]): void {
  const content = canonicalJson(
    visits.map(({ id, timeIn, visitorId, inmateId, relation, asWritten }) => ({
      id,
      timeIn,
      visitorId,
      inmateId,
      relation,
      asWritten,
    })),
  );
  const { id: importId } = transaction.create('imports', {
    kind: 'visits',
    fileName: `loket-${day}`,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: Buffer.byteLength(content),
    encoding: 'utf-8',
    mapping: {},
    rows: visits.length,
    created: visits.length,
    updated: 0,
    unchanged: 0,
    rejected: [],
    header: [],
    desk: true,
  });
  transaction.addVisits({
    importId,
    length: visits.length,
    date: new Int32Array(visits.length).fill(dayNumber(day)),
    time: Int16Array.from(visits, ({ timeIn }) => minuteOfDay(timeIn)),
    sourceRow: Int32Array.from(visits, (_, place) => place + 1),
    texts: columnsOf(visits),
  });
  for (const [place, { id, version }] of visits.entries())
    transaction.change('deskVisits', id, version, { filed: `${importId}:${place + 1}` });
}

function columnsOf(visits: readonly DeskVisit[]): Readonly<Record<VisitTextColumn, TextColumn>> {
  const column = (read: (visit: DeskVisit) => string): TextColumn => {
    const numbers = new Map<string, number>();
    const index = Int32Array.from(visits, (visit) => {
      const text = read(visit);
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    });
    return { distinct: [...numbers.keys()], index };
  };
  const written = (name: Exclude<VisitTextColumn, 'visitorId' | 'inmateId' | 'queueNumber' | 'relation'>): TextColumn =>
    column(({ asWritten }) => asWritten[name]);
  return {
    visitorId: column(({ visitorId }) => visitorId),
    inmateId: column(({ inmateId }) => inmateId),
    queueNumber: column(() => ''),
    relation: column(({ relation }) => relation),
    visitorName: written('visitorName'),
    nationalId: written('nationalId'),
    phone: written('phone'),
    address: written('address'),
    inmateName: written('inmateName'),
    registrationNumber: written('registrationNumber'),
    cell: written('cell'),
  };
}

/** The visits an import of the counter holds, so that the prison's own register is not taken for others. */
export const deskImports = (vault: Pick<VaultPort, 'document'>): readonly Id[] =>
  [...living(vault, 'imports')].flatMap(({ id, desk }) => (desk === true ? [id] : []));
