import { atLeastLog10, atMostLog10 } from './detection/chance.ts';

/** What a person's pattern of life is read from. */
export const lifeKinds = ['visits', 'goods', 'calls', 'finds', 'moves'] as const;
export type LifeKind = (typeof lifeKinds)[number];

export interface LifeEvent {
  readonly id: string;
  readonly kind: LifeKind;
  /** A day of the prison's own calendar, `2026-03-02`. */
  readonly date: string;
  /** `09:00` of the prison's own clock; null when the register wrote no time. */
  readonly time: string | null;
  /** Who was visited or came, who sent or received, the number that was called; empty where the register names nobody. */
  readonly other: string;
}

/** Somebody or a number that comes up again and again. */
export interface Regular {
  readonly kind: LifeKind;
  readonly other: string;
  readonly count: number;
  /** Weeks in which it came up, of all weeks from its first to its last time. */
  readonly weeks: number;
  readonly ofWeeks: number;
  /** 0 is Monday; the day of the week that more than half of them fall on, else null. */
  readonly weekday: number | null;
  /** The hour that the middle one of all with a time falls in. */
  readonly hour: number | null;
  readonly first: string;
  readonly last: string;
}

/** A silence that is long for this person, by their own rhythm. */
export interface Gap {
  readonly kind: LifeKind;
  /** Last day before it, and first day after it; null while it goes on. */
  readonly from: string;
  readonly until: string | null;
  readonly days: number;
  /** Days between two of them, in the middle. */
  readonly usual: number;
  /** log10 of how often days thrown at this person's own pace would leave such a silence anywhere. */
  readonly chance: number;
}

/** Four weeks with far more or far fewer days than this person's weeks before. */
export interface LifeChange {
  readonly kind: LifeKind;
  readonly from: string;
  readonly until: string;
  readonly observed: number;
  readonly expected: number;
  readonly rise: boolean;
  /** log10 of how often chance gives as much in any of the four weeks looked at. */
  readonly chance: number;
}

export interface Heat {
  /** By day of the week from Monday, then hour. */
  readonly cells: readonly (readonly number[])[];
  readonly most: number;
  /** Those of a day of which no time was written. */
  readonly untimed: number;
}

const day = 86_400_000;
const hours = 24;
const leastRegular = 4;
const leastDays = 6;
const windowDays = 28;
const leastEarlierDays = 56;
/** Once in a hundred lives without any pattern. */
const enough = -2;

const dayNumber = (date: string): number => Math.floor(Date.parse(date) / day);
const dayText = (number: number): string => new Date(number * day).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;
const weekOf = (number: number): number => Math.floor((number + 3) / 7);
const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;
const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

export function heatOf(events: readonly LifeEvent[]): Heat {
  const cells = Array.from({ length: 7 }, () => Array.from({ length: hours }, () => 0));
  let [most, untimed] = [0, 0];
  for (const { date, time } of events) {
    const row = cells[weekdayOf(dayNumber(date))];
    if (time === null || row === undefined) {
      untimed += 1;
      continue;
    }
    const hour = Number(time.slice(0, 2));
    const count = (row[hour] ?? 0) + 1;
    row[hour] = count;
    most = Math.max(most, count);
  }
  return { cells, most, untimed };
}

/** Whether an event falls into a cell of the heat map. */
export const fallsInto = ({ date, time }: LifeEvent, weekday: number, hour: number): boolean =>
  time !== null && weekdayOf(dayNumber(date)) === weekday && Number(time.slice(0, 2)) === hour;

