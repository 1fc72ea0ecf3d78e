import { compare, nodeRoom, type Point } from './chart-places.ts';

/**
 * Gives everybody the free place nearest to the wanted one, and takes it. The middle of the chart keeps its shape; what
 * has to give way does so at the rim.
 */
export function settle(wanted: readonly (readonly [string, Point])[], room: Room): Map<string, Point> {
  const fromTheMiddle = wanted.toSorted(
    ([a, p], [b, q]) => p.x * p.x + p.y * p.y - q.x * q.x - q.y * q.y || compare(a, b),
  );
  return new Map(
    fromTheMiddle.map(([id, point]) => {
      const free = room.nearestFree(point);
      room.take(free);
      return [id, free];
    }),
  );
}

/** Which places are taken, by squares of the size of a place so that looking costs the same on any chart. */
export class Room {
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
