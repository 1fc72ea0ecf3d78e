import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asleepAt, extentOf, lanesOf, startOf, timedEvents } from '../../../shared/analysis/timeline.ts';
import { sceneLink as link } from '../../fixtures/networks/chart-links.ts';

const links = [
  link('1', 'a', 'b', { since: '2025-03-01', until: '2025-06-30' }),
  link('2', 'b', 'c', { since: '2026-01-05' }),
  link('3', 'c', 'd'),
];
const visits = [
  { visitorId: 'd', inmateId: 'a', date: '2025-12-24', time: '09:30' },
  { visitorId: 'd', inmateId: 'a', date: '2025-02-02', time: null },
];
const events = timedEvents(links, visits);

test('dated links and visits stand in the order of time; a link without a date has no place there', () => {
  expect(events.map(({ id }) => id)).toEqual(['visit 1', '1', 'visit 0', '2']);
  expect(events[2]?.start).toBe(Date.parse('2025-12-24T09:30:00Z'));
});

test('a person lane holds everything of the person, a kind lane everything of the kind', () => {
  expect(lanesOf(events, 'person').map(({ id, events: held }) => [id, held.length])).toEqual([
    ['a', 3],
    ['b', 2],
    ['d', 2],
    ['c', 1],
  ]);
  expect(lanesOf(events, 'kind').map(({ id }) => id)).toEqual(['', 'knows']);
});

test('the chart sleeps where nothing holds yet or any more; links without dates always hold', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const at = (day: string) => [...asleepAt(nodes, links, startOf(day))].sort();
  expect(at('2025-01-01')).toEqual(['1', '2', 'a', 'b']);
  expect(at('2025-06-30')).toEqual(['2']);
  expect(at('2025-07-01')).toEqual(['1', '2', 'a', 'b']);
  expect(at('2026-01-05')).toEqual(['1', 'a']);
});

test('every moment of every event lies within the extent', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const dated = fc.record({ since: fc.option(day, { nil: undefined }), until: fc.option(day, { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(dated), (periods) => {
      const made = timedEvents(
        periods.map((period, index) => link(String(index), 'a', 'b', period)),
        [],
      );
      const extent = extentOf(made);
      expect(extent === null).toBe(made.length === 0);
      const moments = made.flatMap(({ start, end }) => [start, end]).filter((moment) => moment !== null);
      const [first, last] = extent ?? [0, 0];
      expect(moments.every((moment) => moment > first && moment < last)).toBe(true);
    }),
  );
});