/** Who and what comes up in at least four weeks, the most frequent first. */
export function regularsOf(events: readonly LifeEvent[]): Regular[] {
  const groups = new Map<string, LifeEvent[]>();
  for (const event of events) {
    if (event.other === '') continue;
    const key = `${event.kind} ${event.other}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  const found = [...groups.values()].flatMap((group): Regular[] => {
    const [one] = group;
    const days = ascending(group.map(({ date }) => dayNumber(date)));
    const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
    const weeks = new Set(days.map(weekOf)).size;
    if (one === undefined || weeks < leastRegular) return [];
    const timed = ascending(group.flatMap(({ time }) => (time === null ? [] : [Number(time.slice(0, 2))])));
    return [
      {
        kind: one.kind,
        other: one.other,
        count: group.length,
        weeks,
        ofWeeks: weekOf(last) - weekOf(first) + 1,
        weekday: mostOf(days.map(weekdayOf)),
        hour: timed.length === 0 ? null : middle(timed),
        first: dayText(first),
        last: dayText(last),
      },
    ];
  });
  return found.sort((a, b) => b.count - a.count || (`${a.kind} ${a.other}` < `${b.kind} ${b.other}` ? -1 : 1));
}

/** What more than half of them are; null when nothing is. */
function mostOf(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of counts) if (count * 2 > values.length) return value;
  return null;
}

function daysByKind(events: readonly LifeEvent[]): ReadonlyMap<LifeKind, readonly number[]> {
  const days = new Map<LifeKind, Set<number>>();
  for (const { kind, date } of events) days.set(kind, (days.get(kind) ?? new Set()).add(dayNumber(date)));
  return new Map([...days].map(([kind, each]) => [kind, ascending(each)]));
}

/**
 * Silences that days thrown at this person's own pace would leave once in a hundred lives or less. A fortnight at least, and
 * three times the usual distance.
 *
 * @param until the last day each register tells of: a silence at its end goes on
 */
export function gapsOf(events: readonly LifeEvent[], until: Readonly<Partial<Record<LifeKind, string>>>): Gap[] {
  const gaps: Gap[] = [];
  for (const [kind, days] of daysByKind(events)) {
    if (days.length < leastDays) continue;
    const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
    const distances = days.slice(1).map((each, place) => each - (days[place] ?? 0));
    const usual = middle(ascending(distances));
    const end = until[kind] === undefined ? last : Math.max(last, dayNumber(until[kind]));
    const look = (from: number, to: number, isOpen: boolean): void => {
      const length = to - from;
      if (length < 14 || length < 3 * usual) return;
      // The silence itself does not make the pace slower: it is left out of it.
      const pace = (days.length - 1) / Math.max(1, last - first - (isOpen ? 0 : length));
      const chance = Math.min(0, Math.log10(days.length) + (-length * pace) / Math.LN10);
      if (chance > enough) return;
      gaps.push({ kind, from: dayText(from), until: isOpen ? null : dayText(to), days: length, usual, chance });
    };
    for (const [place, to] of days.slice(1).entries()) look(days[place] ?? 0, to, false);
    look(last, end, true);
  }
  return gaps.sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** Four weeks, side by side from the end, in which there were far more or far fewer days than before, the newest first. */
export function changesOf(
  events: readonly LifeEvent[],
  until: Readonly<Partial<Record<LifeKind, string>>>,
): LifeChange[] {
  const changes: LifeChange[] = [];
  for (const [kind, days] of daysByKind(events)) {
    const first = days[0] ?? 0;
    const end = until[kind] === undefined ? (days.at(-1) ?? 0) : Math.max(days.at(-1) ?? 0, dayNumber(until[kind]));
    const starts: number[] = [];
    for (let from = end - windowDays + 1; from - first >= leastEarlierDays; from -= windowDays) starts.push(from);
    for (const from of starts) {
      const earlier = days.filter((each) => each < from).length;
      const observed = days.filter((each) => each >= from && each < from + windowDays).length;
      const expected = ((earlier + 0.5) / (from - first)) * windowDays;
      const rise = observed > expected;
      const tail = rise ? atLeastLog10(observed, expected) : atMostLog10(observed, expected);
      const chance = Math.min(0, tail + Math.log10(2 * starts.length));
      if (chance > enough) continue;
      changes.push({
        kind,
        from: dayText(from),
        until: dayText(from + windowDays - 1),
        observed,
        expected,
        rise,
        chance,
      });
    }
  }
  return changes.sort((a, b) => (a.from < b.from ? 1 : -1));
}
