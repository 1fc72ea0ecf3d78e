import type { Id } from '../../../shared/domain/basics.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import { roleText } from '../../../shared/domain/exchange/person-values.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { Person } from '../../../shared/domain/person.ts';

/**
 * What other agencies have a part in each person, also by people who were joined to them: what such a person held is then
 * theirs within ours.
 */
export function originsByPerson(
  document: Pick<VaultDocument, 'people' | 'joins'>,
): (personId: Id) => readonly Origin[] {
  const absorbed = new Map<Id, Person[]>();
  const joins = Object.values(document.joins).filter(({ removed }) => removed === undefined);
  for (const [id, kept] of joinedPeople(joins)) {
    const person = document.people[id];
    if (person?.origins === undefined) continue;
    const list = absorbed.get(kept);
    if (list === undefined) absorbed.set(kept, [person]);
    else list.push(person);
  }
  return (personId) => [
    ...(document.people[personId]?.origins ?? []),
    ...(absorbed.get(personId) ?? []).flatMap((person) =>
      (person.origins ?? []).map((origin) =>
        origin.whole ? { ...origin, whole: false, values: valuesOf(person) } : origin,
      ),
    ),
  ];
}

/** Everything that is said of a person, by field. */
export const valuesOf = ({
  name,
  aliases,
  nationalIds,
  phones,
  addresses,
  birthDate,
  roles,
}: Pick<
  Person,
  'name' | 'aliases' | 'nationalIds' | 'phones' | 'addresses' | 'birthDate' | 'roles'
>): Origin['values'] => ({
  aliases: [name, ...aliases],
  nationalIds: [...nationalIds],
  phones: [...phones],
  addresses: [...addresses],
  ...(birthDate === undefined ? {} : { birthDate: [birthDate] }),
  roles: roles.map(roleText),
});
