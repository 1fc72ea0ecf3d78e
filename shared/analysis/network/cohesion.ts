import type { Network } from './network.ts';

/** Links there are over links there could be; 0 for fewer than two people. */
export function density({ ids, from, directed }: Network): number {
  const pairs = ids.length * (ids.length - 1);
  if (pairs === 0) return 0;
  return ((directed ? 1 : 2) * from.length) / pairs;
}

/**
 * Of all pairs that a third person links to, the share that are linked themselves; 0 without such a pair. In a directed
 * network, as in networkx, pairs are ordered and "links to" follows the direction.
 */
export function transitivity({ ids, out: { offsets, targets } }: Network): number {
  const marked = new Int32Array(ids.length).fill(-1);
  let closed = 0;
  let all = 0;
  for (let person = 0; person < ids.length; person += 1) {
    const [start, end] = [offsets[person] ?? 0, offsets[person + 1] ?? 0];
    const degree = end - start;
    all += degree * (degree - 1);
    for (let place = start; place < end; place += 1) marked[targets[place] ?? 0] = person;
    for (let place = start; place < end; place += 1) {
      const other = targets[place] ?? 0;
      const last = offsets[other + 1] ?? 0;
      for (let entry = offsets[other] ?? 0; entry < last; entry += 1)
        if (marked[targets[entry] ?? 0] === person) closed += 1;
    }
  }
  return all === 0 ? 0 : closed / all;
}
