import MiniSearch from 'minisearch';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { searchTerms } from '../../../shared/domain/search-terms.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';

/** What the forgiving search knows of a person. */
interface Indexed {
  readonly id: string;
  readonly names: string;
  readonly numbers: string;
  readonly places: string;
}

/** People as the list shows them and as the search finds them, brought up to date when the vault's revision moves on. */
export interface PeopleIndex {
  /** Best match first. */
  search(text: string): readonly PersonRow[];
  rows(): readonly PersonRow[];
}

export function createPeopleIndex(session: Session): PeopleIndex {
  let revision = -1;
  let rows: PersonRow[] = [];
  let byId = new Map<string, PersonRow>();
  let versions = new Map<string, number>();
  let search = emptySearch();

  function drop(): void {
    revision = -1;
    rows = [];
    byId = new Map();
    versions = new Map();
    search = emptySearch();
  }
  session.beforeEnd(drop);

  function refresh(): void {
    if (revision === session.revision()) return;
    const vault = session.vault('people.read');
    const cases = caseCounts(session);
    const seen = new Set<string>();
    rows = [];
    for (const person of living(vault, 'people')) {
      seen.add(person.id);
      rows.push(rowOf(person, vault.visits, cases.get(person.id) ?? 0));
      const version = versions.get(person.id);
      if (version === person.version) continue;
      if (version !== undefined) search.discard(person.id);
      search.add(indexed(person));
      versions.set(person.id, person.version);
    }
    for (const id of versions.keys()) {
      if (seen.has(id)) continue;
      search.discard(id);
      versions.delete(id);
    }
    byId = new Map(rows.map((row) => [row.id, row]));
    revision = session.revision();
  }

  return {
    rows() {
      refresh();
      return rows;
    },
    search(text) {
      refresh();
      const found: PersonRow[] = [];
      for (const result of search.search(text)) {
        const id: unknown = result.id;
        const row = typeof id === 'string' ? byId.get(id) : undefined;
        if (row !== undefined) found.push(row);
      }
      return found;
    },
  };
}

function emptySearch(): MiniSearch<Indexed> {
  return new MiniSearch<Indexed>({
    fields: ['names', 'numbers', 'places'],
    tokenize: searchTerms,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      boost: { names: 3, numbers: 2 },
      prefix: true,
      // One typing error in four letters; numbers are matched from their beginning only.
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : 0.25),
    },
  });
}

function indexed(person: Person): Indexed {
  const inmate = inmateRole(person);
  const numbers = [inmate?.registrationNumber ?? '', ...person.nationalIds];
  for (const phone of person.phones) numbers.push(phone, phone.replace(/^\+62/, '0'));
  return {
    id: person.id,
    names: [person.name, ...person.aliases].join(' '),
    numbers: numbers.join(' '),
    places: [inmate?.cell ?? '', ...person.addresses].join(' '),
  };
}

function caseCounts(session: Session): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of living(session.vault('people.read'), 'cases'))
    for (const member of file.members) counts.set(member.personId, (counts.get(member.personId) ?? 0) + 1);
  return counts;
}

function rowOf(
  person: Person,
  visits: { ofVisitor(id: string): readonly number[]; ofInmate(id: string): readonly number[] },
  cases: number,
): PersonRow {
  const inmate = inmateRole(person);
  return {
    id: person.id,
    name: person.name,
    aliases: person.aliases,
    roles: [...new Set(person.roles.map((role) => role.kind))],
    registrationNumber: inmate?.registrationNumber ?? null,
    cell: inmate?.cell ?? null,
    nationalId: person.nationalIds[0] ?? null,
    phone: person.phones[0] ?? null,
    visits: visits.ofVisitor(person.id).length + visits.ofInmate(person.id).length,
    cases,
  };
}
