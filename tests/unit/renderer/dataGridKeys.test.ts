import { describe, expect, it } from 'vitest';
import { nextRow } from '../../../renderer/components/dataGridKeys.ts';

describe('a key in a grid of a hundred rows', () => {
  it.each([
    ['ArrowDown', 10, 11],
    ['ArrowUp', 10, 9],
    ['PageDown', 10, 30],
    ['PageUp', 10, 0],
    ['Home', 10, 0],
    ['End', 10, 99],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
  ])('%s at %i leads to %i', (key, from, to) => expect(nextRow(key, from, 100, 20)).toBe(to));

  it('that is a letter moves nothing', () => expect(nextRow('a', 10, 100, 20)).toBeNull());
});

it('An empty grid has nowhere to go', () => expect(nextRow('End', 0, 0, 20)).toBeNull());
