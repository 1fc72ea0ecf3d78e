import type { Network, Rows } from './network.ts';
import { shortestPaths } from './paths.ts';

function linked(network: Network, person: number): Set<number> {
  const found = new Set<number>();
  const take = ({ offsets, targets }: Rows): void => {
    for (const other of targets.subarray(offsets[person], offsets[person + 1])) found.add(other);
  };
  take(network.out);
  if (network.directed) take(network.in);
  return found;
}

/** Everybody within so many links of a person, whatever the direction, with the number of links; the person has 0. */
export function surroundings(network: Network, id: string, depth: number): Map<string, number> {
  const start = network.indexOf.get(id);
  const steps = new Map<number, number>();
  if (start === undefined) return new Map();
  steps.set(start, 0);
  let rim = [start];
  for (let step = 1; step <= depth && rim.length > 0; step += 1) {
    const next: number[] = [];
    for (const person of rim)
      for (const other of linked(network, person)) {
        if (steps.has(other)) continue;
        steps.set(other, step);
        next.push(other);
      }
    rim = next;
  }
  return new Map([...steps].map(([person, step]) => [network.ids[person] ?? '', step]));
}

/** Who is linked with at least two of these people, with those they are linked with; most first. */
export function commonContacts(network: Network, ids: readonly string[]): { id: string; with: string[] }[] {
  const contacts = new Map<number, string[]>();
  const asked = ids.flatMap((id) => network.indexOf.get(id) ?? []);
  for (const person of asked)
    for (const other of linked(network, person)) {
      if (asked.includes(other)) continue;
      const known = contacts.get(other);
      if (known === undefined) contacts.set(other, [network.ids[person] ?? '']);
      else known.push(network.ids[person] ?? '');
    }
  return [...contacts]
    .filter(([, people]) => people.length > 1)
    .sort(([a, x], [b, y]) => y.length - x.length || a - b)
    .map(([person, people]) => ({ id: network.ids[person] ?? '', with: people }));
}

export interface Connection {
  /** Everybody on a shortest way between two of those asked for, they included. */
  readonly people: ReadonlySet<string>;
  /** Pairs that nothing connects: a gap in what is known, or in what there is. */
  readonly unconnected: readonly (readonly [string, string])[];
}

/** The network that connects several people: all shortest ways between each two of them. */
export function connectingNetwork(network: Network, ids: readonly string[]): Connection {
  const people = new Set(ids);
  const unconnected: [string, string][] = [];
  ids.forEach((from, index) => {
    for (const to of ids.slice(index + 1)) {
      const { length, paths } = shortestPaths(network, from, to, 'hops', 1000);
      if (length === null) unconnected.push([from, to]);
      for (const path of paths) for (const id of path) people.add(id);
    }
  });
  return { people, unconnected };
}
