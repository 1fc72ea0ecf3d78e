import type { PersonRow } from '../../../shared/contract/people.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { living } from '../records.ts';
import { createTextIndex, fieldBreak } from '../search/text-index.ts';
import type { Session } from '../session.ts';

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
  const index = createTextIndex({ names: 3, numbers: 2, places: 1 });

  function drop(): void {
    revision = -1;
    rows = [];
    byId = new Map();
    index.drop();
  }
  session.beforeEnd(drop);

  function refresh(): void {
    if (revision === session.revision()) return;
    const vault = session.vault('people.read');
    const cases = caseCounts(session);
    const people = [...living(vault, 'people')];
    rows = people.map((person) => rowOf(person, vault.visits, cases.get(person.id) ?? 0));
    index.update(
      people.map((person) => ({ id: person.id, state: String(person.version), texts: () => textsOf(person) })),
    );
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
      return index.find(text).flatMap(({ id }) => byId.get(id) ?? []);
    },
  };
}

function textsOf(person: Person): { names: string; numbers: string; places: string } {
  const inmate = inmateRole(person);
  const numbers = [inmate?.registrationNumber ?? '', ...person.nationalIds];
  for (const phone of person.phones) numbers.push(phone, phone.replace(/^\+62/, '0'));
  return {
    names: [person.name, ...person.aliases].join(fieldBreak),
    numbers: numbers.join(fieldBreak),
    places: [inmate?.cell ?? '', ...person.addresses].join(fieldBreak),
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
