import type { Box } from './chart-geometry.ts';

/** Side of a square, about the size of a name. */
const side = 120;

/** Boxes by the squares they touch, so that asking what lies under a label costs the same on any chart. */
export class Boxes {
  readonly #all: Box[] = [];
  readonly #squares = new Map<number, number[]>();

  get all(): readonly Box[] {
    return this.#all;
  }

  add(box: Box): void {
    const index = this.#all.push(box) - 1;
    for (const square of squaresOf(box)) {
      const here = this.#squares.get(square);
      if (here === undefined) this.#squares.set(square, [index]);
      else here.push(index);
    }
  }

  /** How much of a box is covered, by all others together. */
  covered(box: Box): number {
    const near = new Set<number>();
    for (const square of squaresOf(box)) for (const index of this.#squares.get(square) ?? []) near.add(index);
    let sum = 0;
    for (const index of near) {
      const other = this.#all[index];
      if (other !== undefined) sum += sharedArea(box, other);
    }
    return sum;
  }
}

function squaresOf({ x, y, width, height }: Box): number[] {
  const squares: number[] = [];
  for (let column = Math.floor(x / side); column <= Math.floor((x + width) / side); column += 1)
    for (let row = Math.floor(y / side); row <= Math.floor((y + height) / side); row += 1)
      squares.push(column * 2 ** 26 + row);
  return squares;
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
