import type { Series } from '../../../shared/analysis/mitigation/early-warnings.ts';
import { lastDayOf, weekOf, weekOfDayNumber, weeksLater } from '../../../shared/analysis/mitigation/weeks.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { blockOf } from '../../../shared/domain/cell.ts';
import { eventColumns, type EventKind } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { isIntegrityKind } from '../../../shared/domain/finding.ts';
import { findKindOf, type FindKind } from '../../../shared/domain/mitigation/find-kind.ts';
import { type IndicatorKind, indicatorKinds } from '../../../shared/domain/mitigation/indicator.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import type { TextColumn, VaultPort } from '../../vault/port.ts';
import { createSlices } from '../../vault/slices.ts';
import { dayNumber } from '../importing/visit-numbers.ts';
import { living } from '../records.ts';

/** Weeks that are counted and shown, the newest one among them. */
export const shownWeeks = 12;

export interface WeeklyCounts {
  readonly series: readonly Series[];
  /** By indicator, the first week its register says anything of. */
  readonly firstWeek: Partial<Record<IndicatorKind, string>>;
}

type Seen = Pick<VaultPort, 'document' | 'visits' | 'events'>;

const kindOfFind = {
  drug: 'drug-finds',
  phone: 'phone-finds',
  weapon: 'weapon-finds',
  money: null,
  other: null,
} as const satisfies Record<FindKind, IndicatorKind | null>;

/** Counts as they are gathered, for the weeks that are wanted. */
class Tally {
  readonly #counts = new Map<IndicatorKind, Map<string, Map<string, number>>>();
  readonly firstWeek: Partial<Record<IndicatorKind, string>> = {};

  /** @param block empty where nobody knows it: counted for no block */
  add(kind: IndicatorKind, block: string, week: string, count = 1): void {
    if (block === '') return;
    const blocks = this.#counts.get(kind) ?? new Map<string, Map<string, number>>();
    this.#counts.set(kind, blocks);
    const weeks = blocks.get(block) ?? new Map<string, number>();
    blocks.set(block, weeks);
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }

  reaches(kind: IndicatorKind, week: string): void {
    const first = this.firstWeek[kind];
    if (first === undefined || week < first) this.firstWeek[kind] = week;
  }

