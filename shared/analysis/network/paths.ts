import type { Network } from './network.ts';
import { createSearch, type LengthRule } from './shortest-paths.ts';

export interface Paths {
  /** Length of the shortest way, in steps or summed lengths; null when there is none. */
  readonly length: number | null;
  /** Every shortest way, as people from first to last, in the order of their identifiers; at most `most`. */
  readonly paths: readonly (readonly string[])[];
  /** How many there are, listed or not. */
  readonly count: number;
}

/** All shortest ways between two people of a network. Somebody it does not hold reaches nobody. */
export function shortestPaths(network: Network, from: string, to: string, rule: LengthRule, most = 10_000): Paths {
  const source = network.indexOf.get(from);
  const target = network.indexOf.get(to);
  if (source === undefined || target === undefined) return { length: null, paths: [], count: 0 };
  // Searched from the end against the links, so that every step from the start can tell whether it leads there.
  const search = createSearch(network, rule, network.in);
  search.from(target);
  const { distance, ways } = search.reach;
  const length = distance[source] ?? -1;
  if (length < 0) return { length: null, paths: [], count: 0 };
  const onward = nextSteps(network, search);
  const paths: string[][] = [];
  const way: number[] = [source];
  const ahead: number[][] = [onward(source)];
  while (way.length > 0 && paths.length < most) {
    if (way.at(-1) === target) paths.push(way.map((person) => network.ids[person] ?? ''));
    const next = way.at(-1) === target ? undefined : ahead.at(-1)?.shift();
    if (next === undefined) {
      way.pop();
      ahead.pop();
    } else {
      way.push(next);
      ahead.push(next === target ? [] : onward(next));
    }
  }
  return { length, paths, count: ways[source] ?? 0 };
}

/** The people one step nearer to where the search began. */
function nextSteps(network: Network, search: ReturnType<typeof createSearch>): (person: number) => number[] {
  const { offsets, targets } = network.in;
  const { order, reached } = search.reach;
  const steps = new Map<number, number[]>();
  for (let index = 0; index < reached; index += 1) {
    const nearer = order[index] ?? 0;
    const end = offsets[nearer + 1] ?? 0;
    for (let place = offsets[nearer] ?? 0; place < end; place += 1) {
      if (!search.isStep(nearer, place)) continue;
      const farther = targets[place] ?? 0;
      const known = steps.get(farther);
      if (known === undefined) steps.set(farther, [nearer]);
      else known.push(nearer);
    }
  }
  return (person) => [...(steps.get(person) ?? [])].sort((a, b) => a - b);
}
