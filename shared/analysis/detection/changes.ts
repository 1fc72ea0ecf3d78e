import type { FindingKind } from '../../domain/finding.ts';
import { atLeastLog10, atMostLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';

const windowDays = 28;
const stepDays = 7;
const leastEarlierDays = 56;

/** What happened to an inmate on which days: one entry for each day of visits, or for each call. */
export interface Series {
  readonly inmate: string;
  /** Ascending. */
  readonly days: readonly number[];
  /** Rows of an entry. */
  readonly rowsOf: (place: number) => readonly string[];
}

interface Change {
  readonly from: number;
  readonly rise: boolean;
  readonly observed: number;
  readonly expected: number;
  readonly tail: number;
}

/**
 * Inmates who in four weeks were visited or called far more or less often than before. The prison's own rise and fall is
 * taken out: an inmate's share of everything before stays, and everything of the four weeks is shared out by it. Every week
 * begins such four weeks; each inmate's starkest rise and fall are told.
 */
export function findChanges(
  series: readonly Series[],
  kinds: { readonly rise: FindingKind; readonly fall: FindingKind },
): Finding[] {
  const all = Int32Array.from(series.flatMap(({ days }) => days)).sort();
  const [first, last] = [all[0] ?? 0, all.at(-1) ?? 0];
  const starts: number[] = [];
  for (let from = last - windowDays + 1; from - first >= leastEarlierDays; from -= stepDays) starts.push(from);
  const everything = starts.map((from) => ({
    from,
    before: below(all, from),
    within: below(all, from + windowDays) - below(all, from),
  }));
  const tests = Math.max(1, 2 * series.length * starts.length);
  return series.flatMap(({ inmate, days, rowsOf }) => {
    const starkest = { rise: undefined as Change | undefined, fall: undefined as Change | undefined };
    for (const { from, before, within } of everything) {
      const earlier = below(days, from);
      // Somebody who was not there before is new, not changed.
      if (earlier === 0) continue;
      const observed = below(days, from + windowDays) - earlier;
      const expected = ((earlier + 0.5) / Math.max(1, before)) * within;
      const rise = observed > expected;
      const tail = rise ? atLeastLog10(observed, expected) : atMostLog10(observed, expected);
      const way = rise ? 'rise' : 'fall';
      if (tail < (starkest[way]?.tail ?? 0)) starkest[way] = { from, rise, observed, expected, tail };
    }
    return [starkest.rise, starkest.fall].flatMap((change): Finding[] => {
      if (change === undefined) return [];
      const score = -change.tail - Math.log10(tests);
      if (score < leastScore) return [];
      const { from, rise, observed, expected } = change;
      const kind = rise ? kinds.rise : kinds.fall;
      const resting = days.flatMap((day, place) =>
        day < from + windowDays && (!rise || day >= from) ? rowsOf(place) : [],
      );
      return [
        {
          id: `${kind}:${inmate}:${from}`,
          kind,
          // It is about the inmate: a rise accuses no visitor.
          people: [],
          inmates: [inmate],
          score,
          expected,
          observed,
          rows: resting,
          values: { days: windowDays, from: dayText(from), until: dayText(from + windowDays - 1) },
        },
      ];
    });
  });
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** How many of ascending numbers are below a limit, by halving. */
function below(values: Int32Array | readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
