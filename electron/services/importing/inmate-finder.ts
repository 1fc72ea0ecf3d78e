import { foldName, namesFit } from '../../../shared/domain/person-name.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { searchTerms } from '../../../shared/domain/search-terms.ts';
import { registrationKey } from './inmates-plan.ts';
import type { KnownPerson, NewPerson } from './plan.ts';
import { RowRejected } from './rejections.ts';

const cellKey = (written: string): string => written.toUpperCase().replace(/[^\p{Letter}\p{Number}]+/gu, '.');
const shownCandidates = 5;

interface Inmate {
  readonly reference: string;
  readonly name: string;
  readonly registrationNumber: string;
  readonly cell: string;
}

/** Which inmate a row of a visit register means: by registration number, else by name and cell, never by a name several bear. */
export class InmateFinder {
  readonly created: NewPerson[] = [];
  readonly #byNumber = new Map<string, Inmate>();
  readonly #byName = new Map<string, Inmate[]>();
  readonly #byCell = new Map<string, Inmate[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const { id, fields } of people) {
      const role = inmateRole(fields);
      if (role === undefined) continue;
      const { registrationNumber = '', cell = '' } = role;
      this.#add({ reference: id, name: fields.name, registrationNumber, cell }, fields.aliases);
    }
  }

  #add(inmate: Inmate, aliases: readonly string[]): void {
    if (inmate.registrationNumber !== '') this.#byNumber.set(registrationKey(inmate.registrationNumber), inmate);
    for (const key of new Set([inmate.name, ...aliases].map(foldName))) put(this.#byName, key, inmate);
    if (inmate.cell !== '') put(this.#byCell, cellKey(inmate.cell), inmate);
  }

  /**
   * @returns an identifier of the vault, or the reference of an inmate in `created`
   * @throws RowRejected
   */
  find(name: string, registrationNumber: string, cell: string, row: number): string {
    const number = registrationKey(registrationNumber);
    if (number !== '')
      return (this.#byNumber.get(number) ?? this.#provisional(name, registrationNumber, cell, row)).reference;
    const bearers = this.#byName.get(foldName(name)) ?? [];
    const here = cell === '' ? [] : bearers.filter((inmate) => cellKey(inmate.cell) === cellKey(cell));
    const [only, second] = here.length > 0 ? here : bearers.length > 0 ? bearers : this.#neighbours(name, cell);
    if (only === undefined) throw new RowRejected('inmateName', 'inmate-unknown');
    if (second === undefined) return only.reference;
    const candidates = bearers
      .slice(0, shownCandidates)
      .map((inmate) => `${inmate.name} (${inmate.registrationNumber})`);
    throw new RowRejected('inmateName', 'inmate-ambiguous', `${candidates.join(', ')}.`);
  }

  /** Inmates of the same cell whose names can be the written one, with initials, dropped words or old spelling. */
  #neighbours(name: string, cell: string): readonly Inmate[] {
    if (cell === '') return [];
    const written = searchTerms(foldName(name));
    return (this.#byCell.get(cellKey(cell)) ?? []).filter((inmate) =>
      namesFit(searchTerms(foldName(inmate.name)), written),
    );
  }

  /** A number the inmate register does not have yet: the visit is kept, and the inmate with it, until that register comes. */
  #provisional(name: string, registrationNumber: string, cell: string, row: number): Inmate {
    const reference = `inmate:${registrationKey(registrationNumber)}`;
    const inmate = { reference, name, registrationNumber, cell };
    this.#add(inmate, []);
    this.created.push({
      reference,
      sourceRow: row,
      fields: {
        name,
        aliases: [],
        nationalIds: [],
        phones: [],
        addresses: [],
        roles: [{ kind: 'inmate', registrationNumber, ...(cell === '' ? {} : { cell }) }],
        notes: '',
      },
    });
    return inmate;
  }
}

function put(map: Map<string, Inmate[]>, key: string, inmate: Inmate): void {
  const inmates = map.get(key);
  if (inmates === undefined) map.set(key, [inmate]);
  else inmates.push(inmate);
}
