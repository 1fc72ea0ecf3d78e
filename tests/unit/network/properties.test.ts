import fc from 'fast-check';
import Graphology from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { connectedComponents } from 'graphology-components';
import { describe, expect, it } from 'vitest';
import { networkFigures, type NetworkFigures } from '../../../shared/analysis/network/figures.ts';
import { buildNetwork, type Network, type Tie, tiesOf, without } from '../../../shared/analysis/network/network.ts';
import { shortestPaths } from '../../../shared/analysis/network/paths.ts';
import { afterRemoval } from '../../../shared/analysis/network/removal.ts';
import { anyNetwork, anyOptions } from '../../fixtures/networks/generated.ts';
import { plain } from '../../fixtures/networks/published.ts';

const componentCount = (network: Network): number => afterRemoval(network, []).components;

/** The same network in graphology, whose algorithms are others' work. */
function asGraphology({ ids, directed, ...network }: Network): Graphology {
  const graph = new Graphology({ type: directed ? 'directed' : 'undirected' });
  for (const id of ids) graph.addNode(id);
  for (const { from, to, weight } of tiesOf({ ids, directed, ...network })) graph.addEdge(from, to, { weight });
  return graph;
}

describe('any network', () => {
  it('has the same figures in whatever order people and links are written down', () => {
    const shuffled = anyNetwork.chain(({ people, ties }) =>
      fc.record({
        people: fc.constant(people),
        ties: fc.constant(ties),
        otherPeople: fc.shuffledSubarray([...people], { minLength: people.length }),
        otherTies: fc.shuffledSubarray([...ties], { minLength: ties.length }),
        options: anyOptions,
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ people, ties, otherPeople, otherTies, options }) => {
        const rule = options.weighted ? 'weight' : 'hops';
        const once = networkFigures(buildNetwork(people, ties, options), rule);
        const again = networkFigures(buildNetwork(otherPeople, otherTies, options), rule);
        expect(again).toEqual(once);
      }),
    );
  });

  it('has figures that belong to places in it, not to names', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, ({ people, ties }, options) => {
        const renamed = new Map(people.map((id, index) => [id, `R${(index * 7 + 3) % people.length}-${index}`]));
        const name = (id: string): string => renamed.get(id) ?? id;
        const others = ties.map(({ from, to, weight }): Tie => ({ from: name(from), to: name(to), weight }));
        const once = networkFigures(buildNetwork(people, ties, options), 'hops');
        const again = networkFigures(buildNetwork(renamed.values(), others, options), 'hops');
        const byId = new Map(again.people.map((person) => [person.id, person]));
        expect(again.components).toBe(once.components);
        expect(again.diameter).toBe(once.diameter);
        for (const person of once.people) {
          const other = byId.get(name(person.id));
          expect([other?.degree, other?.core, other?.cut]).toEqual([person.degree, person.core, person.cut]);
          expect(other?.betweenness).toBeCloseTo(person.betweenness, 9);
          expect(other?.closeness).toBeCloseTo(person.closeness, 9);
          expect(other?.eigenvector).toBeCloseTo(person.eigenvector, 6);
        }
      }),
    );
  });

  it('has the betweenness and the components graphology finds', () => {
    fc.assert(
      fc.property(anyNetwork, fc.boolean(), ({ people, ties }, directed) => {
        const network = buildNetwork(people, ties, { directed, weighted: false });
        const graph = asGraphology(network);
        const expected = betweenness(graph, { normalized: false, getEdgeWeight: null });
        const figures = networkFigures(network, 'hops');
        for (const { id, betweenness: found } of figures.people)
          expect(found).toBeCloseTo(expected[id] ?? Number.NaN, 9);
        expect(figures.components).toBe(connectedComponents(graph).length);
      }),
    );
  });

  it('breaks at its bridges and at its cut people, and nowhere else', () => {
    fc.assert(
      fc.property(anyNetwork, fc.boolean(), ({ people, ties }, directed) => {
        const network = buildNetwork(people, ties, { directed, weighted: false });
        const { bridges, people: figures } = networkFigures(network, 'hops');
        const whole = componentCount(network);
        const isBridge = (a: string, b: string): boolean => bridges.some(([c, d]) => c === a && d === b);
        const links = tiesOf(buildNetwork(people, ties, plain));
        for (const link of links) {
          const rest = buildNetwork(
            people,
            links.filter((other) => other !== link),
            plain,
          );
          expect(componentCount(rest) > whole).toBe(isBridge(link.from, link.to));
        }
        for (const { id, cut } of figures) {
          const { components } = afterRemoval(network, [id]);
          expect(components > whole).toBe(cut);
        }
      }),
    );
  });

  it('has cores in which everybody has enough links, and no larger ones', () => {
    fc.assert(
      fc.property(anyNetwork, ({ people, ties }) => {
        const network = buildNetwork(people, ties, plain);
        const { people: figures } = networkFigures(network, 'hops');
        for (let k = 1; k <= Math.max(0, ...figures.map(({ core }) => core)) + 1; k += 1) {
          const inside = figures.filter(({ core }) => core >= k).map(({ id }) => id);
          expect(new Set(inside)).toEqual(prunedTo(network, k));
        }
      }),
    );
  });

  it('stays as it is when nobody is removed, and agrees with itself when somebody is', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, fc.array(fc.nat(13), { maxLength: 4 }), ({ people, ties }, options, gone) => {
        const network = buildNetwork(people, ties, options);
        const figures = networkFigures(network, 'hops');
        expect(afterRemoval(network, [])).toEqual({ components: figures.components, largest: figures.largest });
        const ids = gone.map((number) => `P${number}`);
        const { components, largest } = networkFigures(without(network, new Set(ids)), 'hops');
        expect(afterRemoval(network, ids)).toEqual({ components, largest });
      }),
    );
  });

  it('has shortest ways that are ways, all as short as the shortest, none named twice', () => {
    fc.assert(
      fc.property(anyNetwork, anyOptions, ({ people, ties }, options) => {
        const network = buildNetwork(people, ties, options);
        const rule = options.weighted ? 'weight' : 'hops';
        const lengths = lengthsBetween(network, options.weighted);
        for (const from of people)
          for (const to of people) {
            const { length, paths, count } = shortestPaths(network, from, to, rule);
            const expected = from === to ? 0 : (lengths.get(`${from} ${to}`) ?? null);
            expect(length).toBe(expected);
            expect(paths).toHaveLength(count);
            expect(new Set(paths.map((path) => path.join(' '))).size).toBe(count);
            for (const path of paths) {
              expect([path[0], path.at(-1)]).toEqual([from, to]);
              expect(lengthOf(network, path, options.weighted)).toBe(length);
            }
          }
      }),
      { numRuns: 40 },
    );
  });
});

