import { type EventKind, linkedEventColumns, writtenEventColumns } from '../../../shared/domain/event.ts';
import { DateOrder } from './date-order.ts';
import type { Moment } from './moment-reader.ts';
import type { WrittenEvent } from './event-row.ts';
import { GoodsSenders } from './goods-senders.ts';
import { InmateFinder } from './inmate-finder.ts';
import type { ChangedPerson, ImportPlan, KnownPerson, NewPerson } from './plan.ts';
import { RowRejected } from './rejections.ts';
import { GrowingInts, pooledColumn, RowIndex, RowTable, TextPool } from './row-table.ts';
import { eventPools, type KnownEvents, storedEvents } from './stored-events.ts';
import type { KnownVisits } from './stored-visits.ts';
import { readName } from './visitor-reader.ts';
import { nameFault } from '../../../shared/domain/written-name.ts';

const rowsPerTell = 5000;
const [inmateNamed, visitorNamed] = [1, 2];

/** Takes the rows of a register of events one by one, and decides about them when all are there. */
export class EventsPlan {
  readonly #kind: EventKind;
  readonly #pools: readonly TextPool[];
  readonly #rows: RowTable;
  readonly #index: RowIndex;
  readonly #named = new GrowingInts();
  readonly #order = new DateOrder();
  readonly #inmates: InmateFinder;
  readonly #senders: GoodsSenders | null;
  readonly #known: KnownEvents;
  readonly #people = new TextPool();
  readonly #taken = new GrowingInts();
  readonly #links: readonly GrowingInts[];
  readonly #places: ReadonlyMap<string, number>;

  constructor(kind: EventKind, people: readonly KnownPerson[], known: KnownEvents, visits: KnownVisits) {
    this.#kind = kind;
    this.#known = known;
    this.#pools = eventPools(kind);
    this.#rows = new RowTable(this.#pools);
    this.#index = new RowIndex(this.#rows);
    this.#inmates = new InmateFinder(people);
    this.#senders = kind === 'goods' ? new GoodsSenders(people, visits, known) : null;
    this.#links = linkedEventColumns[kind].map(() => new GrowingInts());
    this.#places = new Map(writtenEventColumns[kind].map((column, place) => [column, place]));
  }

