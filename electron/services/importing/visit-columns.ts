import type { TextColumn } from '../../vault/port.ts';
import type { PlannedVisits } from './plan.ts';
import { GrowingInts, pooledColumn, TextPool } from './row-table.ts';
import type { TextPools, VisitRows, WrittenColumn } from './visit-rows.ts';

/** The new visits of an import, column by column, as the vault takes them. */
export class VisitColumns {
  readonly #rows: VisitRows;
  readonly #pools: TextPools;
  readonly #people = new TextPool();
  readonly #taken = new GrowingInts();
  readonly #visitors = new GrowingInts();
  readonly #inmates = new GrowingInts();

  constructor(rows: VisitRows, pools: TextPools) {
    this.#rows = rows;
    this.#pools = pools;
  }

  /** @param visitor, inmate identifiers, or references of new people */
  add(row: number, visitor: string, inmate: string): void {
    this.#taken.push(row);
    this.#visitors.push(this.#people.number(visitor));
    this.#inmates.push(this.#people.number(inmate));
  }

  /** Null when nothing was added. */
  finish(): PlannedVisits | null {
    const taken = this.#taken.values();
    if (taken.length === 0) return null;
    const text = (name: WrittenColumn): TextColumn =>
      pooledColumn(
        taken.map((row) => this.#rows.text(row, name)),
        this.#pools[name],
      );
    return {
      length: taken.length,
      date: taken.map((row) => this.#rows.date(row)),
      time: Int16Array.from(taken, (row) => this.#rows.time(row)),
      sourceRow: taken.map((row) => this.#rows.sourceRow.at(row)),
      texts: {
        visitorId: pooledColumn(this.#visitors.values(), this.#people),
        inmateId: pooledColumn(this.#inmates.values(), this.#people),
        queueNumber: text('queueNumber'),
        relation: text('relation'),
        visitorName: text('visitorName'),
        nationalId: text('nationalId'),
        phone: text('phone'),
        address: text('address'),
        inmateName: text('inmateName'),
        registrationNumber: text('registrationNumber'),
        cell: text('cell'),
      },
    };
  }
}
