import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { type Network, tiesOf, undirected } from './network.ts';

export interface Communities {
  /** Community of each person, 1 for the largest; of two the same size the one with the first person comes first. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** How much more the links stay inside communities than chance would have it (Newman 2006); 0 without links. */
  readonly modularity: number;
}

/** Louvain follows chance; of so many runs the best is kept. */
const runs = 12;
const mostWork = 200_000;

/**
 * Communities by modularity (Blondel and others 2008), whatever the direction of the links. Always the same for the same
 * network: chance is seeded, and people are taken in the order of their figures, so that renaming them changes nothing
 * but the ties between people whose place in the network is the same.
 *
 * @param rank figures of each person, the most telling first
 */
export function communities(network: Network, rank: readonly ArrayLike<number>[]): Communities {
  const plain = undirected(network);
  const count = plain.ids.length;
  if (plain.from.length === 0)
    return numbered(
      Int32Array.from({ length: count }, (_, person) => person),
      0,
    );
  const order = Int32Array.from({ length: count }, (_, person) => person).sort((a, b) => compareRank(rank, a, b));
  const graph = new UndirectedGraph();
  for (const person of order) graph.addNode(plain.ids[person]);
  const rankOf = new Map([...order].map((person, index) => [plain.ids[person] ?? '', index]));
  const position = (id: string): number => rankOf.get(id) ?? 0;
  const ties = tiesOf(plain).map(({ from, to, weight }) =>
    position(from) < position(to) ? { from, to, weight } : { from: to, to: from, weight },
  );
  ties.sort((a, b) => position(a.from) - position(b.from) || position(a.to) - position(b.to));
  for (const { from, to, weight } of ties) graph.addEdge(from, to, { weight });

  const chance = seeded(20_080_410);
  let best = louvain.detailed(graph, { randomWalk: false });
  for (let run = 1; run < runs && run * (count + ties.length) < mostWork; run += 1) {
    const found = louvain.detailed(graph, { rng: chance });
    if (found.modularity > best.modularity + 1e-9) best = found;
  }
  const of = Int32Array.from(plain.ids, (id) => best.communities[id] ?? 0);
  return numbered(of, best.modularity);
}

/** Figures are compared without their last digits, which the order of additions decides. */
function compareRank(rank: readonly ArrayLike<number>[], a: number, b: number): number {
  for (const figure of rank) {
    const [left, right] = [figure[a] ?? 0, figure[b] ?? 0];
    if (Math.abs(left - right) > 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))) return right - left;
  }
  return a - b;
}

function numbered(of: Int32Array, modularity: number): Communities {
  const groups = new Map<number, { first: number; size: number }>();
  of.forEach((community, person) => {
    const group = groups.get(community);
    if (group === undefined) groups.set(community, { first: person, size: 1 });
    else group.size += 1;
  });
  const sorted = [...groups].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const number = new Map(sorted.map(([community], index) => [community, index + 1]));
  return {
    of: of.map((community) => number.get(community) ?? 0),
    sizes: sorted.map(([, { size }]) => size),
    modularity,
  };
}

/** A small seeded generator (Mulberry32): chance that repeats itself. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
