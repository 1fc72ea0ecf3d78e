import { cleanNationalId } from '../../../shared/domain/national-id.ts';
import { nameTokens, splitAliases, tidyName } from '../../../shared/domain/person-name.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { InmateFinder } from './inmate-finder.ts';
import type { ChangedPerson, ImportPlan, KnownPerson, NewPerson, VisitChange } from './plan.ts';
import { RowRejected } from './rejections.ts';
import { type KnownVisits, StoredVisits } from './stored-visits.ts';
import { VisitColumns } from './visit-columns.ts';
import { dayOfNumber, timeOfMinute } from './visit-numbers.ts';
import { recogniseVisits } from './visit-recognition.ts';
import type { VisitRow } from './visit-row.ts';
import { RowIndex, TextPool, VisitRows, type WrittenColumn, type WrittenTexts, writtenColumns } from './visit-rows.ts';
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
  readonly #columns = new VisitColumns();
  readonly #pool = new TextPool();
  readonly #rows = new VisitRows();
  readonly #index = new RowIndex(this.#rows);
  readonly #inmates: InmateFinder;
  readonly #visitors: VisitorFinder;
  readonly #known: KnownVisits;
  readonly #names = new Map<number, ReturnType<typeof readName>>();
  readonly #phones = new Map<number, readonly string[]>();

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

  get visits(): ImportPlan['visits'] {
    return this.#columns.finish();
  }

  /** @throws RowRejected `duplicate-row` */
  take({ date, time, texts }: VisitRow, sourceRow: number): void {
    const numbers = writtenColumns.map((column) => this.#pool.number(texts.get(column) ?? ''));
    const row = this.#rows.add(date, time, numbers, sourceRow);
    for (const earlier of this.#index.equals(this.#rows, row)) {
      this.#rows.removeLast();
      throw new RowRejected('', 'duplicate-row', `Row ${this.#rows.sourceRow.at(earlier)}.`);
    }
    this.#index.add(row);
  }

  /** @param tell is told how much of the work is done, 0 to 1 */
  finish(tell: (share: number) => void): Outcome {
    const stored = new StoredVisits(this.#known, this.#pool);
    for (let visit = 0; visit < stored.count; visit += 1) {
      const relation = this.#pool.text(stored.rows.text(stored.current(visit), 'relation'));
      this.#visitors.noteVisit(stored.visitorId(visit), stored.inmateId(visit), relation);
    }
    const { same, corrects } = recogniseVisits(this.#rows, stored, this.#pool);
    const rejected = new Map<number, RowRejected>();
    const inmates = this.#findInmates(same, rejected);
    let [created, updated, unchanged] = [0, 0, 0];
    for (let row = 0; row < this.#rows.length; row += 1) {
      if (row % rowsPerTell === 0) tell(row / this.#rows.length);
      const inmate = inmates[row];
      const corrected = corrects[row] ?? -1;
      if (same[row] !== -1) unchanged += 1;
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
    const none = this.#pool.number('');
    for (const numbered of [true, false])
      for (let row = 0; row < this.#rows.length; row += 1) {
        if (same[row] !== -1) continue;
        if ((this.#rows.text(row, 'registrationNumber') !== none) !== numbered) continue;
        const sourceRow = this.#rows.sourceRow.at(row);
        try {
          const { name } = this.#name(this.#rows.text(row, 'inmateName'));
          const registrationNumber = this.#text(row, 'registrationNumber');
          inmates[row] = this.#inmates.find({ name, registrationNumber, cell: this.#text(row, 'cell') }, sourceRow);
        } catch (fault) {
          if (!(fault instanceof RowRejected)) throw fault;
          rejected.set(sourceRow, fault);
        }
      }
    return inmates;
  }

  #create(row: number, inmate: string): void {
    const visitorId = this.#visitor(row, inmate);
    this.#columns.add(this.#rows.date(row), this.#rows.time(row), this.#rows.sourceRow.at(row), {
      ...this.#texts(row),
      visitorId,
      inmateId: inmate,
    });
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
      : this.#visitor(row, inmateId, stored.visitorId(visit));
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

  #visitor(row: number, inmate: string, current?: string): string {
    const { name, tokens, aliases } = this.#name(this.#rows.text(row, 'visitorName'));
    const phone = this.#rows.text(row, 'phone');
    const phones = this.#phones.get(phone) ?? canonicalPhones(this.#pool.text(phone));
    this.#phones.set(phone, phones);
    const nationalId = cleanNationalId(this.#text(row, 'nationalId'));
    const written = {
      name,
      tokens,
      aliases,
      nationalId,
      phones,
      address: this.#text(row, 'address'),
      inmate,
      relation: this.#text(row, 'relation'),
    };
    return this.#visitors.find(written, this.#rows.sourceRow.at(row), current);
  }

  #name(text: number): ReturnType<typeof readName> {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = readName(this.#pool.text(text));
    this.#names.set(text, name);
    return name;
  }

  #text(row: number, column: WrittenColumn): string {
    return this.#pool.text(this.#rows.text(row, column));
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

/** A name as written, taken apart; somebody of whom only an alias is written bears that. */
function readName(written: string): { name: string; tokens: string[]; aliases: string[] } {
  const { name, aliases } = splitAliases(written);
  const [shown = tidyName(written), ...others] = [name, ...aliases].filter((each) => each !== '');
  return { name: tidyName(shown), tokens: nameTokens(shown), aliases: others };
}
