import { cleanNationalId } from '../../../shared/domain/national-id.ts';
import { parseDay } from '../../../shared/domain/indonesian-date.ts';
import { isMisspelling, nameTokens, splitAliases, tokenFits } from '../../../shared/domain/person-name.ts';
import { type InmateRole, inmateRole } from '../../../shared/domain/person.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import type { ChangedPerson, KnownPerson, NewPerson, PersonContent } from './plan.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { isNothing } from './text-meaning.ts';

/** Registration numbers as registers vary them: `B.I 1000/2022`, `b.i. 1000 / 2022`. */
export const registrationKey = (written: string): string =>
  written.toUpperCase().replace(/[^\p{Letter}\p{Number}]/gu, '');

/** Whether something is a number at all: not a dash, `sda`, `tidak ada` or `0`. */
export const isRegistration = (written: string): boolean => /[1-9]/.test(written);

type Cell = (cells: readonly string[], field: string) => string;

/** Reads the inmate register row by row: an inmate is known by the registration number alone. */
export class InmatesPlan {
  readonly created: NewPerson[] = [];
  readonly changed: ChangedPerson[] = [];
  readonly #known = new Map<string, KnownPerson>();
  readonly #rows = new Map<string, number>();

  constructor(people: readonly KnownPerson[]) {
    for (const person of people) {
      const number = inmateRole(person.fields)?.registrationNumber;
      if (number !== undefined) this.#known.set(registrationKey(number), person);
    }
  }

  /** @throws RowRejected */
  take(cells: readonly string[], row: number, cell: Cell): 'created' | 'updated' | 'unchanged' {
    const written = read(cells, cell);
    const key = registrationKey(written.registrationNumber);
    const earlier = this.#rows.get(key);
    if (earlier !== undefined) throw new RowRejected('registrationNumber', 'duplicate-row', `Row ${earlier}.`);
    this.#rows.set(key, row);
    const known = this.#known.get(key);
    if (known === undefined) {
      this.created.push({ reference: `inmate:${key}`, fields: newInmate(written), sourceRow: row });
      return 'created';
    }
    if (!resemblesKnown(known.fields, written))
      throw new RowRejected('registrationNumber', 'number-contradicts', `${known.fields.name} (${key}).`);
    const fields = differences(known.fields, written);
    if (fields === null) return 'unchanged';
    this.changed.push({ id: known.id, version: known.version, fields });
    return 'updated';
  }
}

interface InmateRow {
  readonly registrationNumber: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly birthDate: string | undefined;
  readonly role: Omit<InmateRole, 'kind' | 'registrationNumber'>;
  readonly nationalId: string;
  readonly phones: readonly string[];
  readonly address: string;
  /** What stands for the last day of a sentence without one; else empty. */
  readonly sentence: string;
}

const checkedFields = ['name', 'alias', 'registrationNumber', 'cell', 'offence', 'address'];

function read(cells: readonly string[], cell: Cell): InmateRow {
  const registrationNumber = cell(cells, 'registrationNumber');
  if (!isRegistration(registrationNumber)) throw new RowRejected('registrationNumber', 'registration-missing');
  const { name, aliases } = splitAliases(cell(cells, 'name'));
  if (name === '') throw new RowRejected('name', 'name-missing');
  for (const field of checkedFields) checkLength(field, cell(cells, field));
  const listed = cell(cells, 'alias').split(/[,;/]|\s@\s/);
  return {
    registrationNumber,
    name,
    aliases: [...aliases, ...listed.map((alias) => alias.trim())].filter((alias) => !isNothing(alias)),
    birthDate: day(cells, cell, 'birthDate', new Date().getFullYear()),
    role: {
      cell: cell(cells, 'cell'),
      offence: cell(cells, 'offence'),
      expiresOn: day(cells, cell, 'expiresOn'),
    },
    nationalId: cleanNationalId(cell(cells, 'nationalId')),
    phones: canonicalPhones(cell(cells, 'phone')),
    address: cell(cells, 'address'),
    sentence: neverEnds.test(cell(cells, 'expiresOn')) ? cell(cells, 'expiresOn') : '',
  };
}

