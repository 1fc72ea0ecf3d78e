import { expect, test } from 'vitest';
import type { ChartGraph } from '../../../renderer/features/chart/chartGraph.ts';
import { linkedWith } from '../../../renderer/features/chart/chartGraph.ts';
import { arrangedAnew, completePlaces, moved, withPin } from '../../../renderer/features/chart/places.ts';

const node = (id: string) => ({ id, name: id, cell: undefined, part: 'other' as const });
const edge = (id: string, from: string, to: string) => ({
  id,
  from,
  to,
  kind: 'knows',
  grade: 'B2',
  status: 'suspected' as const,
  directed: false,
});
const graph: ChartGraph = {
  nodes: ['a', 'b', 'c', 'd'].map(node),
  edges: [edge('1', 'a', 'b'), edge('2', 'b', 'a'), edge('3', 'b', 'c')],
};

test('who was put somewhere stays there and everybody else gets a place', () => {
  const saved = { a: { x: 500, y: -40, pinned: true } };
  const places = completePlaces(graph, saved);
  expect(Object.keys(places).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(places['a']).toEqual(saved.a);
});

test('the same chart gets the same places every time', () => {
  expect(completePlaces(graph, {})).toEqual(completePlaces(graph, {}));
});

test('somebody who left the case leaves no place behind', () => {
  expect(Object.keys(completePlaces(graph, { gone: { x: 0, y: 0, pinned: true } }))).not.toContain('gone');
});

test('arranging anew moves everybody but the pinned', () => {
  const places = withPin(moved(completePlaces(graph, {}), { a: { x: 900, y: 900 }, b: { x: 901, y: 20 } }), 'b', false);
  const anew = arrangedAnew(graph, places, 'forces');
  expect(anew['a']).toEqual({ x: 900, y: 900, pinned: true });
  expect(anew['b']).not.toEqual({ x: 901, y: 20, pinned: false });
});

test('dragging pins, and pinning somebody unknown changes nothing', () => {
  expect(moved({}, { a: { x: 1.4, y: 2.6 } })).toEqual({ a: { x: 1, y: 3, pinned: true } });
  const places = completePlaces(graph, {});
  expect(withPin(places, 'nobody', true)).toBe(places);
});

test('neighbours are counted once however many links there are', () => {
  expect(linkedWith('b', graph.edges).toSorted()).toEqual(['a', 'c']);
});
