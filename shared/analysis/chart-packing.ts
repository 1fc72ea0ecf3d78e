import { chartAspect, nodeRoom, type Point } from './chart-places.ts';

type Places = ReadonlyMap<string, Point>;

interface Block {
  readonly places: Places;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Sets groups side by side in rows, the largest first, so that the whole fills a page; its middle is at 0, 0. */
export function packed(groups: readonly Places[]): Places {
  const blocks = groups.filter((group) => group.size > 0).map(blockOf);
  blocks.sort((a, b) => b.width * b.height - a.width * a.height);
  const rows = best(blocks);
  const width = Math.max(0, ...rows.map(widthOf));
  const height = rows.reduce((sum, row) => sum + heightOf(row), 0);
  const result = new Map<string, Point>();
  let top = -height / 2;
  for (const row of rows) {
    let left = -widthOf(row) / 2;
    for (const block of row) {
      const y = top + (heightOf(row) - block.height) / 2;
      for (const [id, point] of block.places)
        result.set(id, { x: Math.round(left + point.x - block.left), y: Math.round(y + point.y - block.top) });
      left += block.width;
    }
    top += heightOf(row);
  }
  return width === 0 ? new Map() : result;
}

/** Of all numbers of rows the one that can be shown largest. */
function best(blocks: readonly Block[]): Block[][] {
  let chosen: { rows: Block[][]; size: number } | undefined;
  for (let count = 1; count <= Math.min(blocks.length, 12); count += 1) {
    const rows = inRows(blocks, count);
    const height = rows.reduce((sum, row) => sum + heightOf(row), 0);
    const size = Math.max(Math.max(...rows.map(widthOf)) / chartAspect, height);
    if (chosen === undefined || size < chosen.size) chosen = { rows, size };
  }
  return chosen?.rows ?? [];
}

/** Each block goes to the row that is shortest so far. */
function inRows(blocks: readonly Block[], count: number): Block[][] {
  const rows: Block[][] = Array.from({ length: count }, () => []);
  for (const block of blocks) {
    const shortest = rows.reduce((least, row) => (widthOf(row) < widthOf(least) ? row : least));
    shortest.push(block);
  }
  return rows.filter((row) => row.length > 0);
}

const widthOf = (row: readonly Block[]): number => row.reduce((sum, block) => sum + block.width, 0);
const heightOf = (row: readonly Block[]): number => Math.max(0, ...row.map((block) => block.height));

function blockOf(places: Places): Block {
  const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - nodeRoom.width / 2, Math.min(...ys) - nodeRoom.height / 2];
  return {
    places,
    left,
    top,
    width: Math.max(...xs) + nodeRoom.width / 2 - left,
    height: Math.max(...ys) + nodeRoom.height / 2 - top,
  };
}
