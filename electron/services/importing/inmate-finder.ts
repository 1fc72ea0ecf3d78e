import { cellKey } from '../../../shared/domain/cell.ts';
import { foldName, isMisspelling, namesFit, tidyName } from '../../../shared/domain/person-name.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { searchTerms } from '../../../shared/domain/search-terms.ts';
import { isRegistration, registrationKey } from './inmates-plan.ts';
import type { KnownPerson, NewPerson } from './plan.ts';
import { RowRejected } from './rejections.ts';

const shownCandidates = 5;

interface Inmate {
  readonly reference: string;
  readonly name: string;
  readonly registrationNumber: string;
  readonly cell: string;
  /** Words of the name and of each alias, old and new spelling alike. */
  readonly names: readonly (readonly string[])[];
}

interface Provisional {
  readonly inmate: Inmate;
  readonly sourceRow: number;
  /** How often each way of writing the name was used. */
  readonly written: Map<string, number>;
}

/** What a row of a visit register says of its inmate. */
export interface WrittenInmate {
  /** Without aliases. */
  readonly name: string;
  readonly registrationNumber: string;
  readonly cell: string;
}

/**
 * Which inmate a row of a visit register means: by registration number, else by name and cell (spelling, titles,
 * initials and left-out words forgiven), else by a name that one inmate alone bears. Never by a name that several bear.
 */
export class InmateFinder {
  readonly #byNumber = new Map<string, Inmate>();
  readonly #byName = new Map<string, Inmate[]>();
  readonly #byCell = new Map<string, Inmate[]>();
  readonly #provisional = new Map<Inmate, Provisional>();
  readonly #numberKeys = new Map<string, string>();
  readonly #found = new Map<string, string | RowRejected>();

  constructor(people: readonly KnownPerson[]) {
    for (const { id, fields } of people) {
      const role = inmateRole(fields);
      if (role === undefined) continue;
      const { registrationNumber = '', cell = '' } = role;
      this.#add(newInmate(id, fields.name, registrationNumber, cell, fields.aliases));
    }
  }

  get created(): NewPerson[] {
    return [...this.#provisional.values()].map(({ inmate, sourceRow, written }) => ({
      reference: inmate.reference,
      sourceRow,
      fields: {
        name: [...written].reduce((most, each) => (each[1] > most[1] ? each : most))[0],
        aliases: [],
        nationalIds: [],
        phones: [],
        addresses: [],
        roles: [
          {
            kind: 'inmate',
            registrationNumber: inmate.registrationNumber,
            ...(inmate.cell === '' ? {} : { cell: inmate.cell }),
          },
        ],
        notes: '',
      },
    }));
  }

  /**
   * Rows with a registration number are to be asked for first: the inmates they bring are the ones that rows without a
   * number may mean.
   *
   * @returns an identifier of the vault, or the reference of an inmate in `created`
   * @throws RowRejected
   */
  find(written: WrittenInmate, row: number): string {
    const number = this.#numberKey(written.registrationNumber);
    const named = number === '' ? undefined : this.#byNumber.get(number);
    if (named !== undefined && written.name !== '') this.#countName(named, written.name);
    const key = `${number}|${written.cell}|${written.name}`;
    const before = this.#found.get(key);
    if (before instanceof RowRejected) throw before;
    if (before !== undefined) return before;
    try {
      const { reference } = number === '' ? this.#byNameAndCell(written) : this.#byNumberGiven(number, written, row);
      this.#found.set(key, reference);
      return reference;
    } catch (fault) {
      if (fault instanceof RowRejected) this.#found.set(key, fault);
      throw fault;
    }
  }

  #numberKey(written: string): string {
    const known = this.#numberKeys.get(written);
    if (known !== undefined) return known;
    const key = isRegistration(written) ? registrationKey(written) : '';
    this.#numberKeys.set(written, key);
    return key;
  }

  #byNumberGiven(number: string, written: WrittenInmate, row: number): Inmate {
    const inmate = this.#byNumber.get(number);
    // Some registers give the number alone.
    if (written.name === '') {
      if (inmate === undefined) throw unknown(written.registrationNumber, []);
      return inmate;
    }
    if (inmate === undefined) {
      const namesakes = this.#otherwiseMeant(written);
      if (namesakes.length > 0) throw ambiguous('registrationNumber', 'number-contradicts', namesakes);
      return this.#newProvisional(number, written, row);
    }
    const others = this.#otherwiseMeant(written).filter((each) => each !== inmate);
    // Inmates are moved from cell to cell; only another of that cell who is meant as well makes the number doubtful.
    const isHere = ['', cellKey(inmate.cell)].includes(cellKey(written.cell));
    const isMeant = fits(inmate, written.name) && (others.length === 0 || isHere);
    // The number says one inmate and the name another: neither can be trusted, unless the name is only misspelled.
    if (isMeant || (others.length === 0 && resembles(inmate, written.name))) return inmate;
    throw ambiguous('registrationNumber', 'number-contradicts', [inmate, ...others]);
  }

  /** Inmates of the register whom name and cell mean, misspelled perhaps; without a cell those of this very name. */
  #otherwiseMeant({ name, cell }: WrittenInmate): Inmate[] {
    const key = cellKey(cell);
    const meant =
      key === ''
        ? this.#bearers(name)
        : (this.#byCell.get(key) ?? []).filter((inmate) => fits(inmate, name) || isMisspelled(inmate, name));
    return meant.filter((inmate) => !this.#provisional.has(inmate));
  }

  #bearers(name: string): readonly Inmate[] {
    return this.#byName.get(foldName(name)) ?? [];
  }

  #byNameAndCell(written: WrittenInmate): Inmate {
    const here = this.#inCell(written);
    const elsewhere = this.#bearers(written.name);
    const exact = here.filter((inmate) => elsewhere.includes(inmate));
    const [only, second] = exact.length > 0 ? exact : here.length > 0 ? here : elsewhere;
    if (only === undefined) throw unknown(written.name, this.#byCell.get(cellKey(written.cell)) ?? []);
    if (second !== undefined) throw ambiguous('inmateName', 'inmate-ambiguous', here.length > 0 ? here : elsewhere);
    // Inmates are moved, but one word that several may be called is not enough against the cell.
    if (here.length === 0 && isElsewhere(only, written)) throw ambiguous('inmateName', 'inmate-ambiguous', [only]);
    return only;
  }

  /** Inmates of the cell whose name or alias fits. */
  #inCell({ name, cell }: WrittenInmate): Inmate[] {
    const key = cellKey(cell);
    return key === '' ? [] : (this.#byCell.get(key) ?? []).filter((inmate) => fits(inmate, name));
  }

  #add(inmate: Inmate): void {
    if (inmate.registrationNumber !== '') this.#byNumber.set(registrationKey(inmate.registrationNumber), inmate);
    put(this.#byName, foldName(inmate.name), inmate);
    if (cellKey(inmate.cell) !== '') put(this.#byCell, cellKey(inmate.cell), inmate);
  }

  /** A number the inmate register does not have yet: the visit is kept, and the inmate with it, until that register comes. */
  #newProvisional(number: string, { name, registrationNumber, cell }: WrittenInmate, row: number): Inmate {
    const inmate = newInmate(`inmate:${number}`, name, registrationNumber, cell, []);
    this.#add(inmate);
    this.#provisional.set(inmate, { inmate, sourceRow: row, written: new Map() });
    this.#countName(inmate, name);
    return inmate;
  }

  #countName(inmate: Inmate, name: string): void {
    const written = this.#provisional.get(inmate)?.written;
    if (written === undefined) return;
    const tidy = tidyName(name);
    written.set(tidy, (written.get(tidy) ?? 0) + 1);
  }
}

