import { parseDay } from '../../../shared/domain/indonesian-date.ts';
import { parseTime } from '../../../shared/domain/time-of-day.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { dayNumber, minuteOfDay } from './visit-numbers.ts';
import { writtenColumns } from './visit-rows.ts';

/** A row of a visit register, read: what is written in it is kept letter by letter. */
export interface VisitRow {
  /** Days since 1970-01-01. */
  readonly date: number;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: number;
  /** In the order of `writtenColumns`. */
  readonly texts: readonly string[];
}

type Cell = (cells: readonly string[], field: string) => string;

const someName = /[\p{Letter}\p{Number}]/u;
const timeInDate = /[T\s](\d{1,2}[:.]\d{2})/;
/** Registers write a dash, or dashes, for nothing. */
export const isNothing = (written: string): boolean => /^[-–.\s]*$/.test(written);

/** Reads rows of a visit register; days and times are read once for each way of writing them. */
export class VisitRowReader {
  readonly #cell: Cell;
  readonly #days = new Map<string, number | null>();
  readonly #times = new Map<string, number | null>();

  constructor(cell: Cell) {
    this.#cell = cell;
  }

  /** @throws RowRejected */
  read(cells: readonly string[]): VisitRow {
    const texts = writtenColumns.map((column) => this.#cell(cells, column));
    const writtenDate = this.#cell(cells, 'date');
    if (isNothing(writtenDate)) throw new RowRejected('date', 'date-missing');
    const date = remembered(this.#days, writtenDate, dayOf);
    if (date === null) throw new RowRejected('date', 'date-unreadable', `«${writtenDate}»`);
    const given = this.#cell(cells, 'time');
    const writtenTime = isNothing(given) ? (timeInDate.exec(writtenDate)?.[1] ?? '') : given;
    const time = writtenTime === '' ? -1 : remembered(this.#times, writtenTime, timeOf);
    if (time === null) throw new RowRejected('time', 'time-unreadable', `«${writtenTime}»`);
    if (!someName.test(this.#cell(cells, 'visitorName'))) throw new RowRejected('visitorName', 'visitor-name-missing');
    if (!someName.test(this.#cell(cells, 'inmateName'))) throw new RowRejected('inmateName', 'inmate-name-missing');
    texts.forEach((text, place) => checkLength(writtenColumns[place] ?? '', text));
    return { date, time, texts };
  }
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

function remembered<T>(known: Map<string, T>, written: string, read: (written: string) => T): T {
  const before = known.get(written);
  if (before !== undefined) return before;
  const value = read(written);
  if (known.size < mostRemembered) known.set(written, value);
  return value;
}
