import { type PlanBlock, planSize } from '../../../shared/domain/mitigation/prison-plan.ts';

/** So many squares to the right and down. */
export interface PlanChange {
  readonly x: number;
  readonly y: number;
}

const within = (value: number, most: number, least = 0): number => Math.min(Math.max(value, least), most);

/** The block elsewhere, never off the sheet. */
export const moved = (block: PlanBlock, by: PlanChange): PlanBlock => ({
  ...block,
  x: within(block.x + by.x, planSize.width - block.width),
  y: within(block.y + by.y, planSize.height - block.height),
});

/** The block larger or smaller, never off the sheet and never nothing. */
export const resized = (block: PlanBlock, by: PlanChange): PlanBlock => ({
  ...block,
  width: within(block.width + by.x, planSize.width - block.x, 1),
  height: within(block.height + by.y, planSize.height - block.y, 1),
});

type Place = Pick<PlanBlock, 'x' | 'y' | 'width' | 'height'>;
const newBlock = { width: 8, height: 5 } as const;

const overlaps = (one: Place, other: Place): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Where a new block lies upon no other; in the corner when the sheet is full. */
export function freePlace(blocks: readonly PlanBlock[]): Place {
  for (let y = 1; y + newBlock.height <= planSize.height; y += newBlock.height + 1)
    for (let x = 1; x + newBlock.width <= planSize.width; x += newBlock.width + 1) {
      const place = { x, y, ...newBlock };
      if (blocks.every((block) => !overlaps(place, block))) return place;
    }
  return { x: 0, y: 0, ...newBlock };
}

/** The first letter no block has; a number behind it once all are taken. */
export function freeName(blocks: readonly PlanBlock[]): string {
  const taken = new Set(blocks.map(({ block }) => block));
  for (let round = 0; ; round += 1)
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const name = round === 0 ? letter : `${letter}${round}`;
      if (!taken.has(name)) return name;
    }
}
