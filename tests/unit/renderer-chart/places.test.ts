import { expect, test } from 'vitest';
import type { ChartGraph } from '../../../renderer/features/chart/chartGraph.ts';
import { linkedWith } from '../../../renderer/features/chart/chartGraph.ts';
import { fanOffsets } from '../../../renderer/features/chart/fan.ts';
import { arrangedAnew, completePlaces, moved, withPin } from '../../../renderer/features/chart/places.ts';
import { drawChart } from '../../../shared/analysis/chart-geometry.ts';

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

test('several links of a pair bend as they do on paper', () => {
  const offsets = fanOffsets(graph.edges);
  const places = completePlaces(graph, { a: { x: 0, y: 0, pinned: true }, b: { x: 200, y: 0, pinned: true } });
  const drawn = drawChart(
    graph.nodes.map(({ id, name }) => ({ id, name, x: places[id]?.x ?? 0, y: places[id]?.y ?? 0 })),
    graph.edges.map((link) => ({ ...link, label: '' })),
    (text, size) => text.length * size * 0.5,
  );
  for (const link of drawn.links.filter(({ id }) => id !== '3')) {
    // From a at the left to b at the right a positive offset bends downwards, and the other way round upwards.
    const way = graph.edges.find(({ id }) => id === link.id)?.from === 'a' ? 1 : -1;
    const middle = (link.start.y + 2 * link.control.y + link.end.y) / 4;
    expect(middle).toBeCloseTo((offsets.get(link.id) ?? 0) * way, 0);
  }
  expect(offsets.get('3')).toBeCloseTo(0);
});

test('neighbours are counted once however many links there are', () => {
  expect(linkedWith('b', graph.edges).toSorted()).toEqual(['a', 'c']);
});
