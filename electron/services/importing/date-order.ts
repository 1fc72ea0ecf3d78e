import type { dayOrder } from '../../../shared/domain/indonesian-date.ts';
import { RowRejected } from './rejections.ts';
import { GrowingInts } from './row-table.ts';

/** Fewer dates that can only be month first are slips of the hand. */
const leastEvidence = 3;

/**
 * Notices a register whose program wrote dates in the American order: then `02/03/2026` may be either day, and nothing
 * but the days after the twelfth would show it.
 */
export class DateOrder {
  #dayFirst = 0;
  #monthFirst = 0;
  readonly #either = new GrowingInts();

  note(order: ReturnType<typeof dayOrder>, sourceRow: number): void {
    if (order === 'day-first') this.#dayFirst += 1;
    else if (order === 'month-first') this.#monthFirst += 1;
    else if (order === 'either') this.#either.push(sourceRow);
  }

  /** By row of the register. */
  doubtful(): Map<number, RowRejected> {
    if (this.#monthFirst < leastEvidence || this.#monthFirst <= this.#dayFirst) return new Map();
    const rows = [...this.#either.values()];
    return new Map(rows.map((row) => [row, new RowRejected('date', 'date-ambiguous')]));
  }
}
