import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room every person needs on a chart, circle and name together, in chart units. */
export const nodeRoom = { width: 118, height: 82 } as const;

interface Placed extends SimulationNodeDatum {
  readonly id: string;
}

/**
 * Places the people of a link chart so that linked ones stand near each other and none overlap.
 *
 * The same input gives the same chart on every machine: the order of `ids` and `links` does not matter, there is no
 * chance in it, and coordinates are rounded to whole chart units. A place in `fixed` is kept as it is, even when two
 * of them overlap: somebody put them there. People without any link stand in rows below.
 */
export function layoutChart(
  ids: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
  fixed: Readonly<Record<string, Point>> = {},
): Record<string, Point> {
  const known = new Set(ids);
  const ends = links
    .filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to)
    .map((link): readonly [string, string] => (link.from < link.to ? [link.from, link.to] : [link.to, link.from]))
    .sort(([a, b], [c, d]) => (a === c ? compare(b, d) : compare(a, c)));
  const linked = new Set(ends.flat());
  const sorted = [...known].sort(compare);
  const wanted = simulate(
    sorted.filter((id) => linked.has(id)),
    ends,
    fixed,
  );
  const room = new Room();
  const result: Record<string, Point> = {};
  const place = (id: string, point: Point): void => {
    room.take(point);
    result[id] = point;
  };
  for (const id of sorted) {
    const point = fixed[id];
    if (point !== undefined) place(id, { x: point.x, y: point.y });
  }
  const free = [...wanted].filter(([id]) => fixed[id] === undefined);
  // The middle of the chart keeps its shape; what has to give way does so at the rim.
  free.sort(([a, p], [b, q]) => p.x * p.x + p.y * p.y - q.x * q.x - q.y * q.y || compare(a, b));
  for (const [id, point] of free) place(id, room.nearestFree(point));
  placeUnlinked(
    sorted.filter((id) => !linked.has(id) && fixed[id] === undefined),
    room,
    place,
  );
  return result;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Where the forces leave the linked people, before overlaps are settled. */
function simulate(
  ids: readonly string[],
  ends: readonly (readonly [string, string])[],
  fixed: Readonly<Record<string, Point>>,
): Map<string, Point> {
  const nodes = ids.map((id): Placed => {
    const point = fixed[id];
    return point === undefined ? { id } : { id, x: point.x, y: point.y, fx: point.x, fy: point.y };
  });
  const springs = ends.map(([source, target]): SimulationLinkDatum<Placed> => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Placed, SimulationLinkDatum<Placed>>(springs)
        .id((node) => node.id)
        .distance(125),
    )
    .force('charge', forceManyBody<Placed>().strength(-620).distanceMax(900))
    // A page is wider than high, so the chart is pressed together more from above than from the sides.
    .force('x', forceX<Placed>(0).strength(0.05))
    .force('y', forceY<Placed>(0).strength(0.19))
    .force('room', forceCollide<Placed>(nodeRoom.width / 2))
    .stop();
  simulation.tick(nodes.length > 1000 ? 100 : 300);
  return new Map(nodes.map((node) => [node.id, { x: Math.round(node.x ?? 0), y: Math.round(node.y ?? 0) }]));
}

/** Rows below everything else, about as wide as the chart. */
function placeUnlinked(ids: readonly string[], room: Room, place: (id: string, point: Point) => void): void {
  const { left, right, bottom } = room.extent();
  const fitting = Math.max(6, Math.ceil(Math.sqrt(ids.length * 2)), Math.floor((right - left) / nodeRoom.width));
  const columns = Math.min(ids.length, fitting);
  const first = Math.round((left + right) / 2 - ((columns - 1) * nodeRoom.width) / 2);
  for (const [index, id] of ids.entries()) {
    place(id, {
      x: first + (index % columns) * nodeRoom.width,
      y: bottom + Math.floor(index / columns) * nodeRoom.height,
    });
  }
}

/** Which places are taken, by squares of the size of a place so that looking costs the same on any chart. */
class Room {
  readonly #taken = new Map<number, Point[]>();
  #left = 0;
  #right = 0;
  #bottom = -nodeRoom.height;
  #empty = true;

  take(point: Point): void {
    const key = this.#square(this.#column(point), this.#row(point));
    const here = this.#taken.get(key);
    if (here === undefined) this.#taken.set(key, [point]);
    else here.push(point);
    this.#left = this.#empty ? point.x : Math.min(this.#left, point.x);
    this.#right = this.#empty ? point.x : Math.max(this.#right, point.x);
    this.#bottom = this.#empty ? point.y : Math.max(this.#bottom, point.y);
    this.#empty = false;
  }

  /** Where the next row may stand, and between which sides. */
  extent(): { left: number; right: number; bottom: number } {
    return { left: this.#left, right: this.#right, bottom: Math.ceil(this.#bottom + nodeRoom.height) };
  }

  /** The wanted place, or the free one nearest to it, searched outwards ring by ring. */
  nearestFree(wanted: Point): Point {
    if (this.#isFree(wanted)) return wanted;
    // Fine steps near by; far out a rougher search finds a place in time on a chart of thousands.
    for (let distance = 0.25; ; distance += Math.max(0.25, distance / 8)) {
      const steps = Math.ceil(distance * 16);
      for (let step = 0; step < steps; step += 1) {
        const angle = (2 * Math.PI * step) / steps;
        const point = {
          x: Math.round(wanted.x + distance * nodeRoom.width * Math.cos(angle)),
          y: Math.round(wanted.y + distance * nodeRoom.height * Math.sin(angle)),
        };
        if (this.#isFree(point)) return point;
      }
    }
  }

  #isFree(point: Point): boolean {
    for (let column = -1; column <= 1; column += 1) {
      for (let row = -1; row <= 1; row += 1) {
        const others = this.#taken.get(this.#square(this.#column(point) + column, this.#row(point) + row)) ?? [];
        if (others.some((other) => overlap(point, other))) return false;
      }
    }
    return true;
  }

  #column(point: Point): number {
    return Math.floor(point.x / nodeRoom.width);
  }

  #row(point: Point): number {
    return Math.floor(point.y / nodeRoom.height);
  }

  #square(column: number, row: number): number {
    return column * 2 ** 26 + row;
  }
}

function overlap(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < nodeRoom.width && Math.abs(a.y - b.y) < nodeRoom.height;
}
