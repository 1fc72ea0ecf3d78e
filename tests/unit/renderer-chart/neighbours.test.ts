import { expect, test } from 'vitest';
import { step } from '../../../renderer/features/chart/neighbours.ts';

const places = {
  middle: { x: 0, y: 0 },
  right: { x: 200, y: 0 },
  near: { x: 80, y: 10 },
  above: { x: 0, y: -150 },
  left: { x: -100, y: 20 },
};
const everybody = Object.keys(places);

test('an arrow prefers a linked person over a nearer stranger', () => {
  expect(step('middle', 'right', ['right'], everybody, places)).toBe('right');
});

test('without a link that way it goes to whoever stands there', () => {
  expect(step('middle', 'right', ['above'], everybody, places)).toBe('near');
  expect(step('middle', 'left', [], everybody, places)).toBe('left');
  expect(step('middle', 'up', [], everybody, places)).toBe('above');
});

test('nobody that way, nowhere to go', () => {
  expect(step('middle', 'down', [], everybody, places)).toBeUndefined();
  expect(step('stranger', 'down', [], everybody, places)).toBeUndefined();
});
