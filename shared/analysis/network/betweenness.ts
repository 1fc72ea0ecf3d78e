import type { Network } from './network.ts';
import { createSearch, type LengthRule } from './shortest-paths.ts';

/** Figures that need the shortest ways from everybody to everybody, taken in one pass. */
export interface WayFigures {
  /** How many shortest ways of others lead through each person; a pair with several ways shares its one among them. */
  readonly betweenness: Float64Array;
  /** The same for each link. */
  readonly linkBetweenness: Float64Array;
  readonly closeness: Float64Array;
  /** Longest of the shortest ways that start at each person. */
  readonly eccentricity: Float64Array;
}

/** Told after every stretch of work; may throw to stop it. */
export type Report = (done: number, total: number) => void;

const reportEvery = 64;

/**
 * Betweenness by Brandes (2001), A faster algorithm for betweenness centrality; links as in Brandes (2008), On variants.
 * In an undirected network each pair counts once. Closeness as networkx defines it: over the ways that lead *to* a
 * person, scaled by the share of people who can reach them (Wasserman and Faust 1994, p. 201), so that it also compares
 * people of different components; 0 for whom nobody reaches.
 */
export function wayFigures(network: Network, rule: LengthRule, report: Report = () => undefined): WayFigures {
  const count = network.ids.length;
  const betweenness = new Float64Array(count);
  const linkBetweenness = new Float64Array(network.from.length);
  const eccentricity = new Float64Array(count);
  const distances = new Float64Array(count);
  const reachers = new Float64Array(count);
  /** One and what hangs on the person, over the ways that lead to them. */
  const shares = new Float64Array(count);
  const steps = rule === 'hops';
  const search = createSearch(network, rule);
  const { distance, ways, order } = search.reach;
  const { offsets, targets, links } = network.out;

  for (let source = 0; source < count; source += 1) {
    if (source % reportEvery === 0) report(source, count);
    search.from(source);
    for (let place = search.reach.reached - 1; place >= 0; place -= 1) {
      const person = order[place] ?? 0;
      let sum = 0;
      const mine = ways[person] ?? 0;
      const next = (distance[person] ?? 0) + 1;
      const end = offsets[person + 1] ?? 0;
      for (let entry = offsets[person] ?? 0; entry < end; entry += 1) {
        const other = targets[entry] ?? 0;
        // Asked here and not of the search where steps are all 1 long: this line runs for every link from everybody.
        if (steps ? distance[other] !== next : !search.isStep(person, entry)) continue;
        const share = mine * (shares[other] ?? 0);
        const link = links[entry] ?? 0;
        linkBetweenness[link] = (linkBetweenness[link] ?? 0) + share;
        sum += share;
      }
      shares[person] = (1 + sum) / mine;
      if (person !== source) {
        betweenness[person] = (betweenness[person] ?? 0) + sum;
        distances[person] = (distances[person] ?? 0) + (distance[person] ?? 0);
        reachers[person] = (reachers[person] ?? 0) + 1;
      }
    }
    eccentricity[source] = distance[order[search.reach.reached - 1] ?? source] ?? 0;
  }
  if (!network.directed) {
    betweenness.forEach((value, person) => (betweenness[person] = value / 2));
    linkBetweenness.forEach((value, link) => (linkBetweenness[link] = value / 2));
  }
  const closeness = distances.map((sum, person) => {
    const reached = reachers[person] ?? 0;
    return sum === 0 ? 0 : ((reached / sum) * reached) / (count - 1);
  });
  return { betweenness, linkBetweenness, closeness, eccentricity };
}

/** Factor from raw to normalised betweenness of people: 1 over the pairs that leave a person out. */
export function betweennessScale({ ids, directed }: Network): number {
  const pairs = (ids.length - 1) * (ids.length - 2);
  if (pairs <= 0) return 0;
  return directed ? 1 / pairs : 2 / pairs;
}
