import type { Point } from './chart-places.ts';

/** How far a line may be bent aside, the nearest way first, to either side. */
const bends = [0, 24, -24, 42, -42, 62, -62, 86, -86, 112, -112] as const;
const samples = 28;
const nameReach = 12;
const nameAt = [-34, -17, 0, 17, 34] as const;
/** Above this a chart is read as a picture of the whole, and looking at every line takes too long. */
const mostPeople = 300;

interface Ends {
  readonly from: Point & { readonly id: string };
  readonly to: Point & { readonly id: string };
}

/**
 * The sideways distance of a line's middle with which it crosses the fewest people. A line that runs through somebody
 * reads as two links to them, and accuses the wrong person. `offset` is where it would lie if nobody were in the way;
 * `reach` is how near to the middle of a person a line may come, in chart units.
 */
export function aroundPeople(
  { from, to }: Ends,
  offset: number,
  people: readonly (Point & { readonly id: string })[],
  reach: number,
): number {
  if (people.length > mostPeople) return offset;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return offset;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  // Seen along the line: how far on, and how far aside.
  const others = people
    .filter(({ id }) => id !== from.id && id !== to.id)
    .flatMap(({ x, y }) => [
      { x, y, reach, weight: 1 },
      // A name is a row of small places below the circle: better crossed than a person, better free than crossed.
      ...nameAt.map((aside) => ({ x: x + aside, y: y + reach + nameReach, reach: nameReach, weight: 0.1 })),
    ])
    .map(({ x, y, ...each }) => ({
      ...each,
      on: (x - from.x) * ux + (y - from.y) * uy,
      aside: -(x - from.x) * uy + (y - from.y) * ux,
    }))
    .filter(({ on, aside }) => on > -reach && on < length + reach && Math.abs(aside) < 160 + Math.abs(offset));
  let best = { offset, crossed: Number.POSITIVE_INFINITY };
  for (const bend of bends) {
    let crossed = 0;
    for (const other of others) if (crosses(other, length, offset + bend)) crossed += other.weight;
    if (crossed < best.crossed) best = { offset: offset + bend, crossed };
    if (crossed === 0) break;
  }
  return best.offset;
}

interface Obstacle {
  readonly on: number;
  readonly aside: number;
  readonly reach: number;
}

function crosses(other: Obstacle, length: number, middle: number): boolean {
  for (let step = 1; step < samples; step += 1) {
    const t = step / samples;
    if (Math.hypot(other.on - t * length, other.aside - 4 * t * (1 - t) * middle) < other.reach) return true;
  }
  return false;
}
