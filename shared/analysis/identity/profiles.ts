import { cleanNationalId } from '../../domain/national-id.ts';
import type { PersonFields } from '../../domain/person.ts';
import type { VisitFacts } from '../registers.ts';
import type { IdentityProfile, Tie } from './subject.ts';

export type KnownIdentity = Pick<PersonFields, 'name' | 'aliases' | 'nationalIds' | 'phones' | 'addresses'> & {
  readonly id: string;
  readonly birthDate?: string | undefined;
};

interface Visited {
  readonly ties: Map<string, Tie>;
  readonly presences: number[];
  readonly timesWritten: Map<string, number>;
}

const minutesInDay = 1440;
/** More inmates than a vault can hold, so that moment and inmate fit into one whole number. */
const inmateLimit = 2 ** 20;

/** What the vault says of people, together with what their visits say. */
export function identityProfiles(people: readonly KnownIdentity[], visits: VisitFacts): IdentityProfile[] {
  const numberOf = new Map(visits.people.map((id, number) => [id, number]));
  const visited = new Map<number, Visited>(
    people.flatMap(({ id }) => {
      const number = numberOf.get(id);
      return number === undefined ? [] : [[number, { ties: new Map(), presences: [], timesWritten: new Map() }]];
    }),
  );
  const written = visits.nationalIds.map(cleanNationalId);
  for (let row = 0; row < visits.length; row += 1) {
    const of = visited.get(visits.visitor[row] ?? -1);
    if (of === undefined) continue;
    const [inmate = 0, relation = 0] = [visits.inmate[row], visits.relation[row]];
    const key = `${inmate} ${relation}`;
    if (!of.ties.has(key))
      of.ties.set(key, { inmate: visits.people[inmate] ?? '', relation: visits.relations[relation] ?? '' });
    const time = visits.time[row] ?? -1;
    if (time >= 0) of.presences.push(((visits.date[row] ?? 0) * minutesInDay + time) * inmateLimit + inmate);
    const nationalId = written[visits.nationalId[row] ?? -1] ?? '';
    if (nationalId !== '') of.timesWritten.set(nationalId, (of.timesWritten.get(nationalId) ?? 0) + 1);
  }
  return people.map(({ id, name, aliases, nationalIds, phones, addresses, birthDate }) => {
    const of = visited.get(numberOf.get(id) ?? -1);
    return {
      id,
      names: [name, ...aliases],
      nationalIds,
      phones,
      addresses,
      birthDate,
      ties: of === undefined ? [] : [...of.ties.values()],
      presences: of?.presences ?? [],
      timesWritten: of?.timesWritten ?? new Map(),
    };
  });
}
