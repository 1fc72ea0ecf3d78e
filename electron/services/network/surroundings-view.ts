import type { Input, Output } from '../../../shared/contract.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';

/** More people than this nobody surveys on one chart; those nearest are kept. */
const mostPeople = 2000;

type Around = Output<'networks.around'>;

/**
 * Everybody within so many steps of some people, over the links of all cases the officer may see and, if wanted, over
 * the visits of the registers; and everything between those people.
 *
 * @throws SinergiError `not-found`
 */
export function surroundingsOf(vault: VaultPort, { people, depth, visits }: Input<'networks.around'>): Around {
  for (const id of people) find(vault, 'people', id);
  const linksOf = linksByPerson(vault);
  const found = new Set(people);
  let rim: readonly string[] = people;
  let beyond = 0;
  for (let step = 0; step < depth && rim.length > 0; step += 1) {
    const next = new Set<string>();
    for (const id of rim) {
      for (const { from, to } of linksOf.get(id) ?? []) next.add(from === id ? to : from);
      if (visits) for (const other of visitedOrVisiting(vault, id)) next.add(other);
    }
    const fresh = [...next].filter((id) => !found.has(id) && vault.document.people[id]?.removed === undefined);
    const kept = fresh.slice(0, Math.max(0, mostPeople - found.size));
    beyond += fresh.length - kept.length;
    for (const id of kept) found.add(id);
    rim = kept;
  }
  const links = [...found].flatMap((id) =>
    (linksOf.get(id) ?? []).filter(({ from, to }) => from === id && found.has(to)),
  );
  return {
    people: [...found].flatMap((id) => {
      const person = vault.document.people[id];
      if (person === undefined) return [];
      const cell = inmateRole(person)?.cell;
      const roles = person.roles.map(({ kind }) => kind);
      return [{ id, name: person.name, roles, ...(cell === undefined || cell === '' ? {} : { cell }) }];
    }),
    links,
    visits: visits ? visitCounts(vault, found) : [],
    cases: [...new Set(links.map(({ caseId }) => caseId))].map((id) => ({
      id,
      number: find(vault, 'cases', id).number,
    })),
    beyond,
  };
}

function linksByPerson(vault: VaultPort): ReadonlyMap<string, readonly Link[]> {
  const byPerson = new Map<string, Link[]>();
  for (const link of living(vault, 'links')) {
    // A link of a case that was removed is not spoken of.
    const file = vault.document.cases[link.caseId];
    if (file === undefined || file.removed !== undefined) continue;
    for (const end of [link.from, link.to]) {
      const known = byPerson.get(end);
      if (known === undefined) byPerson.set(end, [link]);
      else known.push(link);
    }
  }
  return byPerson;
}

function visitedOrVisiting({ visits }: VaultPort, id: string): Set<string> {
  const others = new Set<string>();
  for (const position of visits.ofVisitor(id)) others.add(visits.at(position).inmateId);
  for (const position of visits.ofInmate(id)) others.add(visits.at(position).visitorId);
  return others;
}

function visitCounts({ visits }: VaultPort, among: ReadonlySet<string>): Around['visits'] {
  const pairs = new Map<string, { visitorId: string; inmateId: string; count: number; first: string; last: string }>();
  for (const visitorId of among)
    for (const position of visits.ofVisitor(visitorId)) {
      const { inmateId, date } = visits.at(position);
      if (!among.has(inmateId)) continue;
      const pair = pairs.get(`${visitorId} ${inmateId}`);
      if (pair === undefined)
        pairs.set(`${visitorId} ${inmateId}`, { visitorId, inmateId, count: 1, first: date, last: date });
      else {
        pair.count += 1;
        pair.last = date;
      }
    }
  return [...pairs.values()];
}