  get series(): Series[] {
    return indicatorKinds.flatMap((kind) =>
      [...(this.#counts.get(kind) ?? [])].map(([block, weeks]) => ({ kind, block, weeks })),
    );
  }
}

/** The newest week with anything in the registers of events, the visits or the incidents; null when there is nothing. */
export function newestWeek(vault: Seen): string | null {
  let last = Number.NEGATIVE_INFINITY;
  const note = (batches: Iterable<{ readonly date: Int32Array }>): void => {
    for (const { date } of batches) for (const each of date) if (each > last) last = each;
  };
  note(vault.visits.batches());
  for (const kind of ['calls', 'finds', 'moves'] as const) note(vault.events.batches(kind));
  for (const { happenedOn } of living(vault, 'incidents')) last = Math.max(last, dayNumber(happenedOn));
  for (const { result } of living(vault, 'cellSearches'))
    if (result !== undefined) last = Math.max(last, dayNumber(result.heldOn));
  return Number.isFinite(last) ? weekOfDayNumber(last) : null;
}

/**
 * Counts the registers by block and week, column by column and in slices, so that nothing stands still for it. Visits and calls
 * count where the inmate lives now; finds where they were made, or where the inmate lives they were made with; moves where they led to.
 *
 * @param until Monday of the last week that is wanted
 */
export async function countWeeks(vault: Seen, until: string): Promise<WeeklyCounts> {
  const tally = new Tally();
  const slices = createSlices();
  const from = weeksLater(until, 1 - shownWeeks);
  const days = { from: dayNumber(from), until: dayNumber(lastDayOf(until)) };
  const homes = homesOf(vault);
  const joined = joinedPeople(living(vault, 'joins'));
  const homeOf = (id: Id): string => homes.get(joined.get(id) ?? id) ?? '';
  const weeks = new Map<number, string>();
  const weekAt = (day: number): string => {
    const week = weeks.get(day) ?? weekOfDayNumber(day);
    weeks.set(day, week);
    return week;
  };

  async function rows(
    kind: IndicatorKind,
    { date, length }: { readonly date: Int32Array; readonly length: number },
    take: (row: number, week: string) => void,
  ): Promise<void> {
    let first = Number.POSITIVE_INFINITY;
    for (let row = 0; row < length; row += 1) {
      if (row % 10_000 === 0 && slices.due()) await slices.pause();
      const day = date[row] ?? 0;
      if (day < first) first = day;
      if (day < days.from || day > days.until) continue;
      const week = weekAt(day);
      tally.reaches(kind, week);
      take(row, week);
    }
    if (Number.isFinite(first) && first <= days.until) tally.reaches(kind, weekAt(first));
  }

  for (const batch of vault.visits.batches()) {
    const blocks = decoded(batch.texts.inmateId, homeOf);
    await rows('visits', batch, (row, week) => tally.add('visits', blocks(row), week));
  }
  for (const batch of vault.events.batches('calls')) {
    const inmates = decoded(columnOf(batch.texts, 'calls', 'inmateId'), homeOf);
    const cells = decoded(columnOf(batch.texts, 'calls', 'cell'), blockOf);
    await rows('calls', batch, (row, week) => tally.add('calls', inmates(row) || cells(row), week));
  }
  for (const batch of vault.events.batches('moves')) {
    const cells = decoded(columnOf(batch.texts, 'moves', 'toCell'), blockOf);
    await rows('moves', batch, (row, week) => tally.add('moves', cells(row), week));
  }
  for (const batch of vault.events.batches('finds')) {
    const cells = decoded(columnOf(batch.texts, 'finds', 'cell'), blockOf);
    const inmates = decoded(columnOf(batch.texts, 'finds', 'inmateId'), homeOf);
    const things = decoded(columnOf(batch.texts, 'finds', 'item'), findKindOf);
    await rows('finds', batch, (row, week) => addFind(tally, things(row), cells(row) || inmates(row), week));
  }
  // Where finds are kept at all, none of a kind is a number too.
  for (const kind of ['drug-finds', 'phone-finds', 'weapon-finds'] as const)
    if (tally.firstWeek.finds !== undefined) tally.reaches(kind, tally.firstWeek.finds);
  addRecords(tally, vault, { from, until: lastDayOf(until) }, homeOf);
  addOccupancy(tally, vault, until, homes);
  return { series: tally.series, firstWeek: tally.firstWeek };
}

function addFind(tally: Tally, thing: FindKind, block: string, week: string): void {
  tally.add('finds', block, week);
  const kind = kindOfFind[thing];
  if (kind === null) return;
  tally.add(kind, block, week);
}

/** What officers wrote down themselves: results of searches, incidents, findings that were kept. */
function addRecords(
  tally: Tally,
  vault: Seen,
  { from, until }: { readonly from: string; readonly until: string },
  homeOf: (inmateId: Id) => string,
): void {
  const isWanted = (day: string): boolean => day >= from && day <= until;
  for (const { result } of living(vault, 'cellSearches')) {
    if (result === undefined || result.inRegister || !isWanted(result.heldOn)) continue;
    const week = weekOf(result.heldOn);
    tally.reaches('finds', week);
    for (const { kind, block } of result.found) addFind(tally, kind, block, week);
  }
  for (const { happenedOn, block = '' } of living(vault, 'incidents')) {
    if (happenedOn <= until) tally.reaches('incidents', weekOf(happenedOn));
    if (isWanted(happenedOn)) tally.add('incidents', block, weekOf(happenedOn));
  }
  for (const { kind, inmates, createdAt } of living(vault, 'alerts')) {
    const day = prisonDay(new Date(createdAt));
    // What names staff is for integrity alone, and counts for nobody else.
    if (isIntegrityKind(kind) || !isWanted(day)) continue;
    for (const block of new Set(inmates.map(homeOf))) tally.add('alerts', block, weekOf(day));
  }
}

/** How full the blocks of the plan are, in percent of their places. */
function addOccupancy(tally: Tally, vault: Seen, week: string, homes: ReadonlyMap<Id, string>): void {
  const [plan] = living(vault, 'prisonPlans');
  const people = headcount(homes);
  for (const { block, capacity } of plan?.blocks ?? [])
    if (capacity > 0) tally.add('occupancy', block, week, Math.round((100 * (people.get(block) ?? 0)) / capacity));
}

/** Inmates by block. */
export function headcount(homes: ReadonlyMap<Id, string>): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const block of homes.values()) people.set(block, (people.get(block) ?? 0) + 1);
  return people;
}

/** The block each inmate lives in, as their record says now; without those whose sentence ended. */
export function homesOf(vault: Pick<VaultPort, 'document'>): ReadonlyMap<Id, string> {
  const homes = new Map<Id, string>();
  for (const person of living(vault, 'people')) {
    const block = blockOf(inmateRole(person)?.cell ?? '');
    if (block !== '') homes.set(person.id, block);
  }
  return homes;
}

const columnOf = (texts: readonly TextColumn[], kind: EventKind, name: string): TextColumn | undefined =>
  texts[eventColumns(kind).indexOf(name)];

/** Of a row, what its text means; each distinct text is read once. */
function decoded<T>(column: TextColumn | undefined, read: (text: string) => T): (row: number) => T {
  const values = column?.distinct.map(read) ?? [];
  const none = read('');
  return (row) => values[column?.index[row] ?? -1] ?? none;
}
