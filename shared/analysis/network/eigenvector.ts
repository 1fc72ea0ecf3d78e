import type { Network } from './network.ts';
import { strongComponents } from './strong-components.ts';

const tolerance = 1e-13;
/** Entries looked at before giving up; about two seconds. */
const budget = 1e9;

/**
 * Eigenvector centrality as networkx defines it: the leading left eigenvector of the (weighted) links, so that a person
 * is central when central people lead *to* them; unit Euclidean norm, nothing negative. Found by power iteration on
 * A + I, which also settles where A alone would swing between the two sides of a bipartite network.
 *
 * - Several components: only those with the largest eigenvalue keep a figure; where several share it, each in the
 *   proportion an even start gives.
 * - Nobody linked at all: everybody the same, 1 / √n.
 * - A directed network without a cycle has no such vector: everybody 0 (Newman 2010, Networks, 7.1).
 */
export function eigenvector(network: Network): Float64Array {
  const count = network.ids.length;
  const links = network.from.length;
  if (links > 0 && network.directed && !hasCycle(network)) return new Float64Array(count);
  let current = new Float64Array(count).fill(1 / Math.sqrt(count));
  if (links === 0) return current;
  const { offsets, targets, weights } = network.in;
  // The added identity must weigh about as much as the links, whatever unit their weights are in.
  const scale = count / network.weights.reduce((sum, weight) => sum + weight, 0);
  let next = new Float64Array(count);
  const rounds = Math.min(200_000, Math.ceil(budget / (targets.length + count)));
  for (let round = 0; round < rounds; round += 1) {
    let square = 0;
    for (let person = 0; person < count; person += 1) {
      let sum = 0;
      const end = offsets[person + 1] ?? 0;
      for (let place = offsets[person] ?? 0; place < end; place += 1)
        sum += (weights[place] ?? 0) * (current[targets[place] ?? 0] ?? 0);
      const value = (current[person] ?? 0) + sum * scale;
      next[person] = value;
      square += value * value;
    }
    const norm = 1 / Math.sqrt(square);
    let change = 0;
    for (let person = 0; person < count; person += 1) {
      const value = (next[person] ?? 0) * norm;
      next[person] = value;
      change = Math.max(change, Math.abs(value - (current[person] ?? 0)));
    }
    [current, next] = [next, current];
    if (change < tolerance) break;
  }
  return current.map((value) => (value < 1e-12 ? 0 : value));
}

const hasCycle = (network: Network): boolean => strongComponents(network).sizes.some((size) => size > 1);
