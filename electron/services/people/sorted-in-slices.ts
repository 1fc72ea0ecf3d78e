import { createSlices } from '../../vault/slices.ts';

/** So many are sorted in one turn. */
const atOnce = 512;

/** As `toSorted`, in slices: runs sorted by themselves, then merged two by two. Stable. */
export async function sortedInSlices<T>(values: readonly T[], compare: (a: T, b: T) => number): Promise<readonly T[]> {
  const slices = createSlices();
  let runs: T[][] = [];
  for (let from = 0; from < values.length; from += atOnce) {
    runs.push(values.slice(from, from + atOnce).sort(compare));
    if (slices.due()) await slices.pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let pair = 0; pair < runs.length; pair += 2) {
      const [left = [], right = []] = [runs[pair], runs[pair + 1]];
      const run: T[] = [];
      for (let [l, r] = [0, 0]; l < left.length || r < right.length; ) {
        const [one, other] = [left[l], right[r]];
        const takeLeft = r >= right.length || (one !== undefined && other !== undefined && compare(one, other) <= 0);
        const next = takeLeft ? one : other;
        if (takeLeft) l += 1;
        else r += 1;
        if (next !== undefined) run.push(next);
        if (run.length % atOnce === 0 && slices.due()) await slices.pause();
      }
      merged.push(run);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}
