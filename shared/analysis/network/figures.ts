import { betweennessScale, type Report, wayFigures } from './betweenness.ts';
import { communities } from './communities.ts';
import { density, transitivity } from './cohesion.ts';
import { components } from './components.ts';
import { cores } from './cores.ts';
import { cuts } from './cuts.ts';
import { eigenvector } from './eigenvector.ts';
import type { Network } from './network.ts';
import { createSearch, type LengthRule } from './shortest-paths.ts';

export interface PersonFigures {
  readonly id: string;
  /** Links of the person; in a directed network those in and out together. */
  readonly degree: number;
  /** Directed networks only. */
  readonly inDegree?: number;
  readonly outDegree?: number;
  /** Sum of the weights of the person's links; weighted networks only. */
  readonly strength?: number;
  readonly betweenness: number;
  /** Betweenness over the number of pairs of others: 0 to 1. */
  readonly betweennessNormalised: number;
  readonly closeness: number;
  readonly eigenvector: number;
  readonly core: number;
  /** 1 for the largest community. */
  readonly community: number;
  /** Without this person their component falls apart. */
  readonly cut: boolean;
}

export interface LinkFigures {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly betweenness: number;
}

/** Every figure of a network. People stand in the order of their identifiers, links in the order of their ends. */
export interface NetworkFigures {
  readonly nodes: number;
  readonly edges: number;
  /** Groups that hang together, whatever the direction of the links. */
  readonly components: number;
  readonly largest: number;
  /**
   * Steps between the two people farthest apart who can reach each other, in the largest component (in the one with the
   * longest ways where several are largest). A network in several pieces has no diameter of its own.
   */
  readonly diameter: number;
  readonly density: number;
  readonly transitivity: number;
  readonly modularity: number;
  readonly people: readonly PersonFigures[];
  readonly links: readonly LinkFigures[];
  readonly bridges: readonly (readonly [string, string])[];
}

/** @param rule how long a link is for betweenness and closeness; eigenvector and communities take weights as strength */
export function networkFigures(network: Network, rule: LengthRule, report?: Report): NetworkFigures {
  const { ids, from, to, weights, directed, weighted } = network;
  const found = wayFigures(network, rule, report);
  const parts = components(network);
  const largest = parts.sizes.reduce((most, size) => Math.max(most, size), 0);
  const leading = eigenvector(network);
  const core = cores(network);
  const cut = cuts(network);
  const degrees = ids.map((_, person) => degreeOf(network, person));
  const degree = degrees.map(({ inDegree, outDegree }) => (directed ? inDegree + outDegree : outDegree));
  const community = communities(network, [found.betweenness, degree, found.closeness, leading, core]);
  const scale = betweennessScale(network);
  const name = (person: number | undefined): string => ids[person ?? 0] ?? '';
  return {
    nodes: ids.length,
    edges: from.length,
    components: parts.sizes.length,
    largest,
    diameter: diameter(network, rule === 'hops' ? found.eccentricity : null, parts, largest),
    density: density(network),
    transitivity: transitivity(network),
    modularity: community.modularity,
    people: ids.map((id, person) => ({
      id,
      degree: degree[person] ?? 0,
      ...(directed ? degrees[person] : {}),
      ...(weighted ? { strength: strengthOf(network, person) } : {}),
      betweenness: found.betweenness[person] ?? 0,
      betweennessNormalised: (found.betweenness[person] ?? 0) * scale,
      closeness: found.closeness[person] ?? 0,
      eigenvector: leading[person] ?? 0,
      core: core[person] ?? 0,
      community: community.of[person] ?? 0,
      cut: cut.people[person] === 1,
    })),
    links: [...from].map((end, link) => ({
      from: name(end),
      to: name(to[link]),
      weight: weights[link] ?? 1,
      betweenness: found.linkBetweenness[link] ?? 0,
    })),
    bridges: cut.bridges,
  };
}

function degreeOf(network: Network, person: number): { inDegree: number; outDegree: number } {
  const count = ({ offsets }: Network['out']): number => (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
  return { inDegree: count(network.in), outDegree: count(network.out) };
}

function strengthOf(network: Network, person: number): number {
  const sum = ({ offsets, weights }: Network['out']): number =>
    weights.subarray(offsets[person], offsets[person + 1]).reduce((all, weight) => all + weight, 0);
  return network.directed ? sum(network.out) + sum(network.in) : sum(network.out);
}

function diameter(
  network: Network,
  known: Float64Array | null,
  parts: ReturnType<typeof components>,
  largest: number,
): number {
  const inLargest = (person: number): boolean => parts.sizes[parts.of[person] ?? 0] === largest;
  const search = createSearch(network, 'hops');
  let longest = 0;
  for (let person = 0; person < network.ids.length; person += 1) {
    if (!inLargest(person)) continue;
    if (known === null) search.from(person);
    const { distance, order, reached } = search.reach;
    const steps = known === null ? (distance[order[reached - 1] ?? person] ?? 0) : (known[person] ?? 0);
    longest = Math.max(longest, steps);
  }
  return longest;
}
