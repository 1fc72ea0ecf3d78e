import type { PersonRow } from '../../../shared/contract/people.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { living } from '../records.ts';
import { createTextIndex, fieldBreak, type Searched } from '../search/text-index.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Session } from '../session.ts';
import { finishInSlices } from '../../vault/slices.ts';

/** People as the list shows them and as the search finds them, brought up to date when the vault's revision moves on. */
export interface PeopleIndex {
  /** Best match first; nothing typed finds nobody. */
  search(text: string): Promise<readonly PersonRow[]>;
  rows(): Promise<readonly PersonRow[]>;
}

export function createPeopleIndex(session: Session): PeopleIndex {
  let revision = -1;
  /** Of what the text index holds; it is made when somebody searches. */
  let searchable = -1;
  let rows: PersonRow[] = [];
  let byId = new Map<string, PersonRow>();
  const index = createTextIndex({ names: 3, numbers: 2, places: 1 });

  function drop(): void {
    revision = -1;
    searchable = -1;
    rows = [];
    byId = new Map();
    index.drop();
  }
  session.beforeEnd(drop);

  function* rowSteps(): Generator<void, true> {
    const vault = session.vault('people.read');
    const cases = caseCounts(session);
    const made: PersonRow[] = [];
    for (const person of living(vault, 'people')) {
      made.push(rowOf(person, vault.visits, cases.get(person.id) ?? 0));
      yield;
    }
    rows = made;
    byId = new Map(made.map((row) => [row.id, row]));
    revision = session.revision();
    return true;
  }

  function* textSteps(): Generator<void, true> {
    yield* index.updateSteps(searchedPeople(session.vault('people.read')));
    searchable = session.revision();
    return true;
  }

  /** Again from the beginning when something is saved meanwhile; what is indexed by then is not indexed twice. */
  async function upToDate(steps: () => Generator<void, true>): Promise<void> {
    for (;;) {
      const now = session.revision();
      if ((await finishInSlices(steps(), () => session.revision() === now)) === true) return;
    }
  }

  const isOutdated = (withTexts: boolean): boolean =>
    revision !== session.revision() || (withTexts && searchable !== session.revision());

  async function refresh(withTexts: boolean): Promise<void> {
    while (isOutdated(withTexts)) await upToDate(revision === session.revision() ? textSteps : rowSteps);
    // What is up to date is shown to nobody who may not see it.
    session.vault('people.read');
  }

  return {
    async rows() {
      await refresh(false);
      return rows;
    },
    async search(text) {
      await refresh(true);
      return index.find(text).flatMap(({ id }) => byId.get(id) ?? []);
    },
  };
}

function* searchedPeople(vault: Pick<VaultPort, 'document'>): Iterable<Searched<'names' | 'numbers' | 'places'>> {
  for (const person of living(vault, 'people'))
    yield { id: person.id, state: String(person.version), texts: () => textsOf(person) };
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
    cleared: (person.cleared ?? []).length > 0,
    cell: inmate?.cell ?? null,
    nationalId: person.nationalIds[0] ?? null,
    phone: person.phones[0] ?? null,
    visits: visits.ofVisitor(person.id).length + visits.ofInmate(person.id).length,
    cases,
  };
}
