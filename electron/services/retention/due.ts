import { eventKinds } from '../../../shared/domain/event.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { CollectionName } from '../../../shared/domain/document.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type DueRow, dueUntil, type RetentionClass, usualMonths } from '../../../shared/domain/retention.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';

/** The months agreed for a class, or the usual ones. */
export function monthsOf(vault: GuardedVault, recordClass: RetentionClass): number {
  for (const rule of living(vault, 'retentionRules')) if (rule.recordClass === recordClass) return rule.months;
  return usualMonths[recordClass];
}

/** Collections that may name a visitor without tying them to anything: they go with the visitor. */
const goesAlong: ReadonlySet<string> = new Set<CollectionName>([
  'people',
  'joins',
  'identityDecisions',
  'dismissals',
  'alerts',
  'alertActs',
  'deskVisits',
  'visitCorrections',
  'imports',
  'weedings',
  'receivedItems',
]);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Everybody some other record names: members of cases, ends of links, whoever is banned, and whatever a later version of the
 * program ties to people. Also what the officer must not know of, and removed records, which can be brought back.
 */
export function referredTo(vault: GuardedVault): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const [collection, records] of Object.entries(vault.beyondNeedToKnow))
    if (!goesAlong.has(collection))
      for (const [id] of JSON.stringify(Object.values(records)).matchAll(uuid)) found.add(id);
  return found;
}

/** When something was last new about each person, by the registers and the counter: the latest day of a row, and how many rows. */
interface Traces {
  readonly last: string;
  readonly rows: number;
}

export function tracesOf(vault: GuardedVault): (person: Person) => Traces {
  const events = new Map<Id, { last: string; rows: number }>();
  for (const kind of eventKinds)
    for (const { date, texts } of vault.events.all(kind))
      for (const column of ['visitorId', 'inmateId']) {
        const id = texts[column] ?? '';
        const known = events.get(id);
        events.set(id, {
          last: known !== undefined && known.last > date ? known.last : date,
          rows: (known?.rows ?? 0) + 1,
        });
      }
  for (const { visitorId, inmateId, day } of living(vault, 'deskVisits'))
    for (const id of [visitorId, inmateId]) {
      const known = events.get(id);
      events.set(id, {
        last: known !== undefined && known.last > day ? known.last : day,
        rows: (known?.rows ?? 0) + 1,
      });
    }
  return ({ id, createdAt, changedAt, provenance }) => {
    // Each oldest first.
    const visits = [vault.visits.ofVisitor(id), vault.visits.ofInmate(id)];
    const days = visits.flatMap((positions) => {
      const newest = positions.at(-1);
      return newest === undefined ? [] : [vault.visits.at(newest).date];
    });
    const event = events.get(id);
    const rows = visits.reduce((sum, { length }) => sum + length, event?.rows ?? 0);
    // A register is often read in years later; only of whom no row tells anything, the entry itself does.
    const own = rows === 0 || provenance.kind !== 'register' ? (rows === 0 ? createdAt : changedAt).slice(0, 10) : '';
    const last = [...days, event?.last ?? '', own].reduce((a, b) => (a > b ? a : b));
    return { last, rows };
  };
}

/** Nobody but a visitor: inmates, staff, lawyers and whoever an officer called anything else stay. */
export const isVisitorOnly = (vault: GuardedVault, person: Person): boolean =>
  person.roles.every(({ kind }) => kind === 'visitor') && vault.visits.ofInmate(person.id).length === 0;

const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** What is due in a class, longest due first. People and cases as far as this officer may see them. */
export function dueIn(vault: GuardedVault, recordClass: RetentionClass, today: string): readonly DueRow[] {
  const until = dueUntil(today, monthsOf(vault, recordClass));
  const rows = rowsOf(vault, recordClass).filter(({ last }) => last < until);
  return rows.sort((a, b) => (a.last === b.last ? (a.id < b.id ? -1 : 1) : a.last < b.last ? -1 : 1));
}

function rowsOf(vault: GuardedVault, recordClass: RetentionClass): DueRow[] {
  switch (recordClass) {
    case 'people-unlinked': {
      const linked = referredTo(vault);
      return peopleRows(vault, recordClass, (person) => !linked.has(person.id) && isVisitorOnly(vault, person));
    }
    case 'people-in-cases': {
      const open = new Set<Id>();
      const closed = new Set<Id>();
      for (const { status, members } of living({ document: vault.beyondNeedToKnow }, 'cases'))
        for (const { personId } of members) (status === 'open' ? open : closed).add(personId);
      return peopleRows(vault, recordClass, ({ id }) => closed.has(id) && !open.has(id));
    }
    case 'cases-closed':
      return [...living(vault, 'cases')]
        .filter(({ status }) => status === 'closed')
        .map(({ id, number, changedAt }) => ({
          recordClass,
          id,
          label: number,
          last: changedAt.slice(0, 10),
          rows: 0,
        }));
    case 'visits': {
      const months = new Map<string, number>();
      for (const { date } of vault.visits.batches())
        for (const day of date) {
          const month = new Date(day * 86_400_000).toISOString().slice(0, 7);
          months.set(month, (months.get(month) ?? 0) + 1);
        }
      return [...months].map(([month, rows]) => ({ recordClass, id: month, label: month, last: lastDay(month), rows }));
    }
  }
}

function peopleRows(vault: GuardedVault, recordClass: RetentionClass, belongs: (person: Person) => boolean): DueRow[] {
  const traces = tracesOf(vault);
  return [...living(vault, 'people')]
    .filter(belongs)
    .map((person) => ({ recordClass, id: person.id, label: person.name, ...traces(person) }));
}

/** The class a person's record falls into; none for inmates, staff and others who are kept for what they are. */
export const classOf = (vault: GuardedVault, person: Person, isTied: boolean): RetentionClass | null =>
  isTied ? 'people-in-cases' : isVisitorOnly(vault, person) ? 'people-unlinked' : null;