  get created(): NewPerson[] {
    return [...this.#inmates.created, ...(this.#senders?.created ?? [])];
  }

  get changed(): ChangedPerson[] {
    return this.#senders?.changed ?? [];
  }

  get events(): ImportPlan['events'] {
    const taken = this.#taken.values();
    if (taken.length === 0) return null;
    return {
      kind: this.#kind,
      length: taken.length,
      date: taken.map((row) => this.#rows.date(row)),
      time: Int16Array.from(taken, (row) => this.#rows.time(row)),
      sourceRow: taken.map((row) => this.#rows.sourceRow.at(row)),
      texts: [
        ...this.#links.map((link) => pooledColumn(link.values(), this.#people)),
        ...this.#pools.map((pool, place) =>
          pooledColumn(
            taken.map((row) => this.#rows.textAt(row, place)),
            pool,
          ),
        ),
      ],
    };
  }

  noteUnread(order: Moment['order']): void {
    this.#order.note(order, 0);
  }

  /** @throws RowRejected `duplicate-row` */
  take({ date, time, order, texts, namesInmate, namesVisitor }: WrittenEvent, sourceRow: number): void {
    const numbers = this.#pools.map((pool, place) => pool.number(texts[place] ?? ''));
    const row = this.#rows.add(date, time, numbers, sourceRow);
    for (const earlier of this.#index.equals(this.#rows, row)) {
      this.#rows.removeLast();
      throw new RowRejected('', 'duplicate-row', `Row ${this.#rows.sourceRow.at(earlier)}.`);
    }
    this.#index.add(row);
    this.#named.push((namesInmate ? inmateNamed : 0) | (namesVisitor ? visitorNamed : 0));
    this.#order.note(order, sourceRow);
  }

  /** @param tell is told how much of the work is done, 0 to 1 */
  finish(tell: (share: number) => void) {
    const known = this.#knownRows();
    const rejected = this.#order.doubtful();
    const inmates = this.#findInmates(known, rejected);
    let [created, unchanged] = [0, 0];
    for (let row = 0; row < this.#rows.length; row += 1) {
      if (row % rowsPerTell === 0) tell(row / this.#rows.length);
      if (rejected.has(this.#rows.sourceRow.at(row))) continue;
      const inmate = inmates[row];
      if (known[row] === 1) unchanged += 1;
      else if (inmate !== undefined) {
        this.#create(row, inmate);
        created += 1;
      }
    }
    return { created, updated: 0, unchanged, rejected };
  }

  /** 1 for each row that the vault holds, each stored row answering for one. */
  #knownRows(): Uint8Array {
    const known = new Uint8Array(this.#rows.length);
    const stored = storedEvents(this.#kind, this.#known, this.#pools);
    const claimed = new Uint8Array(stored.length);
    const index = new RowIndex(stored);
    for (let row = 0; row < this.#rows.length; row += 1)
      for (const found of index.equals(this.#rows, row)) {
        if (claimed[found] === 1) continue;
        claimed[found] = 1;
        known[row] = 1;
        break;
      }
    return known;
  }

  /** The inmate of each new row, empty where it names none; rows without a number come last, see `InmateFinder`. */
  #findInmates(known: Uint8Array, rejected: Map<number, RowRejected>): (string | undefined)[] {
    const inmates: (string | undefined)[] = Array.from({ length: this.#rows.length });
    for (const numbered of [true, false])
      for (let row = 0; row < this.#rows.length; row += 1) {
        if (known[row] === 1 || (this.#text(row, 'registrationNumber') !== '') !== numbered) continue;
        const sourceRow = this.#rows.sourceRow.at(row);
        if (rejected.has(sourceRow)) continue;
        if ((this.#named.at(row) & inmateNamed) === 0) inmates[row] = '';
        else
          try {
            inmates[row] = this.#findInmate(row, sourceRow);
          } catch (fault) {
            if (!(fault instanceof RowRejected)) throw fault;
            rejected.set(sourceRow, fault);
          }
      }
    return inmates;
  }

  #findInmate(row: number, sourceRow: number): string {
    const written = this.#text(row, 'inmateName');
    const name = nameFault(written) === 'missing' ? '' : readName(written).name;
    const registrationNumber = this.#text(row, 'registrationNumber');
    const find = (cell: string): string => this.#inmates.find({ name, registrationNumber, cell }, sourceRow);
    if (this.#kind !== 'moves' || registrationNumber !== '') return find(this.#text(row, 'cell'));
    try {
      return find(this.#text(row, 'cell'));
    } catch (fault) {
      // The inmate register may tell the cell the inmate came to already.
      if (!(fault instanceof RowRejected)) throw fault;
      return find(this.#text(row, 'toCell'));
    }
  }

  #create(row: number, inmate: string): void {
    this.#taken.push(row);
    const [inmates, visitors] = this.#links;
    inmates?.push(this.#people.number(inmate));
    if (visitors === undefined) return;
    const isNamed = (this.#named.at(row) & visitorNamed) !== 0;
    const told = {
      visitorName: this.#text(row, 'visitorName'),
      nationalId: this.#text(row, 'nationalId'),
      phone: this.#text(row, 'phone'),
      address: this.#text(row, 'address'),
      relation: this.#text(row, 'relation'),
    };
    const sender = isNamed ? this.#senders?.find(told, inmate, this.#rows.sourceRow.at(row)) : undefined;
    visitors.push(this.#people.number(sender ?? ''));
  }

  #text(row: number, column: string): string {
    const place = this.#places.get(column);
    return place === undefined ? '' : (this.#pools[place]?.text(this.#rows.textAt(row, place)) ?? '');
  }
}
