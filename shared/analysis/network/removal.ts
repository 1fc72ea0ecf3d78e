import { components } from './components.ts';
import type { Network } from './network.ts';

export interface Removal {
  /** How many pieces are left. */
  readonly components: number;
  /** People in the largest of them. */
  readonly largest: number;
}

/** What is left of a network when people are taken out of it; identifiers it does not hold are passed over. */
export function afterRemoval(network: Network, ids: Iterable<string>): Removal {
  const removed = new Set<number>();
  for (const id of ids) {
    const person = network.indexOf.get(id);
    if (person !== undefined) removed.add(person);
  }
  const { sizes } = components(network, removed);
  return { components: sizes.length, largest: sizes.reduce((most, size) => Math.max(most, size), 0) };
}
