import { expect, test } from 'vitest';
import { type ChartInput, linkedWith } from '../../../renderer/features/chart/chartGraph.ts';
import { arrangedAnew, completePlaces, pinnedOnly } from '../../../renderer/features/chart/places.ts';
import { chartScene } from '../../../shared/analysis/chart-scene.ts';
import { plainChart } from '../../../shared/analysis/chart-state.ts';
import { sceneLink as link } from '../../fixtures/networks/chart-links.ts';

const input: ChartInput = {
  people: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, cell: undefined, part: 'other' as const })),
  links: [link('1', 'a', 'b'), link('2', 'b', 'a'), link('3', 'b', 'c')],
  visits: new Map(),
};

test('who was put somewhere stays there and everybody else gets a place', () => {
  const saved = { a: { x: 500, y: -40, pinned: true } };
  const places = completePlaces(input, saved);
  expect(Object.keys(places).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(places['a']).toEqual(saved.a);
});

test('the same chart gets the same places every time', () => {
  expect(completePlaces(input, {})).toEqual(completePlaces(input, {}));
});

test('somebody who left the case leaves no place behind', () => {
  expect(Object.keys(completePlaces(input, { gone: { x: 0, y: 0, pinned: true } }))).not.toContain('gone');
});

test.each(['layers', 'circle', 'grid', 'blocks'] as const)(
  'arranging anew (%s) moves everybody but the pinned',
  (way) => {
    const places = {
      ...completePlaces(input, {}),
      a: { x: 900, y: 900, pinned: true },
      b: { x: 901, y: 20, pinned: false },
    };
    const anew = arrangedAnew(input, places, way);
    expect(anew['a']).toEqual(places.a);
    expect(anew['b']).not.toEqual(places.b);
    expect(Object.keys(pinnedOnly(places))).toEqual(['a']);
  },
);

test('neighbours are counted once however many links there are', () => {
  const scene = chartScene(input, { ...plainChart, positions: completePlaces(input, {}) });
  expect(linkedWith('b', scene.links).toSorted()).toEqual(['a', 'c']);
});
