import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlyWarnings, type Series } from '../../../shared/analysis/mitigation/early-warnings.ts';
import { isoWeek, lastDayOf, mondayOf, weekOf, weeksLater } from '../../../shared/analysis/mitigation/weeks.ts';
import { findKindOf } from '../../../shared/domain/mitigation/find-kind.ts';
import { defaultThresholds, type IndicatorKind, type Thresholds } from '../../../shared/domain/mitigation/indicator.ts';
import { levelOf, scale } from '../../../shared/domain/mitigation/threat.ts';

const week = '2026-03-02';
const series = (kind: IndicatorKind, counts: readonly number[], block = 'F'): Series => ({
  kind,
  block,
  weeks: new Map(counts.map((count, place) => [weeksLater(week, place - counts.length + 1), count])),
});
const first = { finds: '2026-01-05' };
const only = (kind: IndicatorKind, atLeast: number, times: number): Thresholds => ({
  ...defaultThresholds,
  [kind]: { on: true, atLeast, times },
});

describe('an early warning', () => {
  it('is raised when as many as agreed are also so many times the average before, and says why', () => {
    const [warning] = earlyWarnings([series('finds', [1, 1, 1, 1, 1, 1, 1, 1, 4])], only('finds', 3, 2), week, first);
    expect(warning).toEqual({
      key: 'finds:F:2026-03-02',
      kind: 'finds',
      block: 'F',
      week,
      value: 4,
      average: 1,
      weeksBefore: 8,
      threshold: 3,
    });
  });

  it('is not raised by many where there are always many, nor by few where there are none', () => {
    const quiet = [series('finds', [3, 3, 3, 3, 3, 3, 3, 3, 4]), series('finds', [2], 'G')];
    expect(earlyWarnings(quiet, only('finds', 3, 2), week, first)).toEqual([]);
  });

  it('compares with no week before the register began', () => {
    const short = [series('finds', [1, 4])];
    const [warning] = earlyWarnings(short, only('finds', 3, 2), week, { finds: '2026-02-23' });
    expect(warning).toMatchObject({ average: 1, weeksBefore: 1 });
    const [alone] = earlyWarnings([series('finds', [4])], only('finds', 3, 2), week, { finds: week });
    expect(alone).toMatchObject({ average: null, weeksBefore: 0, threshold: 3 });
  });

  it('is silent where it was turned off', () => {
    const off = { ...defaultThresholds, finds: { on: false, atLeast: 1, times: 1 } };
    expect(earlyWarnings([series('finds', [9])], off, week, first)).toEqual([]);
  });

  it('comes first where it is highest above what it had to reach', () => {
    const both = [series('finds', [4], 'A'), series('finds', [12], 'B')];
    const found = earlyWarnings(both, only('finds', 3, 2), week, first);
    expect(found.map(({ block }) => block)).toEqual(['B', 'A']);
  });

  it('never disappears when there is more of what it warns of', () => {
    const counts = fc.array(fc.nat(20), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 20 }), (before, more) => {
        const raised = before.map((count, place) => (place === 8 ? count + more : count));
        const rules = only('finds', 3, 2);
        const had = earlyWarnings([series('finds', before)], rules, week, first).length;
        expect(earlyWarnings([series('finds', raised)], rules, week, first).length).toBeGreaterThanOrEqual(had);
      }),
    );
  });
});

describe('weeks', () => {
  it('begin on Monday and are named as ISO 8601 does, also around New Year', () => {
    expect(weekOf('2026-03-08')).toBe('2026-03-02');
    expect([isoWeek('2026-03-02'), isoWeek('2025-12-29'), isoWeek('2026-12-28')]).toEqual([
      '2026-W10',
      '2026-W01',
      '2026-W53',
    ]);
    expect(lastDayOf('2026-03-02')).toBe('2026-03-08');
    expect([mondayOf('2026-W53'), mondayOf('2025-W53'), mondayOf('2026-03-05'), mondayOf('x')]).toEqual([
      '2026-12-28',
      undefined,
      '2026-03-02',
      undefined,
    ]);
  });

  it('every day lies in the week that begins at most six days before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const monday = weekOf(day);
        expect(monday <= day && day <= lastDayOf(monday)).toBe(true);
        expect(mondayOf(isoWeek(monday))).toBe(monday);
      }),
    );
  });
});

it.each([
  ['sabu', 'drug'],
  ['2 paket Ganja kering', 'drug'],
  ['HP Samsung', 'phone'],
  ['sim card', 'phone'],
  ['charger', 'phone'],
  ['senjata tajam', 'weapon'],
  ['Uang tunai', 'money'],
  ['sendok', 'other'],
  ['hpp kontrak', 'other'],
])('a find written as "%s" counts as %s', (written, kind) => {
  expect(findKindOf(written)).toBe(kind);
});

it('a threat grows with its likelihood and its impact, and a disaster is never a small one', () => {
  const rank = { low: 0, medium: 1, high: 2, extreme: 3 } as const;
  const at = (likelihood: number, impact: number): number => rank[levelOf({ likelihood, impact })];
  const steps = scale.slice(0, -1);
  for (const step of steps)
    for (const other of scale) {
      expect(at(step + 1, other)).toBeGreaterThanOrEqual(at(step, other));
      expect(at(other, step + 1)).toBeGreaterThanOrEqual(at(other, step));
    }
  expect(levelOf({ likelihood: 1, impact: 5 })).toBe('medium');
  expect(levelOf({ likelihood: 5, impact: 5 })).toBe('extreme');
});
