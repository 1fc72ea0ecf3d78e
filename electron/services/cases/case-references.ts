import type { PersonReference } from '../../../shared/domain/case-file.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import { hasRole, inmateRole, type Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

const shownCandidates = 10;
const compact = (value: string): string => value.replace(/[^\p{Letter}\p{Number}]/gu, '').toUpperCase();

/** Finds people by what a case file says of them; a reference that fits nobody or several is refused, never guessed. */
export interface References {
  /**
   * @param place where the reference stands in the file, for the error: `members[2]`
   * @returns undefined for a supplier nobody bears the name of yet
   * @throws SinergiError `reference-unknown`, `reference-ambiguous` with `place` and `candidates`
   */
  find(reference: PersonReference, place: string, part?: MemberPart): Person | undefined;
  /** As `find`, but only among these people; undefined when none fits. */
  among(people: readonly Person[], reference: PersonReference, place: string): Person | undefined;
}

export function createReferences(vault: VaultPort): References {
  const people = [...living(vault, 'people')];
  const byRegistration = new Map<string, Person[]>();
  const byNationalId = new Map<string, Person[]>();
  const byName = new Map<string, Person[]>();
  const put = (map: Map<string, Person[]>, key: string, person: Person): void => {
    const bearers = map.get(key);
    if (bearers === undefined) map.set(key, [person]);
    else if (!bearers.includes(person)) bearers.push(person);
  };
  for (const person of people) {
    const registration = inmateRole(person)?.registrationNumber;
    if (registration !== undefined) put(byRegistration, compact(registration), person);
    for (const nationalId of person.nationalIds) put(byNationalId, compact(nationalId), person);
    for (const name of [person.name, ...person.aliases]) put(byName, foldName(name), person);
  }

  function fitting({ id, registrationNumber, nationalId, name }: PersonReference): Person[] {
    const groups: Person[][] = [];
    if (id !== undefined) groups.push(people.filter((person) => person.id === id));
    if (registrationNumber !== undefined) groups.push(byRegistration.get(compact(registrationNumber)) ?? []);
    if (nationalId !== undefined) groups.push(byNationalId.get(compact(nationalId)) ?? []);
    if (name !== undefined) groups.push(byName.get(foldName(name)) ?? []);
    const [first = [], ...others] = groups;
    return first.filter((person) => others.every((group) => group.includes(person)));
  }

  function near(reference: PersonReference): Person[] {
    const words = foldName(reference.name ?? '')
      .split(' ')
      .filter((word) => word.length > 2);
    if (words.length === 0) return [];
    return people.filter((person) => words.every((word) => foldName(person.name).includes(word)));
  }

  function one(found: readonly Person[], reference: PersonReference, place: string): Person {
    const [only, second] = found;
    if (only === undefined)
      throw new SinergiError('reference-unknown', { place, candidates: described(near(reference)) });
    if (second !== undefined) throw new SinergiError('reference-ambiguous', { place, candidates: described(found) });
    return only;
  }

  return {
    find(reference, place, part) {
      const found = fitting(reference);
      const byNameOnly =
        reference.id === undefined && reference.registrationNumber === undefined && reference.nationalId === undefined;
      if (part === 'supplier' && byNameOnly) {
        // Sharing a name with a supplier accuses nobody: only a person already alleged to be one is taken.
        const known = found.filter((person) => hasRole(person, 'supplier'));
        return known.length === 0 ? undefined : one(known, reference, place);
      }
      if (byNameOnly && found.length > 1 && (part === 'inmate' || part === 'visitor')) {
        const inRole = found.filter((person) => hasRole(person, part));
        return one(inRole.length === 0 ? found : inRole, reference, place);
      }
      return one(found, reference, place);
    },
    among(candidates, reference, place) {
      const ids = new Set(candidates.map((person) => person.id));
      const found = fitting(reference).filter((person) => ids.has(person.id));
      return found.length === 0 ? undefined : one(found, reference, place);
    },
  };
}

function described(people: readonly Person[]): string[] {
  return people.slice(0, shownCandidates).map((person) => {
    const mark = inmateRole(person)?.registrationNumber ?? person.nationalIds[0] ?? person.phones[0];
    return mark === undefined ? `${person.id} ${person.name}` : `${person.id} ${person.name} (${mark})`;
  });
}
