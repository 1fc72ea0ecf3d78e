import { describe, expect, test } from 'vitest';
import { clutter } from '../../../shared/analysis/chart-clutter.ts';
import { commonKind } from '../../../shared/analysis/chart-labels.ts';
import { layoutChart } from '../../../shared/analysis/chart-layout.ts';

const kinds = (...named: readonly string[]) => named.map((kind) => ({ kind }));

describe('a kind that most lines share is said once', () => {
  test('half of eight links is enough, fewer links keep their words', () => {
    expect(commonKind(kinds('visits', 'visits', 'visits', 'visits', 'pays', 'knows', 'family', 'phones'))).toBe(
      'visits',
    );
    expect(commonKind(kinds('visits', 'visits', 'visits', 'visits', 'visits'))).toBeNull();
  });

  test('no kind is common when none reaches half', () => {
    expect(commonKind(kinds('a', 'a', 'a', 'b', 'b', 'c', 'd', 'e'))).toBeNull();
  });
});

describe('a chart is measured by how well it reads', () => {
  const places = (through: number) =>
    new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 400, y: 0 }],
      ['c', { x: 200, y: through }],
    ]);

  test('a line across somebody counts more than one that passes by', () => {
    const ends = [['a', 'b']] as const;
    expect(clutter(places(0), ends)).toBeGreaterThan(clutter(places(120), ends));
  });

  test('crossing lines count, lines that meet in one person do not', () => {
    const square = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 300, y: 0 }],
      ['c', { x: 300, y: 300 }],
      ['d', { x: 0, y: 300 }],
    ]);
    const crossed = [['a', 'c'] as const, ['b', 'd'] as const];
    const meeting = [['a', 'b'] as const, ['a', 'd'] as const];
    expect(clutter(square, crossed) - clutter(square, meeting)).toBeCloseTo(1);
  });

  test('groups without a link between them do not run into each other', () => {
    const group = (name: string) => ['1', '2', '3', '4'].map((each) => name + each);
    const groups = ['k', 'l', 'm'].map(group);
    const links = groups.flatMap(([hub = '', ...others]) => others.map((to) => ({ from: hub, to })));
    const laid = layoutChart(groups.flat(), links);
    const boxes = groups.map((ids) => {
      const points = ids.flatMap((id) => laid[id] ?? []);
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    });
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
  });
});
