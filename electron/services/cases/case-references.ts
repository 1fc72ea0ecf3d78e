import type { PersonReference } from '../../../shared/domain/case-file.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';
import { foldName, isMisspelling, nameTokens } from '../../../shared/domain/person-name.ts';
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
  const byId = new Map(people.map((person) => [person.id, [person]]));
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

  /** Whom each part of a reference means. */
  function meant({ id, registrationNumber, nationalId, name }: PersonReference): Person[][] {
    const groups: Person[][] = [];
    if (id !== undefined) groups.push(byId.get(id) ?? []);
    if (registrationNumber !== undefined) groups.push(byRegistration.get(compact(registrationNumber)) ?? []);
    if (nationalId !== undefined) groups.push(byNationalId.get(compact(nationalId)) ?? []);
    if (name !== undefined) groups.push(byName.get(foldName(name)) ?? []);
    return groups;
  }

  function fitting(reference: PersonReference): Person[] {
    const [first = [], ...others] = meant(reference);
    return first.filter((person) => others.every((group) => group.includes(person)));
  }

  /** People whom parts of the reference mean; else those of a number or name that differs by a slip of the hand. */
  function near(reference: PersonReference): Person[] {
    const found = new Set(meant(reference).flat());
    if (found.size > 0) return [...found];
    const number = compact(reference.registrationNumber ?? '');
    const nationalId = compact(reference.nationalId ?? '');
    const words = nameTokens(reference.name ?? '').filter((word) => word.length > 2);
    for (const person of people) {
      if (found.size >= shownCandidates) break;
      const isNear =
        isSlip(number, compact(inmateRole(person)?.registrationNumber ?? '')) ||
        person.nationalIds.some((known) => isSlip(nationalId, compact(known))) ||
        isNearName(words, nameTokens(person.name));
      if (isNear) found.add(person);
    }
    return [...found];
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
      return one(found, reference, place);
    },
    among(candidates, reference, place) {
      const ids = new Set(candidates.map((person) => person.id));
      const found = fitting(reference).filter((person) => ids.has(person.id));
      return found.length === 0 ? undefined : one(found, reference, place);
    },
  };
}

const isSlip = (asked: string, known: string): boolean => asked !== '' && known !== '' && isMisspelling(asked, known);

/** Each word asked for stands in the name, whole, as a part of a longer one, or misspelled. */
const isNearName = (asked: readonly string[], known: readonly string[]): boolean =>
  asked.length > 0 && asked.every((word) => known.some((other) => other.includes(word) || isMisspelling(word, other)));

function described(people: readonly Person[]): string[] {
  return people.slice(0, shownCandidates).map((person) => {
    const mark = inmateRole(person)?.registrationNumber ?? person.nationalIds[0] ?? person.phones[0];
    return mark === undefined ? `${person.id} ${person.name}` : `${person.id} ${person.name} (${mark})`;
  });
}
