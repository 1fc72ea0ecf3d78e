import type { VisitFacts } from '../../../shared/analysis/registers.ts';
import type { VisitCorrection } from '../../../shared/domain/visit.ts';
import type { TextColumn } from '../../vault/port.ts';
import type { KnownVisits } from '../importing/stored-visits.ts';
import { dayNumber, minuteOfDay } from '../importing/visit-numbers.ts';
import { TextPool } from '../importing/row-table.ts';

const nothingCorrected: ReadonlyMap<number, VisitCorrection['set']> = new Map();

/** One flat table of all visits, as they hold now. */
export function visitFacts({ batches, corrections, joined }: KnownVisits): VisitFacts {
  const length = batches.reduce((sum, batch) => sum + batch.length, 0);
  const ints = (): Int32Array => new Int32Array(length);
  const [date, visitor, inmate, relation, queueNumber] = [ints(), ints(), ints(), ints(), ints()];
  const [nationalId, importOf, sourceRow] = [ints(), ints(), ints()];
  const time = new Int16Array(length);
  const pools = {
    people: new TextPool(),
    relations: new TextPool(),
    queueNumbers: new TextPool(),
    nationalIds: new TextPool(),
    imports: new TextPool(),
  };
  const person = (id: string): number => pools.people.number(joined.get(id) ?? id);
  const sets = new Map<string, Map<number, VisitCorrection['set']>>();
  for (const { visitId, set } of corrections) {
    const colon = visitId.lastIndexOf(':');
    const rows = sets.get(visitId.slice(0, colon)) ?? new Map<number, VisitCorrection['set']>();
    sets.set(visitId.slice(0, colon), rows.set(Number(visitId.slice(colon + 1)), set));
  }
  let start = 0;
  for (const batch of batches) {
    const put = ({ distinct, index }: TextColumn, into: Int32Array, number: (text: string) => number): void => {
      const numbers = Int32Array.from(distinct, number);
      for (let row = 0; row < batch.length; row += 1) into[start + row] = numbers[index[row] ?? 0] ?? 0;
    };
    const { texts } = batch;
    date.set(batch.date, start);
    time.set(batch.time, start);
    sourceRow.set(batch.sourceRow, start);
    importOf.fill(pools.imports.number(batch.importId), start, start + batch.length);
    put(texts.visitorId, visitor, person);
    put(texts.inmateId, inmate, person);
    put(texts.relation, relation, (text) => pools.relations.number(text));
    put(texts.queueNumber, queueNumber, (text) => pools.queueNumbers.number(text));
    put(texts.nationalId, nationalId, (text) => pools.nationalIds.number(text));
    const corrected = sets.get(batch.importId) ?? nothingCorrected;
    const end = corrected.size === 0 ? start : start + batch.length;
    for (let row = start; row < end; row += 1) {
      const set = corrected.get(sourceRow[row] ?? 0);
      if (set === undefined) continue;
      if (set.date !== undefined) date[row] = dayNumber(set.date);
      if (set.time !== undefined) time[row] = minuteOfDay(set.time);
      if (set.visitorId !== undefined) visitor[row] = person(set.visitorId);
      if (set.inmateId !== undefined) inmate[row] = person(set.inmateId);
      if (set.relation !== undefined) relation[row] = pools.relations.number(set.relation);
      if (set.queueNumber !== undefined) queueNumber[row] = pools.queueNumbers.number(set.queueNumber);
      if (set.asWritten !== undefined) nationalId[row] = pools.nationalIds.number(set.asWritten.nationalId);
    }
    start += batch.length;
  }
  return {
    length,
    date,
    time,
    visitor,
    inmate,
    relation,
    queueNumber,
    nationalId,
    importOf,
    sourceRow,
    people: pools.people.all(),
    relations: pools.relations.all(),
    queueNumbers: pools.queueNumbers.all(),
    nationalIds: pools.nationalIds.all(),
    imports: pools.imports.all(),
  };
}
