import { mostOfPerson, type PersonFields, type Role } from '../../domain/person.ts';

const lists = ['aliases', 'nationalIds', 'phones', 'addresses'] as const;
const notesLength = 5000;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Everything that several records say of one person; the first one's name stays, the others' become aliases. */
export function joinFields(kept: PersonFields, others: readonly PersonFields[]): PersonFields {
  const all = [kept, ...others];
  const names = others.flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => name !== kept.name);
  const birthDate = all.find((each) => each.birthDate !== undefined)?.birthDate;
  const texts = (field: (typeof lists)[number]): string[] => [...new Set(all.flatMap((each) => each[field]))];
  const roles: Role[] = [];
  for (const role of all.flatMap((each) => each.roles)) if (!roles.some((known) => same(known, role))) roles.push(role);
  return {
    name: kept.name,
    aliases: [...new Set([...kept.aliases, ...names])].slice(0, mostOfPerson.aliases),
    ...(birthDate === undefined ? {} : { birthDate }),
    nationalIds: texts('nationalIds').slice(0, mostOfPerson.nationalIds),
    phones: texts('phones').slice(0, mostOfPerson.phones),
    addresses: texts('addresses').slice(0, mostOfPerson.addresses),
    roles: roles.slice(0, mostOfPerson.roles),
    notes: [...new Set(all.map(({ notes }) => notes).filter((notes) => notes !== ''))].join('\n').slice(0, notesLength),
  };
}

/** Whether all of it finds room: a person who is joined loses nothing. */
export function findsRoom(joined: PersonFields, parts: readonly PersonFields[]): boolean {
  const { notes } = joined;
  return (
    lists.every((field) => parts.every((part) => part[field].every((text) => joined[field].includes(text)))) &&
    parts.every(({ name }) => name === joined.name || joined.aliases.includes(name)) &&
    parts.every(({ roles }) => roles.every((role) => joined.roles.some((known) => same(known, role)))) &&
    parts.every((part) => notes.includes(part.notes))
  );
}

/**
 * The kept person without what the join brought: exactly what was before it when nothing was changed since, and else with
 * the changes made since.
 */
export function separatedFields(now: PersonFields, before: PersonFields, after: PersonFields): PersonFields {
  const kept = <T>(current: readonly T[], old: readonly T[], joined: readonly T[]): T[] =>
    current.filter((value) => old.some((each) => same(each, value)) || !joined.some((each) => same(each, value)));
  const texts = (field: (typeof lists)[number]): string[] => kept(now[field], before[field], after[field]);
  const birthDate = now.birthDate === after.birthDate ? before.birthDate : now.birthDate;
  const roles = kept(now.roles, before.roles, after.roles);
  return {
    name: now.name === after.name ? before.name : now.name,
    aliases: texts('aliases'),
    ...(birthDate === undefined ? {} : { birthDate }),
    nationalIds: texts('nationalIds'),
    phones: texts('phones'),
    addresses: texts('addresses'),
    roles: roles.length === 0 ? [...before.roles] : roles,
    notes: now.notes === after.notes ? before.notes : now.notes,
  };
}
