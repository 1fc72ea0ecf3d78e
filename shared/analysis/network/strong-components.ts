import type { Components } from './components.ts';
import type { Network } from './network.ts';

/** People who can reach each other along the links, both ways (Tarjan 1972, without recursion). */
export function strongComponents({ ids, out: { offsets, targets } }: Network): Components {
  const count = ids.length;
  const of = new Int32Array(count).fill(-1);
  const sizes: number[] = [];
  const seen = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const next = offsets.slice();
  const open: number[] = [];
  const way: number[] = [];
  let time = 0;
  const enter = (person: number): void => {
    seen[person] = low[person] = time;
    time += 1;
    open.push(person);
    way.push(person);
  };
  const lower = (person: number, to: number): void => {
    low[person] = Math.min(low[person] ?? 0, to);
  };
  for (let start = 0; start < count; start += 1) {
    if (seen[start] === -1) enter(start);
    for (let person = way.at(-1); person !== undefined; person = way.at(-1)) {
      const place = next[person] ?? 0;
      if (place < (offsets[person + 1] ?? 0)) {
        next[person] = place + 1;
        const other = targets[place] ?? 0;
        if (seen[other] === -1) enter(other);
        else if (of[other] === -1) lower(person, seen[other] ?? 0);
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent !== undefined) lower(parent, low[person] ?? 0);
      if (low[person] !== seen[person]) continue;
      let size = 0;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        of[member] = sizes.length;
        size += 1;
        if (member === person) break;
      }
      sizes.push(size);
    }
  }
  return { of, sizes };
}
