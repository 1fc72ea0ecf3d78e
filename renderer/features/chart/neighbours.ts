export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const headings: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How much straying from the heading costs against plain distance. */
const strayCost = 2;

/** The candidate lying best in a direction: near, and not far off the heading. */
function best(
  from: Point,
  heading: Point,
  candidates: readonly string[],
  places: Readonly<Record<string, Point>>,
): string | undefined {
  let chosen: string | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const id of candidates) {
    const place = places[id];
    if (place === undefined) continue;
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const along = dx * heading.x + dy * heading.y;
    const aside = Math.abs(dx * heading.y - dy * heading.x);
    // Outside the quarter that faces the heading.
    if (along <= 0 || aside > along * 1.5) continue;
    const cost = along + aside * strayCost;
    if (cost < lowest) {
      lowest = cost;
      chosen = id;
    }
  }
  return chosen;
}

/** Where an arrow key leads: to a linked person in that direction, else to whoever stands there. */
export function step(
  current: string,
  direction: Direction,
  linked: readonly string[],
  everybody: readonly string[],
  places: Readonly<Record<string, Point>>,
): string | undefined {
  const from = places[current];
  if (from === undefined) return undefined;
  const heading = headings[direction];
  const others = everybody.filter((id) => id !== current);
  return best(from, heading, linked, places) ?? best(from, heading, others, places);
}