/** `00/00/0000`, where a register knows no day. */
const noDay = /^[0\s/.-]+$/;
/** A life or death sentence has no end; the register's words for it stand where its last day would. */
const neverEnds = /^(?:pidana\s+|hukuman\s+)?(?:seumur\s*hidup|sh|mati)$|^life$|^death$/i;

function day(cells: readonly string[], cell: Cell, field: string, latestYear?: number): string | undefined {
  const written = cell(cells, field);
  if (isNothing(written) || noDay.test(written) || neverEnds.test(written)) return undefined;
  const parsed = parseDay(written, latestYear);
  if (parsed === null) throw new RowRejected(field, 'date-unreadable', `«${written}»`);
  return parsed;
}

/** Empty texts and days the register does not give are left out. */
function given(role: InmateRow['role']): Partial<InmateRole> {
  return Object.fromEntries(Object.entries(role).filter(([, value]) => value !== undefined && value !== ''));
}

function newInmate({
  registrationNumber,
  name,
  aliases,
  birthDate,
  role,
  nationalId,
  phones,
  address,
  sentence,
}: InmateRow): PersonContent {
  return {
    name,
    aliases: [...new Set(aliases)],
    ...(birthDate === undefined ? {} : { birthDate }),
    nationalIds: nationalId === '' ? [] : [nationalId],
    phones: [...phones],
    addresses: address === '' ? [] : [address],
    roles: [{ kind: 'inmate', registrationNumber, ...given(role) }],
    notes: sentence,
  };
}

/** A number that two quite different people bear was mistyped for one of them, and would give one the other's name. */
function resemblesKnown(known: PersonContent, { name, aliases, birthDate }: InmateRow): boolean {
  if (birthDate !== undefined && birthDate === known.birthDate) return true;
  const before = [known.name, ...known.aliases].flatMap(nameTokens);
  const now = [name, ...aliases].flatMap(nameTokens);
  return now.some((word) => before.some((other) => tokenFits(word, other) || isMisspelling(word, other)));
}

const missing = (present: readonly string[], more: readonly string[]): string[] =>
  [...new Set(more)].filter((value) => value !== '' && !present.includes(value));

/** What the register says differently, or null. What an officer added, and the register lacks, stays. */
function differences(known: PersonContent, written: InmateRow): Partial<PersonContent> | null {
  const changes: Partial<PersonContent> = {};
  if (known.name !== written.name) {
    changes.name = written.name;
    changes.aliases = [...known.aliases, ...missing(known.aliases, [known.name, ...written.aliases])];
  } else if (missing(known.aliases, written.aliases).length > 0)
    changes.aliases = [...known.aliases, ...missing(known.aliases, written.aliases)];
  if (written.birthDate !== undefined && written.birthDate !== known.birthDate) changes.birthDate = written.birthDate;
  const nationalIds = missing(known.nationalIds, [written.nationalId]);
  if (nationalIds.length > 0) changes.nationalIds = [...known.nationalIds, ...nationalIds];
  const phones = missing(known.phones, written.phones);
  if (phones.length > 0) changes.phones = [...known.phones, ...phones];
  const addresses = missing(known.addresses, [written.address]);
  if (addresses.length > 0) changes.addresses = [...known.addresses, ...addresses];
  const role = inmateRole(known);
  const news = Object.entries(given(written.role)).filter(
    ([field, value]) =>
      role !== undefined && Object.entries(role).every(([name, old]) => name !== field || old !== value),
  );
  if (role !== undefined && news.length > 0)
    changes.roles = known.roles.map((each) => (each === role ? { ...role, ...Object.fromEntries(news) } : each));
  return Object.keys(changes).length === 0 ? null : changes;
}
