import type { Network } from './network.ts';

/**
 * Core number of each person: the largest k for which they belong to a group in which everybody has at least k links
 * within the group (Batagelj and Zaversnik 2003). In a directed network links in and out both count, as in networkx.
 */
export function cores(network: Network): Int32Array {
  const count = network.ids.length;
  const sides = network.directed ? [network.out, network.in] : [network.out];
  const core = new Int32Array(count);
  for (const { offsets } of sides)
    for (let person = 0; person < count; person += 1)
      core[person] = (core[person] ?? 0) + (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);

  // People by core; `first[k]` is where those with at least k begin.
  const order = Int32Array.from(core.keys()).sort((a, b) => (core[a] ?? 0) - (core[b] ?? 0));
  const place = new Int32Array(count);
  order.forEach((person, index) => (place[person] = index));
  const first = new Int32Array(core.reduce((most, value) => Math.max(most, value), 0) + 2).fill(count);
  for (let index = count - 1; index >= 0; index -= 1) first[core[order[index] ?? 0] ?? 0] = index;
  for (let k = first.length - 2; k >= 0; k -= 1) first[k] = Math.min(first[k] ?? 0, first[k + 1] ?? 0);

  for (let index = 0; index < count; index += 1) {
    const person = order[index] ?? 0;
    const mine = core[person] ?? 0;
    for (const { offsets, targets } of sides) {
      const end = offsets[person + 1] ?? 0;
      for (let entry = offsets[person] ?? 0; entry < end; entry += 1) {
        const other = targets[entry] ?? 0;
        const theirs = core[other] ?? 0;
        if (theirs <= mine) continue;
        // Swapped with the first of the same core, who then belongs to the next lower one.
        const front = Math.max(first[theirs] ?? 0, index + 1);
        const swapped = order[front] ?? 0;
        const from = place[other] ?? 0;
        order[from] = swapped;
        place[swapped] = from;
        order[front] = other;
        place[other] = front;
        first[theirs] = front + 1;
        core[other] = theirs - 1;
      }
    }
  }
  return core;
}
