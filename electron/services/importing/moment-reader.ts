import { dayOrder, parseDay } from '../../../shared/domain/indonesian-date.ts';
import { parseTime } from '../../../shared/domain/time-of-day.ts';
import { RowRejected } from './rejections.ts';
import { isNothing } from './text-meaning.ts';
import { dayNumber, minuteOfDay } from './visit-numbers.ts';

export type Cell = (cells: readonly string[], field: string) => string;

/** When something happened, as a row says it. */
export interface Moment {
  /** Days since 1970-01-01. */
  readonly date: number;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: number;
  /** Which of the date's numbers is the day; null for dates that cannot be misread. */
  readonly order: ReturnType<typeof dayOrder>;
}

const timeInDate = /[T\s](\d{1,2}[:.]\d{2})/;
/** A spreadsheet's day number with its time: `46083.375`. */
const fractionInDate = /^\d{5}([.,]\d{3,})$/;

/** Reads days and times, once for each way of writing them. */
export class MomentReader {
  readonly #cell: Cell;
  readonly #unread: (order: Moment['order']) => void;
  readonly #days = new Map<string, number | null>();
  readonly #times = new Map<string, number | null>();

  /** @param unread is told of dates that are no day, read day first */
  constructor(cell: Cell, unread: (order: Moment['order']) => void) {
    this.#cell = cell;
    this.#unread = unread;
  }

  /** @throws RowRejected */
  read(cells: readonly string[]): Moment {
    const writtenDate = this.#cell(cells, 'date');
    if (isNothing(writtenDate)) throw new RowRejected('date', 'date-missing');
    const date = remembered(this.#days, writtenDate, dayOf);
    const order = dayOrder(writtenDate);
    if (date === null) {
      this.#unread(order);
      throw new RowRejected('date', 'date-unreadable', `«${writtenDate}»`);
    }
    const given = this.#cell(cells, 'time');
    const writtenTime = isNothing(given) ? timeOfDate(writtenDate) : given;
    const time = writtenTime === '' ? -1 : remembered(this.#times, writtenTime, timeOf);
    if (time === null) throw new RowRejected('time', 'time-unreadable', `«${writtenTime}»`);
    return { date, time, order };
  }
}

function timeOfDate(written: string): string {
  const fraction = fractionInDate.exec(written)?.[1];
  return fraction === undefined ? (timeInDate.exec(written)?.[1] ?? '') : `0${fraction}`;
}

function dayOf(written: string): number | null {
  const day = parseDay(written);
  return day === null ? null : dayNumber(day);
}

function timeOf(written: string): number | null {
  const time = parseTime(written);
  return time === null ? null : minuteOfDay(time);
}

/** A hostile file could write every day in a way of its own. */
const mostRemembered = 100_000;

export function remembered<T>(known: Map<string, T>, written: string, read: (written: string) => T): T {
  const before = known.get(written);
  if (before !== undefined) return before;
  const value = read(written);
  if (known.size < mostRemembered) known.set(written, value);
  return value;
}
