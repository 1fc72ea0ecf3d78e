import type { Id } from '../../../shared/domain/basics.ts';
import type { ItemOf } from '../../../shared/domain/exchange/item.ts';
import type { Candidate } from '../../../shared/domain/exchange/rows.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { AnalysisRunner } from '../analysis/analysis-thread.ts';
import { noVisits } from '../importing/stored-visits.ts';
import { living } from '../records.ts';

const mostCandidates = 5;

/**
 * People of ours whom people of theirs may be, by the same measure that finds one person recorded twice, and by the
 * registration number. Only offered: nobody is made one without an officer.
 */
export async function candidatesFor(
  vault: VaultPort,
  items: readonly ItemOf<'person'>[],
  runner: AnalysisRunner,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  if (items.length === 0) return new Map();
  const people = [...living(vault, 'people')];
  const facts = people.map(({ id, name, aliases, nationalIds, phones, addresses, birthDate, roles }) => ({
    id,
    name,
    aliases,
    nationalIds,
    phones,
    addresses,
    birthDate,
    roles: roles.map(({ kind }) => kind),
  }));
  const incoming = items.map(({ id, fields }) => {
    const { name, aliases, nationalIds, phones, addresses, birthDate } = fields;
    return { id, name, aliases, nationalIds, phones, addresses, birthDate };
  });
  const { signal } = new AbortController();
  const task = { task: 'match', incoming } as const;
  const answer = await runner.run({ people: facts, visits: noVisits }, task, () => undefined, signal);
  if (answer.task !== 'match') throw new SinergiError('internal', { part: 'analysis' });
  const found = byNumber(people, items);
  const add = (itemId: string, candidate: Candidate): void => {
    const list = found.get(itemId) ?? [];
    if (list.length < mostCandidates && !list.some(({ personId }) => personId === candidate.personId))
      list.push(candidate);
    found.set(itemId, list);
  };
  for (const { incoming: itemId, held, score, band, reasons } of answer.matches)
    add(itemId, {
      personId: held,
      name: vault.document.people[held]?.name ?? '',
      band,
      score,
      reasons: reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
    });
  return found;
}

const numberOf = (person: Pick<Person, 'roles'>): string =>
  (inmateRole(person)?.registrationNumber ?? '').replaceAll(/\s/g, '').toUpperCase();

function byNumber(people: readonly Person[], items: readonly ItemOf<'person'>[]): Map<string, Candidate[]> {
  const numbers = new Map<string, Person>();
  for (const person of people) if (numberOf(person) !== '') numbers.set(numberOf(person), person);
  const found = new Map<Id, Candidate[]>();
  for (const { id, fields } of items) {
    const number = numberOf(fields);
    const person = number === '' ? undefined : numbers.get(number);
    if (person === undefined) continue;
    // Two prisons may number alike.
    const reason = {
      field: 'registrationNumber',
      found: 'registrationNumber.same',
      values: { number },
      weight: 0,
    } as const;
    found.set(id, [{ personId: person.id, name: person.name, band: 'likely', score: 0.95, reasons: [reason] }]);
  }
  return found;
}
