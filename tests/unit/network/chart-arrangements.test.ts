import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks, circle, grid, layers } from '../../../shared/analysis/chart-arrangements.ts';
import { Boxes } from '../../../shared/analysis/chart-boxes.ts';
import { nodeRoom } from '../../../shared/analysis/chart-places.ts';
import { anyNetwork } from '../../fixtures/networks/generated.ts';

const ways = {
  circle,
  grid,
  layers,
  blocks: (ids: string[], links: { from: string; to: string }[]) => blocks(ids, links, (id) => id.slice(-1)),
};

describe.each(Object.entries(ways))('people placed by %s', (_name, arrange) => {
  it('all have a place, the same however they are listed, and rows do not cover each other', () => {
    fc.assert(
      fc.property(anyNetwork, ({ people, ties }) => {
        const places = arrange([...people], [...ties]);
        expect(Object.keys(places).sort()).toEqual([...people].sort());
        expect(arrange(people.toReversed(), ties.toReversed())).toEqual(places);
        if (arrange === circle) return;
        const points = Object.values(places);
        const clash = points.some((a, index) =>
          points
            .slice(index + 1)
            .some((b) => Math.abs(a.x - b.x) < nodeRoom.width - 1 && Math.abs(a.y - b.y) < nodeRoom.height - 1),
        );
        expect(clash).toBe(false);
      }),
    );
  });
});

it('layers put a contact of a contact two layers below', () => {
  const links = [
    { from: 'M', to: 'A' },
    { from: 'M', to: 'B' },
    { from: 'M', to: 'C' },
    { from: 'C', to: 'D' },
  ];
  const { M, A, D } = layers(['A', 'B', 'C', 'D', 'M'], links);
  expect([(A?.y ?? 0) > (M?.y ?? 0), (D?.y ?? 0) > (A?.y ?? 0)]).toEqual([true, true]);
});

it('a box is as covered as every other box covers it, wherever they lie', () => {
  const box = fc.record({
    x: fc.integer({ min: -300, max: 300 }),
    y: fc.integer({ min: -300, max: 300 }),
    width: fc.integer({ min: 0, max: 250 }),
    height: fc.integer({ min: 0, max: 250 }),
  });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 20 }), box, (others, asked) => {
      const boxes = new Boxes();
      for (const other of others) boxes.add(other);
      const shared = others.map((other) => {
        const width = Math.min(other.x + other.width, asked.x + asked.width) - Math.max(other.x, asked.x);
        const height = Math.min(other.y + other.height, asked.y + asked.height) - Math.max(other.y, asked.y);
        return width > 0 && height > 0 ? width * height : 0;
      });
      expect(boxes.covered(asked)).toBe(shared.reduce((sum, area) => sum + area, 0));
    }),
  );
});
