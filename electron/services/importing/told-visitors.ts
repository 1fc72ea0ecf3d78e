import { GrowingInts, TextPool } from './row-table.ts';
import type { VisitRows, WrittenColumn } from './visit-rows.ts';

const told = ['visitorName', 'nationalId', 'phone', 'address', 'relation'] as const satisfies readonly WrittenColumn[];
const none = -1;

/** Rows that say the same of a visitor, to the same inmate, mean the same one: who that is, once it was found out. */
export class ToldVisitors {
  readonly #rows: VisitRows;
  readonly #people = new TextPool();
  /** One entry for each way of telling; the heads of chains are found by hash, a power of two of them. */
  #heads = new Int32Array(1024).fill(none);
  readonly #next = new GrowingInts();
  readonly #row = new GrowingInts();
  readonly #inmate = new GrowingInts();
  readonly #visitor = new GrowingInts();

  constructor(rows: VisitRows) {
    this.#rows = rows;
  }

  /** @param inmate, as everywhere here, an identifier or the reference of a new person */
  find(row: number, inmate: string): string | undefined {
    const number = this.#people.number(inmate);
    let entry = this.#heads[this.#slot(row, number)] ?? none;
    while (entry !== none && !this.#tells(entry, row, number)) entry = this.#next.at(entry);
    return entry === none ? undefined : this.#people.text(this.#visitor.at(entry));
  }

  add(row: number, inmate: string, visitor: string): void {
    if (this.#row.length >= this.#heads.length) this.#grow();
    this.#row.push(row);
    this.#inmate.push(this.#people.number(inmate));
    this.#visitor.push(this.#people.number(visitor));
    this.#next.push(this.#link(this.#row.length - 1));
  }

  #tells(entry: number, row: number, inmate: number): boolean {
    const earlier = this.#row.at(entry);
    return (
      this.#inmate.at(entry) === inmate &&
      told.every((column) => this.#rows.text(earlier, column) === this.#rows.text(row, column))
    );
  }

  #slot(row: number, inmate: number): number {
    let hash = inmate;
    for (const column of told) {
      hash = Math.imul(hash ^ this.#rows.text(row, column), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0) & (this.#heads.length - 1);
  }

  /** @returns the entry that was the head before */
  #link(entry: number): number {
    const slot = this.#slot(this.#row.at(entry), this.#inmate.at(entry));
    const before = this.#heads[slot] ?? none;
    this.#heads[slot] = entry;
    return before;
  }

  #grow(): void {
    const count = this.#next.length;
    this.#heads = new Int32Array(this.#heads.length * 4).fill(none);
    this.#next.shorten(count);
    for (let entry = 0; entry < count; entry += 1) this.#next.push(this.#link(entry));
  }
}
