import { atLeastLog10, atMostLog10 } from './chance.ts';
import { type Finding, leastScore } from './finding.ts';
import type { VisitView } from './visit-view.ts';

const recentDays = 28;
const leastEarlierDays = 56;

/**
 * Inmates whose visits of the last four weeks are many more or fewer than before. The prison's own rise and fall is taken
 * out: an inmate's share of all visits stays, and all visits of the last weeks are shared out by it.
 */
export function findChanges(view: VisitView): Finding[] {
  const { facts, byInmate, person, rowId } = view;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of facts.date) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const from = last - recentDays + 1;
  if (from - first < leastEarlierDays) return [];
  const isRecent = (row: number): boolean => (facts.date[row] ?? 0) >= from;
  const all = [...byInmate.values()].flat();
  const recent = all.filter(isRecent).length;
  const earlier = all.length - recent;
  return [...byInmate].flatMap(([inmate, rows]): Finding[] => {
    const now = rows.filter(isRecent);
    const expected = ((rows.length - now.length + 0.5) / Math.max(1, earlier)) * recent;
    const observed = now.length;
    const rise = observed > expected;
    const tail = rise ? atLeastLog10(observed, expected) : atMostLog10(observed, expected);
    const score = -tail - Math.log10(2 * byInmate.size);
    if (score < leastScore) return [];
    const kind = rise ? 'sudden-rise' : 'sudden-fall';
    const resting = rise ? now : rows;
    return [
      {
        id: `${kind}:${person(inmate)}:${from}`,
        kind,
        // It is about the inmate: a rise accuses no visitor.
        people: [],
        inmates: [person(inmate)],
        score,
        expected,
        observed,
        rows: resting.map(rowId),
        values: { days: recentDays },
      },
    ];
  });
}
