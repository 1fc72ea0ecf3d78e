import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, fallsInto, gapsOf, heatOf, type LifeEvent, regularsOf } from '../../../shared/analysis/life.ts';

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const visit = (date: string, other = 'istri', time: string | null = '09:15'): LifeEvent => ({
  id: `${date} ${other}`,
  kind: 'visits',
  date,
  time,
  other,
});
/** Every week on the same day, beginning with Monday 6 January 2025. */
const weekly = (weeks: number, from = 0): LifeEvent[] =>
  Array.from({ length: weeks }, (_, week) => visit(dayAfter('2025-01-06', 7 * (from + week))));

const anyEvent = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('visits', 'goods', 'calls', 'finds', 'moves'),
  date: fc.integer({ min: 0, max: 400 }).map((days) => dayAfter('2025-01-01', days)),
  time: fc.option(fc.constantFrom('08:00', '09:30', '13:59', '23:59', '00:00'), { nil: null }),
  other: fc.constantFrom('', 'a', 'b', 'c'),
}) satisfies fc.Arbitrary<LifeEvent>;

describe('the table of weekdays and hours', () => {
  it('counts a visit on its day and hour, and apart what has no time', () => {
    const { cells, most, untimed } = heatOf([
      visit('2025-01-06'),
      visit('2025-01-13', 'ibu'),
      visit('2025-01-07', 'x', null),
    ]);
    expect(cells[0]?.[9]).toBe(2);
    expect([most, untimed]).toEqual([2, 1]);
    expect(fallsInto(visit('2025-01-12'), 6, 9)).toBe(true);
  });
  it('adds up to all there is, in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const { cells, untimed } = heatOf(events);
        expect(cells.flat().reduce((sum, count) => sum + count, 0) + untimed).toBe(events.length);
        expect(heatOf(events.toReversed())).toEqual(heatOf(events));
        expect(regularsOf(events.toReversed())).toEqual(regularsOf(events));
        expect(gapsOf(events.toReversed(), {})).toEqual(gapsOf(events, {}));
        expect(changesOf(events.toReversed(), {})).toEqual(changesOf(events, {}));
      }),
    );
  });
});

describe('regulars', () => {
  it('are those who come in at least four weeks, with their day and hour', () => {
    const found = regularsOf([...weekly(10), visit('2025-01-08', 'teman'), visit('2025-01-09', 'teman')]);
    expect(found).toEqual([
      {
        kind: 'visits',
        other: 'istri',
        count: 10,
        weeks: 10,
        ofWeeks: 10,
        weekday: 0,
        hour: 9,
        first: '2025-01-06',
        last: '2025-03-10',
      },
    ]);
  });
});

describe('a silence', () => {
  it('stands out when it is long for this person, and goes on until the end of the register', () => {
    const events = [...weekly(12), ...weekly(12, 22)];
    expect(gapsOf(events, {})).toMatchObject([{ from: '2025-03-24', until: '2025-06-09', days: 77, usual: 7 }]);
    const open = gapsOf(weekly(20), { visits: '2025-08-31' });
    expect(open).toMatchObject([{ from: '2025-05-19', until: null, days: 104 }]);
    expect(gapsOf(weekly(20), { visits: '2025-05-25' })).toEqual([]);
  });
  it('of somebody who comes now and then is none', () => {
    const seldom = [0, 40, 95, 120, 190, 260, 300].map((days) => visit(dayAfter('2025-01-06', days)));
    expect(gapsOf(seldom, {})).toEqual([]);
  });
});

describe('a change', () => {
  it('is told when four weeks hold far more or far fewer days than before', () => {
    const often = Array.from({ length: 20 }, (_, days) => visit(dayAfter('2025-06-02', days)));
    const [rise] = changesOf([...weekly(20), ...often], { visits: '2025-06-22' });
    expect(rise).toMatchObject({ rise: true, observed: 20 });
    const daily = Array.from({ length: 100 }, (_, days) => visit(dayAfter('2025-01-06', days)));
    const [fall] = changesOf(daily, { visits: dayAfter('2025-01-06', 127) });
    expect(fall).toMatchObject({ rise: false, observed: 0 });
  });
  it('is none while somebody keeps their rhythm', () => {
    expect(changesOf(weekly(60), {})).toEqual([]);
  });
});
