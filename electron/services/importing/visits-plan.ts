import { DateOrder } from './date-order.ts';
import { InmateFinder } from './inmate-finder.ts';
import type { ChangedPerson, KnownPerson, NewPerson, PlannedVisits, VisitChange } from './plan.ts';
import { RowRejected } from './rejections.ts';
import { type KnownVisits, StoredVisits } from './stored-visits.ts';
import { completeNationalIds, hasLostDigitsOf } from './text-meaning.ts';
import { ToldVisitors } from './told-visitors.ts';
import { VisitColumns } from './visit-columns.ts';
import { dayOfNumber, timeOfMinute } from './visit-numbers.ts';
import { recogniseVisits } from './visit-recognition.ts';
import type { VisitRow } from './visit-row.ts';
import { RowIndex } from './row-table.ts';
import {
  comparedFields,
  newTextPools,
  VisitRows,
  type WrittenColumn,
  type WrittenTexts,
  writtenColumns,
} from './visit-rows.ts';
import { VisitorReader } from './visitor-reader.ts';
import { VisitorFinder } from './visitor-finder.ts';

const rowsPerTell = 5000;

interface Outcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** By row of the register. */
  readonly rejected: ReadonlyMap<number, RowRejected>;
}

/**
 * Takes the rows of a visit register one by one, and decides about them when all are there: which the vault knows
 * already, which correct one it knows, whom the rest are about.
 */
export class VisitsPlan {
  readonly corrections: VisitChange[] = [];
  readonly #pools = newTextPools();
  readonly #rows = new VisitRows(this.#pools);
  readonly #index = new RowIndex(this.#rows);
  readonly #order = new DateOrder();
  readonly #columns = new VisitColumns(this.#rows, this.#pools);
  readonly #reader = new VisitorReader(this.#rows, this.#pools);
  readonly #inmates: InmateFinder;
  readonly #visitors: VisitorFinder;
  readonly #known: KnownVisits;
  readonly #told = new ToldVisitors(this.#rows);

  constructor(people: readonly KnownPerson[], visits: KnownVisits) {
    this.#inmates = new InmateFinder(people);
    this.#visitors = new VisitorFinder(people);
    this.#known = visits;
  }