/** What remains when people with fewer than k links are taken away again and again. */
function prunedTo(network: Network, k: number): Set<string> {
  let rest = network;
  for (;;) {
    const weak = networkFigures(rest, 'hops').people.filter(({ degree }) => degree < k);
    if (weak.length === 0) return new Set(rest.ids);
    rest = without(rest, new Set(weak.map(({ id }) => id)));
  }
}

const stepsOf = (network: Network, weighted: boolean): Map<string, number> => {
  const steps = new Map<string, number>();
  for (const { from, to, weight } of tiesOf(network)) {
    steps.set(`${from} ${to}`, weighted ? weight : 1);
    if (!network.directed) steps.set(`${to} ${from}`, weighted ? weight : 1);
  }
  return steps;
};

function lengthOf(network: Network, path: readonly string[], weighted: boolean): number {
  const steps = stepsOf(network, weighted);
  return path.slice(1).reduce((sum, id, index) => sum + (steps.get(`${path[index]} ${id}`) ?? Number.NaN), 0);
}

/** Floyd and Warshall: slow and plain. */
function lengthsBetween(network: Network, weighted: boolean): Map<string, number> {
  const lengths = stepsOf(network, weighted);
  for (const middle of network.ids)
    for (const from of network.ids)
      for (const to of network.ids) {
        const [a, b] = [lengths.get(`${from} ${middle}`), lengths.get(`${middle} ${to}`)];
        if (a === undefined || b === undefined) continue;
        const known = lengths.get(`${from} ${to}`);
        if (known === undefined || a + b < known) lengths.set(`${from} ${to}`, a + b);
      }
  return lengths;
}

describe('networks at the edge', () => {
  const figures = (people: string[], ties: Tie[], directed = false): NetworkFigures =>
    networkFigures(buildNetwork(people, ties, { directed, weighted: false }), 'hops');
  const tie = (from: string, to: string): Tie => ({ from, to, weight: 1 });

  it('of nobody have nothing', () => {
    expect(figures([], [])).toMatchObject({ nodes: 0, edges: 0, components: 0, diameter: 0, density: 0, people: [] });
  });

  it('without links give everybody the same eigenvector and their own community', () => {
    const { people, components } = figures(['A', 'B', 'C', 'D'], []);
    expect(components).toBe(4);
    expect(people.map(({ eigenvector }) => eigenvector)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(people.map(({ community }) => community)).toEqual([1, 2, 3, 4]);
  });

  it('of two sides settle: a star has its middle at one over the root of two', () => {
    const { people } = figures([], [tie('M', 'A'), tie('M', 'B'), tie('M', 'C'), tie('M', 'D')]);
    expect(people.at(-1)?.eigenvector).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('with a direction and no way back have no eigenvector', () => {
    const { people } = figures([], [tie('A', 'B'), tie('B', 'C')], true);
    expect(people.map(({ eigenvector }) => eigenvector)).toEqual([0, 0, 0]);
  });

  it('in several pieces tell the diameter of the largest', () => {
    const chain = ['A', 'B', 'C'].map((id, index) => tie(id, 'BCD'.charAt(index)));
    expect(figures([], [...chain, tie('X', 'Y')])).toMatchObject({ components: 2, largest: 4, diameter: 3 });
  });

  it('do not count a link of a person to themselves', () => {
    expect(figures([], [tie('A', 'A'), tie('A', 'B')])).toMatchObject({ nodes: 2, edges: 1 });
  });
});
