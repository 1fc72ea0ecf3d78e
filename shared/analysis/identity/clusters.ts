import { type Apart, type Comparison, type DuplicatePair, pairKey } from './duplicates.ts';
import { type Band, bands } from './model.ts';

/** Weaker than this, a pair of a cluster speaks against it; in bits. */
const againstBelow = -6;
const mostInCluster = 400;

/** From a band on, the best first. */
export function atLeast(band: Band): ReadonlySet<Band> {
  const names = bands.map((each) => each.band);
  return new Set(names.slice(0, names.indexOf(band) + 1));
}

/**
 * Groups of people who are one person each. Pairs are joined from the likeliest down, and only while nobody in one group
 * speaks against anybody in the other: a chain of small likenesses does not make one person of a street.
 */
export function clusterPairs(
  pairs: readonly DuplicatePair[],
  accept: Band,
  comparison: Comparison,
  apart: Apart,
): readonly (readonly string[])[] {
  const accepted = atLeast(accept);
  const groups = new Map<string, string[]>();
  const groupOf = (id: string): string[] => groups.get(id) ?? [id];
  for (const { a, b, band } of pairs) {
    if (!accepted.has(band)) continue;
    const [left, right] = [groupOf(a), groupOf(b)];
    if (left === right || left.length + right.length > mostInCluster) continue;
    if (!consistent(left, right, comparison, apart)) continue;
    const joined = [...left, ...right];
    for (const id of joined) groups.set(id, joined);
  }
  return [...new Set(groups.values())];
}

function consistent(left: readonly string[], right: readonly string[], comparison: Comparison, apart: Apart): boolean {
  let sum = 0;
  for (const a of left)
    for (const b of right) {
      if (apart.has(pairKey(a, b)) || comparison.contradicts(a, b)) return false;
      const { bits } = comparison.score(comparison.evidence(a, b));
      if (bits < againstBelow) return false;
      sum += bits;
    }
  return sum > 0;
}