  get created(): NewPerson[] {
    return [...this.#inmates.created, ...this.#visitors.created()];
  }

  get changed(): ChangedPerson[] {
    return this.#visitors.changed();
  }

  get visits(): PlannedVisits | null {
    return this.#columns.finish();
  }

  /** A row whose date can only be read month first tells of the others. */
  noteUnread(order: VisitRow['order']): void {
    this.#order.note(order, 0);
  }

  /** @throws RowRejected `duplicate-row` */
  take({ date, time, order, texts }: VisitRow, sourceRow: number): void {
    const numbers = writtenColumns.map((column, place) => this.#pools[column].number(texts[place] ?? ''));
    const row = this.#rows.add(date, time, numbers, sourceRow);
    for (const earlier of this.#index.equals(this.#rows, row)) {
      this.#rows.removeLast();
      throw new RowRejected('', 'duplicate-row', `Row ${this.#rows.sourceRow.at(earlier)}.`);
    }
    this.#index.add(row);
    this.#order.note(order, sourceRow);
  }

  /** @param tell is told how much of the work is done, 0 to 1 */
  finish(tell: (share: number) => void): Outcome {
    const written = this.#pools.nationalId.size;
    const stored = new StoredVisits(this.#known, this.#pools);
    completeNationalIds(this.#pools.nationalId, written);
    for (let visit = 0; visit < stored.count; visit += 1) {
      const relation = this.#pools.relation.text(stored.rows.text(stored.current(visit), 'relation'));
      this.#visitors.noteVisit(stored.visitor(visit), stored.inmate(visit), relation);
    }
    const { same, corrects } = recogniseVisits(this.#rows, stored, this.#pools);
    const rejected = this.#order.doubtful();
    const inmates = this.#findInmates(same, rejected);
    let [created, updated, unchanged] = [0, 0, 0];
    for (let row = 0; row < this.#rows.length; row += 1) {
      if (row % rowsPerTell === 0) tell(row / this.#rows.length);
      const inmate = inmates[row];
      const corrected = corrects[row] ?? -1;
      if (rejected.has(this.#rows.sourceRow.at(row))) continue;
      if (same[row] !== -1 || (corrected !== -1 && this.#saysLess(row, stored, corrected))) unchanged += 1;
      else if (inmate === undefined) continue;
      else if (corrected === -1) {
        this.#create(row, inmate);
        created += 1;
      } else {
        this.#correct(row, inmate, stored, corrected);
        updated += 1;
      }
    }
    return { created, updated, unchanged, rejected };
  }

  /** The inmate of each row that the vault does not know yet; rows without a number come last, see `InmateFinder`. */
  #findInmates(same: Int32Array, rejected: Map<number, RowRejected>): (string | undefined)[] {
    const inmates: (string | undefined)[] = Array.from({ length: this.#rows.length });
    const none = this.#pools.registrationNumber.number('');
    for (const numbered of [true, false])
      for (let row = 0; row < this.#rows.length; row += 1) {
        if (same[row] !== -1) continue;
        if ((this.#rows.text(row, 'registrationNumber') !== none) !== numbered) continue;
        const sourceRow = this.#rows.sourceRow.at(row);
        if (rejected.has(sourceRow)) continue;
        try {
          const name = this.#reader.inmateName(row);
          const registrationNumber = this.#text(row, 'registrationNumber');
          inmates[row] = this.#inmates.find({ name, registrationNumber, cell: this.#text(row, 'cell') }, sourceRow);
        } catch (fault) {
          if (!(fault instanceof RowRejected)) throw fault;
          rejected.set(sourceRow, fault);
        }
      }
    return inmates;
  }

  /** The row tells a visit of the vault again, with digits of the NIK lost: nothing to learn, something to lose. */
  #saysLess(row: number, stored: StoredVisits, visit: number): boolean {
    const before = stored.current(visit);
    if (this.#rows.agreement(row, stored.rows, before) !== comparedFields - 1) return false;
    const known = this.#pools.nationalId.text(stored.rows.text(before, 'nationalId'));
    return hasLostDigitsOf(this.#text(row, 'nationalId'), known);
  }

  #create(row: number, inmate: string): void {
    let visitor = this.#told.find(row, inmate);
    if (visitor === undefined) {
      visitor = this.#visitors.find(this.#reader.read(row, inmate), this.#rows.sourceRow.at(row));
      this.#told.add(row, inmate, visitor);
    }
    this.#columns.add(row, visitor, inmate);
  }

  #correct(row: number, inmate: string, stored: StoredVisits, visit: number): void {
    const { queueNumber, relation, ...asWritten } = this.#texts(row);
    const before = stored.current(visit);
    const untouched = (columns: readonly WrittenColumn[]): boolean =>
      columns.every((column) => this.#rows.text(row, column) === stored.rows.text(before, column));
    // What an officer said about the people of this visit stands unless the register now says something else of them.
    const inmateId = untouched(['inmateName', 'registrationNumber', 'cell']) ? stored.inmateId(visit) : inmate;
    const visitorId = untouched(['visitorName', 'nationalId', 'phone', 'address'])
      ? stored.visitorId(visit)
      : this.#visitors.find(this.#reader.read(row, inmateId), this.#rows.sourceRow.at(row), stored.visitor(visit));
    this.corrections.push({
      visitId: stored.id(visit),
      set: {
        date: dayOfNumber(this.#rows.date(row)),
        time: timeOfMinute(this.#rows.time(row)),
        queueNumber,
        relation,
        visitorId,
        inmateId,
        asWritten,
      },
    });
  }

  #text(row: number, column: WrittenColumn): string {
    return this.#pools[column].text(this.#rows.text(row, column));
  }

  #texts(row: number): WrittenTexts {
    const text = (column: WrittenColumn): string => this.#text(row, column);
    return {
      queueNumber: text('queueNumber'),
      relation: text('relation'),
      visitorName: text('visitorName'),
      nationalId: text('nationalId'),
      phone: text('phone'),
      address: text('address'),
      inmateName: text('inmateName'),
      registrationNumber: text('registrationNumber'),
      cell: text('cell'),
    };
  }
}