const words = (name: string): string[] => searchTerms(foldName(name));

function newInmate(
  reference: string,
  name: string,
  registrationNumber: string,
  cell: string,
  aliases: readonly string[],
): Inmate {
  return { reference, name, registrationNumber, cell, names: [name, ...aliases].map(words) };
}

function fits({ names }: Inmate, written: string): boolean {
  const asked = words(written);
  return names.some((name) => namesFit(name, asked));
}

/** Every word is there, with a letter or two wrong. */
function isMisspelled({ names }: Inmate, written: string): boolean {
  const asked = words(written);
  return names.some(
    (name) => name.length === asked.length && name.every((word, index) => isMisspelling(word, asked[index] ?? '')),
  );
}

/** Enough beside the right number: a word in common, or one that differs by a letter or two. */
function resembles({ names }: Inmate, written: string): boolean {
  const asked = words(written);
  return names.some((name) => name.some((word) => asked.some((other) => isMisspelling(word, other))));
}

const isElsewhere = (inmate: Inmate, { name, cell }: WrittenInmate): boolean =>
  words(name).length < 2 && cellKey(cell) !== '' && cellKey(inmate.cell) !== '';

function put(index: Map<string, Inmate[]>, key: string, inmate: Inmate): void {
  const inmates = index.get(key);
  if (inmates === undefined) index.set(key, [inmate]);
  else inmates.push(inmate);
}

function ambiguous(
  field: string,
  code: 'inmate-ambiguous' | 'number-contradicts',
  inmates: readonly Inmate[],
): RowRejected {
  return new RowRejected(field, code, `${described(inmates)}.`);
}

/** Names those who are in the cell: the officer sees at once whether the name is only misspelled. */
function unknown(name: string, neighbours: readonly Inmate[]): RowRejected {
  const there = neighbours.length === 0 ? '' : ` In that cell: ${described(neighbours)}.`;
  return new RowRejected('inmateName', 'inmate-unknown', `«${name}»${there}`);
}

const described = (inmates: readonly Inmate[]): string =>
  inmates
    .slice(0, shownCandidates)
    .map(({ name, registrationNumber, cell }) => `${name} (${[registrationNumber, cell].filter(Boolean).join(', ')})`)
    .join('; ');
