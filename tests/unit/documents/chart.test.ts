import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, chartStyle, drawChart, linkDash } from '../../../shared/analysis/chart-geometry.ts';
import { layoutChart } from '../../../shared/analysis/chart-layout.ts';
import { nodeRoom } from '../../../shared/analysis/chart-places.ts';

const people = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 40 });
const charts = people.chain((ids) => {
  const ends = fc.constantFrom('nobody', ...ids);
  return fc.record({ ids: fc.constant(ids), links: fc.array(fc.record({ from: ends, to: ends }), { maxLength: 60 }) });
});

describe('the link chart lays itself out', () => {
  test('nobody stands on somebody else', () => {
    fc.assert(
      fc.property(charts, ({ ids, links }) => {
        const places = Object.values(layoutChart(ids, links));
        expect(places).toHaveLength(ids.length);
        for (const [index, a] of places.entries()) {
          for (const b of places.slice(index + 1)) {
            expect(Math.abs(a.x - b.x) >= nodeRoom.width || Math.abs(a.y - b.y) >= nodeRoom.height).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same people and links give the same chart, in whatever order they come', () => {
    fc.assert(
      fc.property(charts, ({ ids, links }) => {
        const turned = links.map(({ from, to }) => ({ from: to, to: from })).toReversed();
        expect(layoutChart(ids.toReversed(), turned)).toEqual(layoutChart(ids, links));
      }),
      { numRuns: 30 },
    );
  });

  test('who was put somewhere by hand stays there, and the others give way', () => {
    const links = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ];
    const places = layoutChart(['a', 'b', 'c', 'd'], links, { b: { x: 512.5, y: -40 } });
    expect(places['b']).toEqual({ x: 512.5, y: -40 });
    for (const id of ['a', 'c', 'd']) expect(places[id]).not.toEqual(places['b']);
  });

  test('two hundred people and two thousand people find their places', () => {
    for (const count of [200, 2000]) {
      const ids = Array.from({ length: count }, (_, index) => `p${index}`);
      const links = ids.slice(1).map((id, index) => ({ from: `p${Math.floor(index / 3)}`, to: id }));
      const places = layoutChart(ids, links);
      expect(Object.keys(places)).toHaveLength(count);
    }
  }, 60_000);
});

describe('the link chart is drawn', () => {
  const measure = (text: string, size: number) => text.length * size * 0.5;
  const nodes = [
    { id: 'a', name: '1 Arjuna Wiranata', x: 0, y: 0 },
    { id: 'b', name: '2 Citra Lesmana', x: 300, y: 0 },
  ];
  const link = (id: string, from: string, to: string) => ({
    id,
    from,
    to,
    directed: true,
    status: 'suspected' as const,
    label: 'Memasok B2',
  });

  test('several links of one pair lie apart, whichever way they point', () => {
    const { links } = drawChart(nodes, [link('1', 'a', 'b'), link('2', 'b', 'a'), link('3', 'a', 'b')], measure);
    const [above = 0, straight = 1, below = 0] = links.map(({ control }) => control.y).sort((a, b) => a - b);
    expect(straight).toBeCloseTo(0);
    expect(above).toBeLessThan(-chartStyle.fan);
    expect(below).toBeGreaterThan(chartStyle.fan);
  });

  test('a line goes around somebody who stands in its way, and only then bends', () => {
    const between = { id: 'c', name: '3 Damar', x: 150, y: 0 };
    const [straight] = drawChart(nodes, [link('1', 'a', 'b')], measure).links;
    expect(straight?.offset).toBe(0);
    const [bent] = drawChart([...nodes, between], [link('1', 'a', 'b')], measure).links;
    const { start, control, end } = bent ?? { start: nodes[0], control: nodes[0], end: nodes[1] };
    for (let step = 0; step <= 40; step += 1) {
      const [t, u] = [step / 40, 1 - step / 40];
      const on = (axis: 'x' | 'y') =>
        u * u * (start?.[axis] ?? 0) + 2 * u * t * (control?.[axis] ?? 0) + t * t * (end?.[axis] ?? 0);
      expect(Math.hypot(on('x') - between.x, on('y') - between.y)).toBeGreaterThan(chartStyle.nodeRadius);
    }
  });

  test('the arrowhead touches the circle it points at', () => {
    const [drawn] = drawChart(nodes, [link('1', 'a', 'b')], measure).links;
    const tip = drawn?.arrow?.[0];
    expect(300 - (tip?.x ?? 0)).toBeGreaterThan(chartStyle.nodeRadius);
    expect(300 - (tip?.x ?? 0)).toBeLessThan(chartStyle.nodeRadius + 2 * chartStyle.gap + 3);
  });

  test('a line that comes from below ends under the name', () => {
    const below = { id: 'c', name: '3 Damar', x: 0, y: 300 };
    const drawn = drawChart([...nodes, below], [link('1', 'c', 'a')], measure);
    const name = drawn.nodes[0]?.nameBox;
    expect(drawn.links[0]?.arrow?.[0].y).toBeGreaterThan((name?.y ?? 0) + (name?.height ?? 0));
  });

  test('suspected links are dotted and confirmed ones are not', () => {
    expect(linkDash.suspected.length).toBeGreaterThan(0);
    expect(linkDash.confirmed).toHaveLength(0);
  });

  test('a name of two hundred letters is cut to two lines', () => {
    const long = 'Suryaningprang '.repeat(14).trim();
    const [node] = drawChart([{ id: 'a', name: long, x: 0, y: 0 }], [], measure).nodes;
    expect(node?.lines).toHaveLength(2);
    expect(node?.lines[1]).toMatch(/…$/);
    for (const line of node?.lines ?? [])
      expect(measure(line, chartStyle.nameSize)).toBeLessThanOrEqual(chartStyle.nameWidth);
  });

  test('everything drawn lies inside the bounds', () => {
    const { nodes: drawn, links, bounds } = drawChart(nodes, [link('1', 'a', 'b'), link('2', 'a', 'b')], measure);
    const boxes: Box[] = [
      ...drawn.map((node) => node.nameBox),
      ...links.flatMap(({ label }) => (label === null ? [] : [label])),
    ];
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(bounds.x);
      expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
    }
  });
});
