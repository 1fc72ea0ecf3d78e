import type { Id } from '../../../shared/domain/basics.ts';
import type { VisitCorrection } from '../../../shared/domain/visit.ts';
import type { StoredText } from '../format/text-column.ts';
import { dayOfMoment, momentOf } from './moment.ts';
import { PersonNumbers } from './person-numbers.ts';
import type { VisitBlock } from '../format/segment.ts';

export type Corrections = ReadonlyMap<string, ReadonlyMap<number, VisitCorrection['set']>>;

/** Corrections by import and source row; of several for one visit the later one wins, field by field. */
export function correctionsByRow(corrections: Iterable<VisitCorrection>): Corrections {
  const byImport = new Map<string, Map<number, VisitCorrection['set']>>();
  const inOrder = [...corrections].sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
  for (const { visitId, set } of inOrder) {
    const colon = visitId.lastIndexOf(':');
    const importId = visitId.slice(0, colon);
    const row = Number(visitId.slice(colon + 1));
    const rows = byImport.get(importId) ?? new Map<number, VisitCorrection['set']>();
    byImport.set(importId, rows.set(row, { ...rows.get(row), ...set }));
  }
  return byImport;
}

/** Positions of each person's visits, one behind the other: compressed sparse rows. */
interface Postings {
  readonly starts: Int32Array;
  readonly positions: Int32Array;
}

/**
 * Rows of all blocks in the order of their moments. A row's number counts through the blocks as they were added; a
 * position counts through the sorted order. A million visits take about 16 MB and less than half a second.
 */
export class VisitIndex {
  readonly #order: Int32Array;
  readonly #people: PersonNumbers;
  readonly #byVisitor: Postings;
  readonly #byInmate: Postings;

  constructor(order: Int32Array, people: PersonNumbers, byVisitor: Postings, byInmate: Postings) {
    this.#order = order;
    this.#people = people;
    this.#byVisitor = byVisitor;
    this.#byInmate = byInmate;
  }

  /** The row at a position, or `undefined` beyond the last. */
  rowAt(position: number): number | undefined {
    return this.#order[position];
  }

  ofVisitor(personId: Id): readonly number[] {
    return this.#of(this.#byVisitor, personId);
  }

  ofInmate(personId: Id): readonly number[] {
    return this.#of(this.#byInmate, personId);
  }

  #of({ starts, positions }: Postings, personId: Id): readonly number[] {
    const number = this.#people.find(personId);
    return number === undefined ? [] : [...positions.subarray(starts[number], starts[number + 1])];
  }
}

/**
 * Makes an index step by step; others may have a turn wherever it yields.
 *
 * @param joined whose visits show under whom
 */
export function* visitIndexSteps(
  blocks: readonly VisitBlock[],
  corrections: Corrections,
  joined: ReadonlyMap<Id, Id>,
): Generator<void, VisitIndex> {
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  const people = new PersonNumbers();
  const keys = new Float64Array(total);
  const visitors = new Int32Array(total);
  const inmates = new Int32Array(total);
  let start = 0;
  for (const block of blocks) {
    const { date, time, length } = block;
    for (let row = 0; row < length; row += 1)
      keys[start + row] = sortKey(momentOf(date[row] ?? 0, time[row] ?? -1), start + row);
    yield;
    numberColumn(block.texts.visitorId, people, visitors, start);
    yield;
    numberColumn(block.texts.inmateId, people, inmates, start);
    const corrected = corrections.get(block.importId);
    if (corrected !== undefined)
      for (let row = 0; row < length; row += 1) {
        const set = corrected.get(block.sourceRow[row] ?? 0);
        if (set === undefined) continue;
        const day = set.date === undefined ? (date[row] ?? 0) : daysOf(set.date);
        const minutes = set.time === undefined ? (time[row] ?? -1) : minutesOf(set.time);
        keys[start + row] = sortKey(momentOf(day, minutes), start + row);
        if (set.visitorId !== undefined) visitors[start + row] = people.numberOf(set.visitorId);
        if (set.inmateId !== undefined) inmates[start + row] = people.numberOf(set.inmateId);
      }
    start += length;
    yield;
  }
  for (const column of [visitors, inmates]) {
    putTogether(column, people, joined);
    yield;
  }
  const order = yield* orderSteps(keys);
  const byVisitor = yield* postingSteps(order, visitors, people.size);
  const byInmate = yield* postingSteps(order, inmates, people.size);
  return new VisitIndex(order, people, byVisitor, byInmate);
}

