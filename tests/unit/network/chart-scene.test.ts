import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeGroup, group, hide, moved, showAgain, withPins } from '../../../renderer/features/chart/stateChanges.ts';
import { drawScene } from '../../../shared/analysis/chart-drawing.ts';
import { chartScene, thickness } from '../../../shared/analysis/chart-scene.ts';
import { plainChart, stateOf } from '../../../shared/analysis/chart-state.ts';
import { everyLink } from '../../../shared/analysis/network/link-filter.ts';
import type { ChartState } from '../../../shared/domain/chart.ts';
import { sceneLink as link } from '../../fixtures/networks/chart-links.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const people = ids.map((id) => ({ id, name: `Orang ${id}`, part: 'other' as const }));
const links = [
  link('1', 'a', 'b', { status: 'confirmed', since: '2026-01-02' }),
  link('2', 'a', 'c'),
  link('3', 'b', 'd', { kind: 'supplies', directed: true }),
  link('4', 'd', 'e'),
  link('5', 'e', 'd'),
];
const input = { people, links, visits: new Map([['a b', 12]]) };
const positions = Object.fromEntries(ids.map((id, index) => [id, { x: index * 200, y: 0, pinned: false }]));
const state: ChartState = { ...plainChart, positions };
const groupId = '0b6f3f43-5d0c-4d4e-9c3e-3c2f7a1b2c3d';
const measure = (text: string, size: number): number => text.length * size * 0.5;

