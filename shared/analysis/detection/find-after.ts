import { atLeastLog10 } from './chance.ts';
import type { CellHistory } from './cell-history.ts';
import { type Finding, leastScore } from './finding.ts';
import { type Comings, put, rowIdOf } from './registers-view.ts';
import type { EventFacts } from '../registers.ts';

/** A find so many days after a visit or deposit, or on the same day, follows it. */
const daysAfter = 3;
const leastFinds = 2;
const weekDays = 7;

/** Days of finds by inmate, each with its rows; a find that names nobody is everybody's in the cell. */
export type FindDays = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

export function findDays(finds: EventFacts, cells: CellHistory): FindDays {
  const days = new Map<string, Map<number, string[]>>();
  for (let row = 0; row < finds.length; row += 1) {
    const named = finds.people[finds.inmate[row] ?? -1];
    const day = finds.date[row] ?? 0;
    const whose = named === undefined ? cells.in(finds.texts[finds.cell[row] ?? -1] ?? '', day) : [named];
    for (const inmate of whose) {
      const own = days.get(inmate) ?? new Map<number, string[]>();
      put(own, day, rowIdOf(finds, row));
      days.set(inmate, own);
    }
  }
  return days;
}

interface Followed {
  readonly inmates: Set<string>;
  readonly rows: Set<string>;
  /** Finds at all of the inmates. */
  finds: number;
  observed: number;
  expected: number;
}

/**
 * Finds that follow visits or deposits. Chance keeps how many finds an inmate has and on which days of the week finds are
 * made, and throws their days over the whole time: somebody who comes every day is followed by every find, and that says
 * nothing. Counted for each visitor over all inmates, and for each inmate over all visitors.
 */
export function findFindsAfter(
  comings: Comings,
  finds: FindDays,
  kind: 'find-after-visit' | 'find-after-deposit',
  withFamilies: boolean,
): Finding[] {
  const weigh = dayWeights(comings, finds);
  if (weigh === null) return [];
  const ofInmate = (inmate: number): string => comings.people[inmate] ?? '';
  const inmateNumbers = [...comings.byInmate.keys()].filter((inmate) => finds.has(ofInmate(inmate)));
  const visitors = new Map<number, Followed>();
  const inmates = new Map<number, Followed>();
  for (const inmate of inmateNumbers) {
    const id = ofInmate(inmate);
    const own = finds.get(id) ?? new Map<number, readonly string[]>();
    const rows = comings.byInmate.get(inmate) ?? [];
    count(followedOf(inmates, inmate), id, rows, own, comings, weigh);
    const byWho = new Map<number, number[]>();
    for (const row of rows) put(byWho, comings.who[row] ?? -1, row);
    for (const [who, theirs] of byWho) count(followedOf(visitors, who), id, theirs, own, comings, weigh);
  }
  const several = (who: number): boolean =>
    new Set((comings.byWho.get(who) ?? []).map((row) => comings.inmate[row])).size > 1;
  const told = (
    followed: Map<number, Followed>,
    id: (number: number) => string,
    people: (number: number) => string[],
  ): Finding[] => {
    // Where there were fewer finds, none could ever be enough, so it is no attempt either.
    const tried = [...followed].filter(([, { finds: all }]) => all >= leastFinds);
    return tried.flatMap(([number, { inmates: whose, rows, observed, expected }]): Finding[] => {
      if (observed < leastFinds) return [];
      const score = -atLeastLog10(observed, expected) - Math.log10(tried.length);
      if (score < leastScore) return [];
      return [
        {
          id: id(number),
          kind,
          people: people(number),
          inmates: [...whose],
          score,
          expected,
          observed,
          rows: [...rows],
          values: { days: daysAfter, finds: observed, inmates: whose.size },
        },
      ];
    });
  };
  const asked = new Map([...visitors].filter(([who]) => withFamilies || several(who)));
  return [
    ...told(
      asked,
      (who) => `${kind}:${comings.people[who] ?? ''}`,
      (who) => [comings.people[who] ?? ''],
    ),
    ...told(
      inmates,
      (inmate) => `${kind}:inmate:${ofInmate(inmate)}`,
      () => [],
    ),
  ];
}

function followedOf(index: Map<number, Followed>, key: number): Followed {
  const known = index.get(key);
  if (known !== undefined) return known;
  const followed: Followed = { inmates: new Set(), rows: new Set(), finds: 0, observed: 0, expected: 0 };
  index.set(key, followed);
  return followed;
}

/** Adds what followed the comings to one inmate. */
function count(
  followed: Followed,
  inmate: string,
  rows: readonly number[],
  finds: ReadonlyMap<number, readonly string[]>,
  { day, rowId }: Comings,
  weigh: (day: number) => number,
): void {
  const covered = new Set<number>();
  for (const row of rows) for (let after = 0; after <= daysAfter; after += 1) covered.add((day[row] ?? 0) + after);
  let share = 0;
  for (const each of covered) share += weigh(each);
  followed.finds += finds.size;
  followed.expected += finds.size * Math.min(1, share);
  for (const [found, findRows] of finds) {
    if (!covered.has(found)) continue;
    followed.observed += 1;
    followed.inmates.add(inmate);
    for (const row of findRows) followed.rows.add(row);
    for (const row of rows) {
      const before = found - (day[row] ?? 0);
      if (before >= 0 && before <= daysAfter) followed.rows.add(rowId(row));
    }
  }
}

/** How likely a find falls on a day of the time both registers cover: by the day of the week. Null when there is no such time. */
function dayWeights({ day, length }: Comings, finds: FindDays): ((day: number) => number) | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const note = (each: number): void => {
    first = Math.min(first, each);
    last = Math.max(last, each);
  };
  for (let row = 0; row < length; row += 1) note(day[row] ?? 0);
  const perWeekDay = Array.from({ length: weekDays }, () => 1);
  for (const days of finds.values())
    for (const each of days.keys()) {
      note(each);
      perWeekDay[each % weekDays] = (perWeekDay[each % weekDays] ?? 0) + 1;
    }
  if (length === 0 || finds.size === 0) return null;
  let total = 0;
  for (let each = first; each <= last; each += 1) total += perWeekDay[each % weekDays] ?? 0;
  return (each) => (each < first || each > last ? 0 : (perWeekDay[each % weekDays] ?? 0) / total);
}