const rowsAtOnce = 1 << 16;

/** Rows by moment: thrown into days first, then each day sorted by itself, so that no sorting takes long. */
function* orderSteps(keys: Float64Array): Generator<void, Int32Array> {
  const counts = new Map<number, number>();
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    for (const key of keys.subarray(from, from + rowsAtOnce)) counts.set(dayOf(key), (counts.get(dayOf(key)) ?? 0) + 1);
    yield;
  }
  const next = new Map<number, number>();
  let end = 0;
  for (const day of [...counts.keys()].sort((a, b) => a - b)) {
    next.set(day, end);
    end += counts.get(day) ?? 0;
  }
  const sorted = new Float64Array(keys.length);
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    for (const key of keys.subarray(from, from + rowsAtOnce)) {
      const place = next.get(dayOf(key)) ?? 0;
      sorted[place] = key;
      next.set(dayOf(key), place + 1);
    }
    yield;
  }
  const order = new Int32Array(keys.length);
  let begin = 0;
  for (const until of next.values()) {
    const day = sorted.subarray(begin, until).sort();
    for (let place = 0; place < day.length; place += 1) order[begin + place] = rowOf(day[place] ?? 0);
    begin = until;
    yield;
  }
  return order;
}

/** Moment and row in one number, exact up to 2^53: sorting numbers natively is what makes this fast. */
const rowLimit = 2 ** 26;
const sortKey = (moment: number, row: number): number => moment * rowLimit + row;
const rowOf = (key: number): number => ((key % rowLimit) + rowLimit) % rowLimit;
const dayOf = (key: number): number => dayOfMoment(Math.floor(key / rowLimit));

const daysOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

export function minutesOf(time: string | null): number {
  return time === null ? -1 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function numberColumn(column: StoredText, people: PersonNumbers, into: Int32Array, start: number): void {
  const { uuids } = column;
  const numbers =
    uuids === undefined ? Int32Array.from(column.distinct, (id) => people.numberOf(id)) : people.numbersOf(uuids);
  const { index } = column;
  for (let row = 0; row < index.length; row += 1) into[start + row] = numbers[index[row] ?? 0] ?? 0;
}

/** Whoever turned out to be somebody else goes by that one's number. */
function putTogether(column: Int32Array, people: PersonNumbers, joined: ReadonlyMap<Id, Id>): void {
  if (joined.size === 0) return;
  const numbers = new Map<number, number>();
  for (const [absorbed, kept] of joined) {
    const number = people.find(absorbed);
    if (number !== undefined) numbers.set(number, people.numberOf(kept));
  }
  for (let row = 0; row < column.length; row += 1) {
    const number = column[row] ?? 0;
    column[row] = numbers.get(number) ?? number;
  }
}

/** Counts, adds up, fills in: positions come out ascending because the order is walked from its start. */
function* postingSteps(order: Int32Array, personOf: Int32Array, people: number): Generator<void, Postings> {
  const starts = new Int32Array(people + 1);
  for (const person of personOf) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let person = 0; person < people; person += 1)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  yield;
  const next = starts.slice();
  const positions = new Int32Array(order.length);
  for (let from = 0; from < order.length; from += rowsAtOnce) {
    const until = Math.min(from + rowsAtOnce, order.length);
    for (let position = from; position < until; position += 1) {
      const person = personOf[order[position] ?? 0] ?? 0;
      const place = next[person] ?? 0;
      positions[place] = position;
      next[person] = place + 1;
    }
    yield;
  }
  return { starts, positions };
}
