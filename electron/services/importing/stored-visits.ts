import type { Id } from '../../../shared/domain/basics.ts';
import type { Visit, VisitCorrection } from '../../../shared/domain/visit.ts';
import type { TextColumn, VisitBatch } from '../../vault/port.ts';
import { dayNumber, minuteOfDay } from './visit-numbers.ts';
import { GrowingInts, TextPool } from './row-table.ts';
import { type TextPools, VisitRows, type WrittenColumn, writtenColumns } from './visit-rows.ts';

/** Visits the vault holds, as plain data that can be handed to a thread. */
export interface KnownVisits {
  readonly batches: readonly VisitBatch[];
  readonly corrections: readonly Pick<VisitCorrection, 'visitId' | 'set'>[];
  /** Somebody who turned out to be somebody else → that one. */
  readonly joined: ReadonlyMap<Id, Id>;
  /** Imports that hold what was entered at the counter. */
  readonly desk: readonly Id[];
}

export const noVisits: KnownVisits = { batches: [], corrections: [], joined: new Map(), desk: [] };

/** The vault's visits as they were stored, followed by the corrected form of those that have one. */
export class StoredVisits {
  readonly rows: VisitRows;
  readonly #pools: TextPools;
  readonly #joined: ReadonlyMap<Id, Id>;
  readonly #desk: ReadonlySet<Id>;
  readonly #ids = new TextPool();
  readonly #importOf = new GrowingInts();
  readonly #visitorOf = new GrowingInts();
  readonly #inmateOf = new GrowingInts();
  /** Corrected form → the visit it corrects, and the other way round. */
  readonly #original = new Map<number, number>();
  readonly #corrected = new Map<number, number>();
  /** How many of `rows` are visits; corrected forms come after them. */
  readonly count: number;

  constructor({ batches, corrections, joined, desk }: KnownVisits, pools: TextPools) {
    this.#joined = joined;
    this.#desk = new Set(desk);
    this.#pools = pools;
    this.rows = new VisitRows(pools);
    for (const batch of batches) this.#addBatch(batch);
    this.count = this.rows.length;
    if (corrections.length > 0) this.#addCorrections(corrections);
  }

  /** The visit that a row of the table stands for. */
  visit(row: number): number {
    return this.#original.get(row) ?? row;
  }

  /** The row that says what holds now of a visit. */
  current(visit: number): number {
    return this.#corrected.get(visit) ?? visit;
  }

  /** Whether it was entered at the counter, by the clock there and without a number in the queue. */
  isFromDesk(visit: number): boolean {
    return this.#desk.has(this.importId(visit));
  }

  id(visit: number): string {
    return `${this.importId(visit)}:${this.rows.sourceRow.at(visit)}`;
  }

  importId(visit: number): Id {
    return this.#ids.text(this.#importOf.at(visit));
  }

  /** Who the visitor is now, however the visit was stored. */
  visitor(visit: number): Id {
    const id = this.visitorId(visit);
    return this.#joined.get(id) ?? id;
  }

  inmate(visit: number): Id {
    const id = this.inmateId(visit);
    return this.#joined.get(id) ?? id;
  }

  /** As stored: what a join lays over it can be taken apart again. */
  visitorId(visit: number): Id {
    return this.#ids.text(this.#visitorOf.at(this.current(visit)));
  }

  inmateId(visit: number): Id {
    return this.#ids.text(this.#inmateOf.at(this.current(visit)));
  }

  #addBatch({ importId, length, date, time, sourceRow, texts }: VisitBatch): void {
    const pooled = ({ distinct, index }: TextColumn, pool: TextPool): Int32Array => {
      const numbers = Int32Array.from(distinct, (text) => pool.number(text));
      return index.map((text) => numbers[text] ?? 0);
    };
    const importNumber = this.#ids.number(importId);
    const columns = writtenColumns.map((column) => pooled(texts[column], this.#pools[column]));
    const visitor = pooled(texts.visitorId, this.#ids);
    const inmate = pooled(texts.inmateId, this.#ids);
    const written: number[] = [];
    for (let row = 0; row < length; row += 1) {
      columns.forEach((column, place) => {
        written[place] = column[row] ?? 0;
      });
      this.rows.add(date[row] ?? 0, time[row] ?? -1, written, sourceRow[row] ?? 0);
      this.#importOf.push(importNumber);
      this.#visitorOf.push(visitor[row] ?? 0);
      this.#inmateOf.push(inmate[row] ?? 0);
    }
  }

  #addCorrections(corrections: KnownVisits['corrections']): void {
    const sets = new Map(corrections.map(({ visitId, set }) => [visitId, set]));
    for (let visit = 0; visit < this.count; visit += 1) {
      const set = sets.get(this.id(visit));
      if (set !== undefined) this.#addCorrected(visit, set);
    }
  }

  #addCorrected(visit: number, set: VisitCorrection['set']): void {
    const texts = writtenColumns.map((column) => {
      const corrected = correctedText(set, column);
      return corrected === undefined ? this.rows.text(visit, column) : this.#pools[column].number(corrected);
    });
    const date = set.date === undefined ? this.rows.date(visit) : dayNumber(set.date);
    const time = set.time === undefined ? this.rows.time(visit) : minuteOfDay(set.time);
    const row = this.rows.add(date, time, texts, this.rows.sourceRow.at(visit));
    this.#importOf.push(this.#importOf.at(visit));
    this.#visitorOf.push(set.visitorId === undefined ? this.#visitorOf.at(visit) : this.#ids.number(set.visitorId));
    this.#inmateOf.push(set.inmateId === undefined ? this.#inmateOf.at(visit) : this.#ids.number(set.inmateId));
    this.#original.set(row, visit);
    this.#corrected.set(visit, row);
  }
}

function correctedText(set: VisitCorrection['set'], column: WrittenColumn): string | undefined {
  if (column === 'queueNumber' || column === 'relation') return set[column];
  const written: Visit['asWritten'] | undefined = set.asWritten;
  return written?.[column];
}
