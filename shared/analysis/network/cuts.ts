import { compareIds, type Network, undirected } from './network.ts';

export interface Cuts {
  /** 1 for people without whom their component falls apart (articulation points). */
  readonly people: Uint8Array;
  /** Pairs whose one link holds their component together (bridges); ends and pairs in the order of identifiers. */
  readonly bridges: readonly (readonly [string, string])[];
}

/** Cut people and bridges, whatever the direction of the links (Hopcroft and Tarjan 1973, without recursion). */
export function cuts(network: Network): Cuts {
  const { ids, out } = undirected(network);
  const { offsets, targets, links } = out;
  const count = ids.length;
  const people = new Uint8Array(count);
  const bridges: (readonly [string, string])[] = [];
  const seen = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const next = offsets.slice();
  const cameBy = new Int32Array(count).fill(-1);
  const way: number[] = [];
  let time = 0;
  const enter = (person: number, link: number): void => {
    seen[person] = low[person] = time;
    time += 1;
    cameBy[person] = link;
    way.push(person);
  };
  for (let start = 0; start < count; start += 1) {
    if (seen[start] !== -1) continue;
    enter(start, -1);
    let branches = 0;
    for (let person = way.at(-1); person !== undefined; person = way.at(-1)) {
      const place = next[person] ?? 0;
      if (place < (offsets[person + 1] ?? 0)) {
        next[person] = place + 1;
        const other = targets[place] ?? 0;
        if (seen[other] === -1) enter(other, links[place] ?? 0);
        else if (links[place] !== cameBy[person]) low[person] = Math.min(low[person] ?? 0, seen[other] ?? 0);
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent === undefined) continue;
      const lowest = low[person] ?? 0;
      low[parent] = Math.min(low[parent] ?? 0, lowest);
      const [a, b] = [ids[Math.min(parent, person)] ?? '', ids[Math.max(parent, person)] ?? ''];
      if (lowest > (seen[parent] ?? 0)) bridges.push([a, b]);
      if (parent === start) branches += 1;
      else if (lowest >= (seen[parent] ?? 0)) people[parent] = 1;
    }
    if (branches > 1) people[start] = 1;
  }
  return { people, bridges: bridges.sort(byEnds) };
}

const byEnds = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]): number =>
  compareIds(a, c) || compareIds(b, d);
