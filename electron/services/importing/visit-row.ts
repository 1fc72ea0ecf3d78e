import { dayOrder, parseDay } from '../../../shared/domain/indonesian-date.ts';
import { parseTime } from '../../../shared/domain/time-of-day.ts';
import { type NameFault, nameFault } from '../../../shared/domain/written-name.ts';
import { isNothing } from './text-meaning.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { dayNumber, minuteOfDay } from './visit-numbers.ts';
import { writtenColumns } from './visit-rows.ts';

/** A row of a visit register, read: what is written in it is kept letter by letter. */
export interface VisitRow {
  /** Days since 1970-01-01. */
  readonly date: number;
  /** Minutes since midnight, −1 when the register gave none. */
  readonly time: number;
  /** Which of the date's numbers is the day; null for dates that cannot be misread. */
  readonly order: ReturnType<typeof dayOrder>;
  /** In the order of `writtenColumns`. */
  readonly texts: readonly string[];
}

type Cell = (cells: readonly string[], field: string) => string;

const timeInDate = /[T\s](\d{1,2}[:.]\d{2})/;
/** A spreadsheet's day number with its time: `46083.375`. */
const fractionInDate = /^\d{5}([.,]\d{3,})$/;

/** Reads rows of a visit register; days and times are read once for each way of writing them. */
export class VisitRowReader {
  readonly #cell: Cell;
  readonly #unread: (order: VisitRow['order']) => void;
  readonly #days = new Map<string, number | null>();
  readonly #times = new Map<string, number | null>();
  readonly #names = new Map<string, NameFault | null>();

  /** @param unread is told of dates that are no day, read day first */
  constructor(cell: Cell, unread: (order: VisitRow['order']) => void) {
    this.#cell = cell;
    this.#unread = unread;
  }

  /** @throws RowRejected */
  read(cells: readonly string[]): VisitRow {
    const texts = writtenColumns.map((column) => this.#cell(cells, column));
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
    this.#checkNames(cells);
    texts.forEach((text, place) => checkLength(writtenColumns[place] ?? '', text));
    return { date, time, order, texts };
  }

  #checkNames(cells: readonly string[]): void {
    const visitor = this.#cell(cells, 'visitorName');
    const visitorFault = remembered(this.#names, visitor, nameFault);
    if (visitorFault === 'missing') throw new RowRejected('visitorName', 'visitor-name-missing', shown(visitor));
    refuse('visitorName', visitor, visitorFault);
    const inmate = this.#cell(cells, 'inmateName');
    const inmateFault = remembered(this.#names, inmate, nameFault);
    if (inmateFault === 'missing') throw new RowRejected('inmateName', 'inmate-name-missing', shown(inmate));
    // Between an inmate's names a stroke stands for an alias, and the number says who is meant.
    if (inmateFault !== 'several' || !inmate.includes('/')) refuse('inmateName', inmate, inmateFault);
  }
}

const shown = (written: string): string => (isNothing(written) ? '' : `«${written}»`);

function refuse(field: string, written: string, fault: NameFault | null): void {
  if (fault === 'several') throw new RowRejected(field, 'several-names', shown(written));
  if (fault !== null) throw new RowRejected(field, 'row-unreadable', shown(written));
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

function remembered<T>(known: Map<string, T>, written: string, read: (written: string) => T): T {
  const before = known.get(written);
  if (before !== undefined) return before;
  const value = read(written);
  if (known.size < mostRemembered) known.set(written, value);
  return value;
}
