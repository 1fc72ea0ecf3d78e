import { atLeastLog10 } from './chance.ts';
import type { CellHistory } from './cell-history.ts';
import { type Finding, leastScore } from './finding.ts';
import { type Comings, put } from './registers-view.ts';

/** In the first weeks of a register everybody is new. */
const settlingDays = 42;
const daysAfter = 14;
const leastArrivals = 2;

interface Arrival {
  readonly who: number;
  readonly inmate: number;
  readonly day: number;
  readonly row: number;
  /** How likely a day of the register is soon after one of the inmate's moves. */
  readonly share: number;
  readonly after: boolean;
}

/**
 * Visitors who first come to an inmate soon after he came to another cell. Chance keeps who is new to whom and when inmates
 * move, and throws the first days over the time: an arrival falls behind a move as often as such days are. Counted for each
 * visitor over all inmates, and for each inmate over all visitors.
 */
export function findNewAfterMoves(comings: Comings, cells: CellHistory, withFamilies: boolean): Finding[] {
  const arrivals = arrivalsOf(comings, cells);
  const byWho = new Map<number, Arrival[]>();
  const byInmate = new Map<number, Arrival[]>();
  for (const arrival of arrivals) {
    put(byWho, arrival.who, arrival);
    put(byInmate, arrival.inmate, arrival);
  }
  const person = (number: number): string => comings.people[number] ?? '';
  const told = (index: ReadonlyMap<number, readonly Arrival[]>, isPerson: boolean): Finding[] => {
    // One arrival alone could never be enough, so it is no attempt either.
    const tried = [...index].filter(([, own]) => own.length >= leastArrivals);
    return tried.flatMap(([number, own]): Finding[] => {
      const soon = own.filter(({ after }) => after);
      if (soon.length < leastArrivals) return [];
      const expected = own.reduce((sum, { share }) => sum + share, 0);
      const score = -atLeastLog10(soon.length, expected) - Math.log10(tried.length);
      if (score < leastScore) return [];
      const newcomers = [...new Set(soon.map(({ who }) => who))];
      const several = (who: number): boolean =>
        new Set((comings.byWho.get(who) ?? []).map((row) => comings.inmate[row])).size > 1;
      return [
        {
          id: isPerson ? `new-after-move:${person(number)}` : `new-after-move:inmate:${person(number)}`,
          kind: 'new-after-move',
          people: newcomers.filter((who) => isPerson || withFamilies || several(who)).map(person),
          inmates: [...new Set(soon.map(({ inmate }) => person(inmate)))],
          score,
          expected,
          observed: soon.length,
          rows: soon.map(({ row }) => comings.rowId(row)),
          values: { days: daysAfter, people: newcomers.length },
        },
      ];
    });
  };
  return [...told(byWho, true), ...told(byInmate, false)];
}

/** First comings of each visitor to each inmate who ever moved, once the register has settled. */
function arrivalsOf(comings: Comings, cells: CellHistory): readonly Arrival[] {
  const { day, inmate, who, length, people } = comings;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < length; row += 1) {
    first = Math.min(first, day[row] ?? 0);
    last = Math.max(last, day[row] ?? 0);
  }
  const from = first + settlingDays;
  if (last <= from) return [];
  const numbers = new Map(people.map((id, number) => [id, number]));
  const arrivals: Arrival[] = [];
  for (const [id, moved] of cells.moves()) {
    const number = numbers.get(id) ?? -1;
    const soon = new Set(moved.flatMap((move) => Array.from({ length: daysAfter + 1 }, (_, after) => move + after)));
    const share = [...soon].filter((each) => each >= from && each <= last).length / (last - from + 1);
    const earliest = new Map<number, number>();
    for (const row of comings.byInmate.get(number) ?? []) {
      const before = earliest.get(who[row] ?? -1);
      if (before === undefined || (day[before] ?? 0) > (day[row] ?? 0)) earliest.set(who[row] ?? -1, row);
    }
    for (const row of earliest.values()) {
      const at = day[row] ?? 0;
      if (at < from) continue;
      arrivals.push({ who: who[row] ?? -1, inmate: inmate[row] ?? -1, day: at, row, share, after: soon.has(at) });
    }
  }
  return arrivals;
}
