import type { Network } from './network.ts';

/** Which people hang together, whatever the direction of their links (weakly connected components). */
export interface Components {
  /** Component of each person, numbered from 0 in the order of their first person. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
}

/** @param removed people, by index, who are taken for gone; their component is −1 */
export function components(network: Network, removed: ReadonlySet<number> = new Set()): Components {
  const count = network.ids.length;
  const of = new Int32Array(count).fill(-1);
  const sizes: number[] = [];
  const stack = new Int32Array(count);
  const sides = network.directed ? [network.out, network.in] : [network.out];
  for (let start = 0; start < count; start += 1) {
    if (of[start] !== -1 || removed.has(start)) continue;
    const component = sizes.length;
    of[start] = component;
    let height = 1;
    let size = 0;
    stack[0] = start;
    while (height > 0) {
      height -= 1;
      size += 1;
      const person = stack[height] ?? 0;
      for (const { offsets, targets } of sides) {
        const end = offsets[person + 1] ?? 0;
        for (let place = offsets[person] ?? 0; place < end; place += 1) {
          const other = targets[place] ?? 0;
          if (of[other] !== -1 || removed.has(other)) continue;
          of[other] = component;
          stack[height] = other;
          height += 1;
        }
      }
    }
    sizes.push(size);
  }
  return { of, sizes };
}
