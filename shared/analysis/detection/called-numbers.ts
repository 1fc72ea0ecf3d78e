import { canonicalPhones } from '../../domain/phone.ts';
import type { KnownIdentity } from '../identity/profiles.ts';
import type { EventFacts } from '../registers.ts';
import { atLeastLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import { type Comings, put, rowIdOf } from './registers-view.ts';

/** Number → inmate who called it → rows. */
export type CalledNumbers = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export function calledNumbers(calls: EventFacts): CalledNumbers {
  const canonical = calls.texts.map(canonicalPhones);
  const called = new Map<string, Map<string, number[]>>();
  for (let row = 0; row < calls.length; row += 1) {
    const inmate = calls.people[calls.inmate[row] ?? -1];
    if (inmate === undefined) continue;
    for (const number of canonical[calls.text[row] ?? -1] ?? []) {
      const callers = called.get(number) ?? new Map<string, number[]>();
      put(callers, inmate, row);
      called.set(number, callers);
    }
  }
  return called;
}

/** Owners of each number among people who are looked at; numbers of lawyers and clergy, unless they are asked for. */
export interface NumberOwners {
  readonly visitors: ReadonlyMap<string, readonly string[]>;
  readonly left: ReadonlySet<string>;
}

export function numberOwners(
  people: readonly KnownIdentity[],
  comings: Comings,
  leftPeople: ReadonlySet<string>,
): NumberOwners {
  const numbers = new Map(comings.people.map((id, number) => [id, number]));
  const visitors = new Map<string, string[]>();
  const left = new Set<string>();
  for (const { id, phones } of people) {
    const comes = comings.byWho.has(numbers.get(id) ?? -1);
    for (const phone of phones) {
      if (leftPeople.has(id)) left.add(phone);
      else if (comes) put(visitors, phone, id);
    }
  }
  return { visitors, left };
}

/** One number that several inmates call, against how many inmates numbers of this prison are called by. */
export function findSharedNumbers(
  calls: EventFacts,
  called: CalledNumbers,
  { visitors, left }: NumberOwners,
): Finding[] {
  const looked = [...called].filter(([number]) => !left.has(number));
  const mean = looked.reduce((sum, [, callers]) => sum + callers.size - 1, 0) / Math.max(1, looked.length);
  return looked.flatMap(([number, callers]): Finding[] => {
    const observed = callers.size - 1;
    if (observed < 1) return [];
    const score = -atLeastLog10(observed, mean) - Math.log10(looked.length);
    if (score < leastScore) return [];
    return [
      {
        id: `shared-number:${number}`,
        kind: 'shared-number',
        people: [...(visitors.get(number) ?? [])],
        inmates: [...callers.keys()],
        score,
        expected: mean + 1,
        observed: callers.size,
        rows: [...callers.values()].flat().map((row) => rowIdOf(calls, row)),
        values: { inmates: callers.size, contact: number },
      },
    ];
  });
}

/** Inmates who call a visitor of others who never came to them, against how many such strangers call visitors' numbers. */
export function findCalledVisitors(
  calls: EventFacts,
  called: CalledNumbers,
  { visitors, left }: NumberOwners,
  comings: Comings,
): Finding[] {
  const numbers = new Map(comings.people.map((id, number) => [id, number]));
  const cameTo = (id: string): string[] =>
    (comings.byWho.get(numbers.get(id) ?? -1) ?? []).map((row) => comings.people[comings.inmate[row] ?? -1] ?? '');
  const owned = [...visitors]
    .filter(([number]) => !left.has(number))
    .map(([number, owners]) => {
      const visited = new Set(owners.flatMap(cameTo));
      const callers = called.get(number) ?? new Map<string, readonly number[]>();
      return {
        number,
        owners,
        visited,
        callers,
        strangers: [...callers.keys()].filter((inmate) => !visited.has(inmate)),
      };
    });
  const mean = owned.reduce((sum, { strangers }) => sum + strangers.length, 0) / Math.max(1, owned.length);
  return owned.flatMap(({ number, owners, visited, callers, strangers }): Finding[] => {
    if (strangers.length === 0) return [];
    const score = -atLeastLog10(strangers.length, mean) - Math.log10(owned.length);
    if (score < leastScore) return [];
    const rows = strangers.flatMap((inmate) => callers.get(inmate) ?? []).map((row) => rowIdOf(calls, row));
    const visits = owners.flatMap((id) => comings.byWho.get(numbers.get(id) ?? -1) ?? []);
    return [
      {
        id: `called-visitor:${number}`,
        kind: 'called-visitor',
        people: [...owners],
        inmates: [...new Set([...strangers, ...visited])],
        score,
        expected: mean,
        observed: strangers.length,
        rows: [...rows, ...visits.map(comings.rowId)],
        values: { inmates: strangers.length, visited: visited.size, contact: number },
      },
    ];
  });
}
