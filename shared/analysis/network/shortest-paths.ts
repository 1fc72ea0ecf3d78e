import type { Network, Rows } from './network.ts';

/** How long a link is: every link 1, its weight (a distance), or 1 divided by it (a strength). */
export const lengthRules = ['hops', 'weight', 'inverse'] as const;
export type LengthRule = (typeof lengthRules)[number];

/** Sums of lengths that differ by less than this share are the same length, in whatever order they were added. */
const sameLength = 1e-12;

/** Lengths of the entries of `rows`, or null when every link is one step long. */
export function lengthsOf(rows: Rows, rule: LengthRule): Float64Array | null {
  if (rule === 'hops') return null;
  return rule === 'weight' ? rows.weights : rows.weights.map((weight) => 1 / weight);
}

/** What is known from one person outwards; used again for the next one, so that nothing is allocated in between. */
export interface Reach {
  /** Length of the shortest way to each person; −1 when there is none. */
  readonly distance: Float64Array;
  /** Number of shortest ways to each person. */
  readonly ways: Float64Array;
  /** People reached, nearest first; the first `reached` count. */
  readonly order: Int32Array;
  reached: number;
}

export interface Search {
  readonly reach: Reach;
  /** Searches from one person. */
  from(source: number): void;
  /** Whether the entry at `place` in the rows of `person` is the last step of a shortest way to its target. */
  isStep(person: number, place: number): boolean;
}

/** Shortest ways from a person along the links: breadth first where links are one step long, Dijkstra otherwise. */
export function createSearch(network: Network, rule: LengthRule, rows: Rows = network.out): Search {
  const count = network.ids.length;
  const reach: Reach = {
    distance: new Float64Array(count).fill(-1),
    ways: new Float64Array(count),
    order: new Int32Array(count),
    reached: 0,
  };
  const lengths = lengthsOf(rows, rule);
  const { targets } = rows;
  const { distance } = reach;
  if (lengths === null)
    return {
      reach,
      from: (source) => breadthFirst(rows, reach, source),
      isStep: (person, place) => distance[targets[place] ?? 0] === (distance[person] ?? 0) + 1,
    };
  const heap = new Heap(count);
  return {
    reach,
    from: (source) => dijkstra(rows, lengths, reach, heap, source),
    isStep: (person, place) =>
      same((distance[person] ?? 0) + (lengths[place] ?? 0), distance[targets[place] ?? 0] ?? 0),
  };
}

function clear(reach: Reach): void {
  const { distance, ways, order } = reach;
  for (let place = 0; place < reach.reached; place += 1) {
    const person = order[place] ?? 0;
    distance[person] = -1;
    ways[person] = 0;
  }
  reach.reached = 0;
}

function breadthFirst({ offsets, targets }: Rows, reach: Reach, source: number): void {
  clear(reach);
  const { distance, ways, order } = reach;
  distance[source] = 0;
  ways[source] = 1;
  order[0] = source;
  let reached = 1;
  for (let head = 0; head < reached; head += 1) {
    const person = order[head] ?? 0;
    const next = (distance[person] ?? 0) + 1;
    const mine = ways[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    for (let place = offsets[person] ?? 0; place < end; place += 1) {
      const other = targets[place] ?? 0;
      const known = distance[other] ?? 0;
      if (known < 0) {
        distance[other] = next;
        ways[other] = mine;
        order[reached] = other;
        reached += 1;
      } else if (known === next) ways[other] = (ways[other] ?? 0) + mine;
    }
  }
  reach.reached = reached;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= sameLength * Math.max(Math.abs(a), Math.abs(b));

function dijkstra(rows: Rows, lengths: Float64Array, reach: Reach, heap: Heap, source: number): void {
  clear(reach);
  const { offsets, targets } = rows;
  const { distance, ways, order } = reach;
  distance[source] = 0;
  ways[source] = 1;
  heap.put(source, 0);
  let reached = 0;
  for (let person = heap.take(); person !== -1; person = heap.take()) {
    order[reached] = person;
    reached += 1;
    const mine = ways[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    for (let place = offsets[person] ?? 0; place < end; place += 1) {
      const other = targets[place] ?? 0;
      const length = (distance[person] ?? 0) + (lengths[place] ?? 0);
      const known = distance[other] ?? -1;
      if (known >= 0 && same(length, known)) ways[other] = (ways[other] ?? 0) + mine;
      else if (known < 0 || length < known) {
        distance[other] = length;
        ways[other] = mine;
        heap.put(other, length);
      }
    }
  }
  reach.reached = reached;
}

/** Binary heap of people by distance; a person's distance can be lowered. */
class Heap {
  readonly #people: Int32Array;
  readonly #keys: Float64Array;
  /** Where each person stands in the heap, −1 when not in it. */
  readonly #places: Int32Array;
  #size = 0;

  constructor(count: number) {
    this.#people = new Int32Array(count);
    this.#keys = new Float64Array(count);
    this.#places = new Int32Array(count).fill(-1);
  }

  put(person: number, key: number): void {
    let place = this.#places[person] ?? -1;
    if (place === -1) {
      place = this.#size;
      this.#size += 1;
    }
    this.#keys[person] = key;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.#people[parent] ?? 0;
      if ((this.#keys[above] ?? 0) <= key) break;
      this.#set(place, above);
      place = parent;
    }
    this.#set(place, person);
  }

  /** The nearest person, or −1 when nobody is left. */
  take(): number {
    if (this.#size === 0) return -1;
    const first = this.#people[0] ?? 0;
    this.#places[first] = -1;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#people[this.#size] ?? 0);
    return first;
  }

  #sink(person: number): void {
    const key = this.#keys[person] ?? 0;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#keyAt(child + 1) < this.#keyAt(child)) child += 1;
      if (this.#keyAt(child) >= key) break;
      this.#set(place, this.#people[child] ?? 0);
      place = child;
    }
    this.#set(place, person);
  }

  #keyAt(place: number): number {
    return this.#keys[this.#people[place] ?? 0] ?? 0;
  }

  #set(place: number, person: number): void {
    this.#people[place] = person;
    this.#places[person] = place;
  }
}