describe('a chart shows what its state says', () => {
  test('who is hidden is not on it, nor are their links, and it is counted', () => {
    const scene = chartScene(input, hide(state, ['a', 'gone']));
    expect(scene.nodes.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e']);
    expect(scene.links.map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(scene.hidden).toBe(1);
    expect(chartScene(input, showAgain(hide(state, ['a']), ['a']))).toEqual(chartScene(input, state));
  });

  test('links the filter keeps off are counted', () => {
    const scene = chartScene(input, { ...state, filter: { ...everyLink, kinds: ['supplies'] } });
    expect(scene.links.map(({ id }) => id)).toEqual(['3']);
    expect(scene.filtered).toBe(4);
  });

  test('a collapsed group stands in the middle of its people, with one line for all links to somebody else', () => {
    const grouped = changeGroup(group(state, groupId, 'Kurir', ['a', 'b']), groupId, { collapsed: true });
    const scene = chartScene(input, grouped);
    expect(scene.nodes.find(({ id }) => id === groupId)).toMatchObject({ name: 'Kurir (2)', stands: ['a', 'b'] });
    expect(scene.places[groupId]).toEqual({ x: 100, y: 0 });
    expect(scene.links.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['d', 'e', 1],
      ['e', 'd', 1],
      [groupId, 'c', 1],
      [groupId, 'd', 1],
    ]);
    expect(scene.links.at(-1)).toMatchObject({ kind: 'supplies', directed: true });
  });

  test('two links from a group to one person are one line that claims no kind and no direction', () => {
    const grouped = changeGroup(group(state, groupId, 'Blok', ['c', 'd']), groupId, { collapsed: true });
    const both = chartScene(
      { ...input, links: [link('1', 'a', 'c', { directed: true }), link('2', 'a', 'd')] },
      grouped,
    );
    expect(both.links).toMatchObject([{ from: 'a', to: groupId, count: 2, kind: '', directed: false }]);
  });

  test('nobody stands in two groups, and a group without people goes', () => {
    const first = group(state, groupId, 'Satu', ['a', 'b']);
    const other = '1b6f3f43-5d0c-4d4e-9c3e-3c2f7a1b2c3d';
    expect(group(first, other, 'Dua', ['b', 'c']).groups.map(({ members }) => members)).toEqual([['a'], ['b', 'c']]);
    expect(group(first, other, 'Dua', ['a', 'b']).groups).toHaveLength(1);
  });

  test.each([
    ['links', 1],
    ['sources', 1],
    ['visits', 12],
  ] as const)('width by %s', (width, expected) => {
    const scene = chartScene(input, { ...state, width });
    expect(scene.links.find(({ id }) => id === '1')?.weight).toBe(expected);
    expect(scene.links.find(({ id }) => id === '4')?.weight).toBe(width === 'visits' ? 1 : 2);
    expect(thickness(expected)).toBeGreaterThanOrEqual(thickness(1));
  });

  test('a note goes along with whom it is about and is hidden with them', () => {
    const note = { id: groupId, text: 'Lihat LI-1', x: 30, y: -40, personId: 'c' };
    const noted = { ...state, notes: [note] };
    expect(chartScene(input, noted).notes).toMatchObject([{ x: 430, y: -40, about: 'c' }]);
    const carried = moved(noted, positions, { c: { x: 500, y: 10 } }, { c: { x: 400, y: 0 } });
    expect(chartScene(input, carried).notes).toMatchObject([{ x: 530, y: -30 }]);
    expect(chartScene(input, hide(noted, ['c'])).notes).toEqual([]);
  });

  test('a chart saved before there were views is a plain one with its places', () => {
    const meta = { id: groupId, version: 1, createdAt: '', createdBy: '', changedAt: '', changedBy: '' };
    expect(stateOf({ ...meta, caseId: groupId, positions })).toEqual(state);
    expect(stateOf(null)).toEqual(plainChart);
  });
});

describe('dragging', () => {
  test('pins whom it moves; a collapsed group carries its people and they keep their distances', () => {
    const grouped = changeGroup(group(state, groupId, 'Kurir', ['a', 'b']), groupId, { collapsed: true });
    const { places } = chartScene(input, grouped);
    const after = moved(grouped, positions, { [groupId]: { x: 110, y: 50 }, e: { x: 1.4, y: 2.6 } }, places);
    expect(after.positions['a']).toEqual({ x: 10, y: 50, pinned: true });
    expect(after.positions['b']).toEqual({ x: 210, y: 50, pinned: true });
    expect(after.positions['e']).toEqual({ x: 1, y: 3, pinned: true });
    expect(after.positions['c']).toEqual(positions['c']);
  });

  test('pinning somebody unknown changes nothing', () => {
    expect(withPins(state, positions, ['nobody'], true)).toEqual(state);
    expect(withPins(state, positions, ['a'], true).positions['a']?.pinned).toBe(true);
  });
});

test('boxes hold all of their people, and everything drawn lies within the bounds', () => {
  const place = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
  const members = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 5, maxLength: 5 }),
      members,
      fc.string({ maxLength: 300 }),
      (at, inside, text) => {
        const placed = Object.fromEntries(ids.map((id, index) => [id, { x: 0, y: 0, ...at[index], pinned: false }]));
        const note = { id: groupId, text: `Catatan ${text}`, x: 0, y: 0, personId: 'a' };
        const scene = chartScene(input, {
          ...group({ ...state, notes: [note] }, 'g', 'Kelompok', inside),
          positions: placed,
        });
        const drawn = drawScene(scene, { nameOf: ({ name }) => name, labelOf: () => 'B2' }, measure);
        const [box] = drawn.boxes;
        for (const node of drawn.nodes.filter(({ id }) => inside.includes(id))) {
          expect(node.x).toBeGreaterThan(box?.x ?? Infinity);
          expect(node.nameBox.y + node.nameBox.height).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
        }
        for (const { x, y, width, height } of [
          ...drawn.boxes,
          ...drawn.notes,
          ...drawn.nodes.map(({ nameBox }) => nameBox),
        ]) {
          expect(x).toBeGreaterThanOrEqual(drawn.bounds.x);
          expect(y).toBeGreaterThanOrEqual(drawn.bounds.y);
          expect(x + width).toBeLessThanOrEqual(drawn.bounds.x + drawn.bounds.width + 1e-6);
          expect(y + height).toBeLessThanOrEqual(drawn.bounds.y + drawn.bounds.height + 1e-6);
        }
        for (const line of drawn.notes[0]?.lines ?? []) expect(measure(line, 10.5)).toBeLessThanOrEqual(150 + 6);
      },
    ),
    { numRuns: 60 },
  );
});
