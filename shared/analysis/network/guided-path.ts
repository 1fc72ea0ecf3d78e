import { type Network, without } from './network.ts';
import { type Paths, shortestPaths } from './paths.ts';

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** People the way must not touch. */
  readonly avoiding: readonly string[];
  /** People the way must touch, in whatever order; at most six. */
  readonly through: readonly string[];
}

/**
 * Shortest ways between two people that leave out some and touch others. Where several must be touched, every order of
 * them is tried and the shortest kept; a way may then pass somebody twice, as a message does.
 */
export function guidedPaths(whole: Network, { from, to, avoiding, through }: PathQuestion, most: number): Paths {
  const network = without(whole, new Set(avoiding.filter((id) => id !== from && id !== to)));
  const stops = through.filter((id) => id !== from && id !== to).slice(0, 6);
  let best: Paths = { length: null, paths: [], count: 0 };
  for (const order of orders(stops)) {
    const found = joined(network, [from, ...order, to], most);
    if (found.length === null) continue;
    if (best.length === null || found.length < best.length) best = found;
    else if (found.length === best.length)
      best = {
        length: best.length,
        paths: unique([...best.paths, ...found.paths]).slice(0, most),
        count: best.count + found.count,
      };
  }
  return best;
}

function joined(network: Network, stops: readonly string[], most: number): Paths {
  let whole: Paths = { length: 0, paths: [[stops[0] ?? '']], count: 1 };
  for (let index = 1; index < stops.length; index += 1) {
    const leg = shortestPaths(network, stops[index - 1] ?? '', stops[index] ?? '', 'hops', most);
    if (leg.length === null) return leg;
    whole = {
      length: (whole.length ?? 0) + leg.length,
      paths: whole.paths.flatMap((path) => leg.paths.map((more) => [...path, ...more.slice(1)])).slice(0, most),
      count: whole.count * leg.count,
    };
  }
  return whole;
}

const unique = (paths: readonly (readonly string[])[]): (readonly string[])[] => [
  ...new Map(paths.map((path) => [path.join(' '), path])).values(),
];

function orders(stops: readonly string[]): string[][] {
  if (stops.length === 0) return [[]];
  return stops.flatMap((stop, index) =>
    orders([...stops.slice(0, index), ...stops.slice(index + 1)]).map((rest) => [stop, ...rest]),
  );
}
