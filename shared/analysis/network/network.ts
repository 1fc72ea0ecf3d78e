/** One tie between two people, as a file or a case states it; several of one pair are taken together. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** Above 0; 1 when nothing else is known. */
  readonly weight: number;
}

/** Neighbours of every person in compressed sparse rows: those of `i` are `targets[offsets[i] … offsets[i + 1]]`. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Sum of the weights of the ties behind each link; 1 in a network without weights. */
  readonly weights: Float64Array;
  /** Index of each entry's link in `from` and `to` of the network. */
  readonly links: Int32Array;
}

/**
 * People and the links between them as typed arrays. People stand in the order of their identifiers and links in the
 * order of their ends, so that the same network gives the same figures to the last digit, however it was written down.
 */
export interface Network {
  readonly directed: boolean;
  readonly weighted: boolean;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Ends of each link, by person's index; in an undirected network `from` is the smaller one. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  /** Along the links. */
  readonly out: Rows;
  /** Against them; the same rows as `out` in an undirected network. */
  readonly in: Rows;
}

export interface NetworkOptions {
  readonly directed: boolean;
  readonly weighted: boolean;
}

/**
 * Builds a network: ties of one pair become one link whose weight is their sum, and without `directed` either direction
 * counts as the same pair. A tie of a person to themselves is no link; the person stays.
 */
export function buildNetwork(
  people: Iterable<string>,
  ties: Iterable<Tie>,
  { directed, weighted }: NetworkOptions,
): Network {
  const kept = [...ties];
  const known = new Set(people);
  for (const { from, to } of kept) known.add(from).add(to);
  const ids = [...known].sort(compareIds);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const sums = new Map<number, number[]>();
  for (const tie of kept) {
    const a = indexOf.get(tie.from) ?? 0;
    const b = indexOf.get(tie.to) ?? 0;
    if (a === b) continue;
    const key = !directed && a > b ? b * ids.length + a : a * ids.length + b;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, [tie.weight]);
    else sum.push(tie.weight);
  }
  const keys = Float64Array.from(sums.keys()).sort();
  const from = new Int32Array(keys.length);
  const to = new Int32Array(keys.length);
  const weights = new Float64Array(keys.length).fill(1);
  keys.forEach((key, link) => {
    from[link] = Math.floor(key / ids.length);
    to[link] = key % ids.length;
    if (weighted) weights[link] = total(sums.get(key) ?? []);
  });
  const ends = { count: ids.length, from, to, weights };
  const out = directed ? rows(ends, 'out') : rows(ends, 'both');
  return { directed, weighted, ids, indexOf, from, to, weights, out, in: directed ? rows(ends, 'in') : out };
}

/** Sorted first: the order of the rows in a file must not show in the last digit of a sum. */
const total = (weights: number[]): number => weights.sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0);

/** By code unit: the same on every machine and in every language. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The same people and links with every direction taken away; weights of both directions are added. */
export function undirected(network: Network): Network {
  if (!network.directed) return network;
  return buildNetwork(network.ids, tiesOf(network), { directed: false, weighted: network.weighted });
}

/** The network without some of its people and their links. */
export function without(network: Network, removed: ReadonlySet<string>): Network {
  const people = network.ids.filter((id) => !removed.has(id));
  const ties = tiesOf(network).filter(({ from, to }) => !removed.has(from) && !removed.has(to));
  return buildNetwork(people, ties, network);
}

export function tiesOf({ ids, from, to, weights }: Network): Tie[] {
  return [...from].map((end, link) => ({
    from: ids[end] ?? '',
    to: ids[to[link] ?? 0] ?? '',
    weight: weights[link] ?? 1,
  }));
}

interface Ends {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
}

function rows({ count, from, to, weights }: Ends, side: 'out' | 'in' | 'both'): Rows {
  const offsets = new Int32Array(count + 1);
  const tally = (person: number): void => {
    offsets[person + 1] = (offsets[person + 1] ?? 0) + 1;
  };
  for (let link = 0; link < from.length; link += 1) {
    if (side !== 'in') tally(from[link] ?? 0);
    if (side !== 'out') tally(to[link] ?? 0);
  }
  for (let person = 0; person < count; person += 1)
    offsets[person + 1] = (offsets[person + 1] ?? 0) + (offsets[person] ?? 0);
  const size = offsets[count] ?? 0;
  const filled = { targets: new Int32Array(size), weights: new Float64Array(size), links: new Int32Array(size) };
  const next = offsets.slice();
  const put = (person: number, other: number, link: number): void => {
    const place = next[person] ?? 0;
    next[person] = place + 1;
    filled.targets[place] = other;
    filled.weights[place] = weights[link] ?? 1;
    filled.links[place] = link;
  };
  for (let link = 0; link < from.length; link += 1) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    if (side !== 'in') put(a, b, link);
    if (side !== 'out') put(b, a, link);
  }
  return { offsets, ...filled };
}
