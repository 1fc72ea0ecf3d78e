import { chartAspect, type Point } from './chart-places.ts';

/** What each fault counts: a line across somebody reads as a link to them, which is worse than two lines crossing. */
const weight = { acrossPerson: 6, acrossName: 2, crossing: 1, size: 0.05 } as const;
const personReach = 26;
/** Middle of the name below the circle, and how near a line may pass. */
const name = { below: 29, reach: 9 } as const;

type Segment = readonly [Point, Point];

/** How hard a chart is to read, in points without a unit; only the comparison of two charts of one group says anything. */
export function clutter(places: ReadonlyMap<string, Point>, ends: readonly (readonly [string, string])[]): number {
  const pairs = [...new Map(ends.map((pair) => [pair.join(' '), pair])).values()];
  const lines = pairs.flatMap(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [{ from, to, segment: [a, b] as const }];
  });
  let sum = 0;
  for (const [index, line] of lines.entries()) {
    for (const [id, point] of places) {
      if (id === line.from || id === line.to) continue;
      if (distance(point, line.segment) < personReach) sum += weight.acrossPerson;
      else if (distance({ x: point.x, y: point.y + name.below }, line.segment) < name.reach) sum += weight.acrossName;
    }
    for (const other of lines.slice(index + 1)) if (cross(line.segment, other.segment)) sum += weight.crossing;
  }
  const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  return sum + weight.size * Math.max(width / chartAspect, height);
}

function distance(point: Point, [a, b]: Segment): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

function cross([a, b]: Segment, [c, d]: Segment): boolean {
  const shared = [a, b].some((end) => end === c || end === d);
  return !shared && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

const side = (a: Point, b: Point, point: Point): boolean =>
  (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0;
