import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unable } from '../../bench/runner.ts';
import { Score } from '../../bench/result.ts';
import { readSettings, registerSizes } from '../../bench/settings.ts';
import { median, minimum, turn } from '../../bench/statistics.ts';
import { inMilliseconds, ratio, renderReport } from '../../bench/table.ts';

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
const done = { peakMegabytes: 100, longestBlock: 3 };

describe('figures of a bench', () => {
  it('have a minimum that no sample is below, and that is one of them', () => {
    fc.assert(
      fc.property(samples, (times) => {
        expect(times).toContain(minimum(times));
        expect(times.every((time) => time >= minimum(times))).toBe(true);
      }),
    );
  });

  it('have a median with as many samples above as below, whatever their order', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    fc.assert(
      fc.property(samples, (times) => {
        const middle = median(times);
        expect(times.filter((time) => time < middle).length).toBeLessThanOrEqual(times.length / 2);
        expect(times.filter((time) => time > middle).length).toBeLessThanOrEqual(times.length / 2);
        expect(median(times.toReversed())).toBe(middle);
      }),
    );
  });

  it('cannot be had of nothing', () => {
    expect(() => minimum([])).toThrow('no samples');
    expect(() => median([])).toThrow('no samples');
  });

  it('let everybody begin a round in turn', () => {
    expect([0, 1, 2, 3].map((round) => turn(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(turn([], 1)).toEqual([]);
  });

  it('are shown with their unit, and as a ratio only when both were measured', () => {
    expect([0.123, 12.34, 999, 1234, 45_678].map(inMilliseconds)).toEqual([
      '0.12 ms',
      '12.3 ms',
      '999 ms',
      '1.23 s',
      '45.7 s',
    ]);
    expect([ratio(1, 2), ratio(30, 1), ratio(1, 1000)]).toEqual(['0.50', '30', '0.0010']);
    expect([ratio(null, 2), ratio(2, null), ratio(undefined, 2)]).toEqual(['', '', '']);
  });
});

describe('a contestant', () => {
  it('is scored over its rounds', async () => {
    const score = new Score({ name: 'disk', unable: null });
    await score.attempt(() => Promise.resolve(score.add([4, 2], done)));
    await score.attempt(() => Promise.resolve(score.add([9], { peakMegabytes: 90, longestBlock: 7 })));
    expect(score.line('save', 10)).toMatchObject({ minimum: 2, median: 4, peakMegabytes: 100, longestBlock: 7 });
  });

  it('that is unable once has a reason and no figure, and is not asked again', async () => {
    const score = new Score({ name: 'lowdb', unable: null });
    await score.attempt(() => Promise.resolve(score.add([4], done)));
    await score.attempt(() => Promise.reject(new Unable('Invalid string length')));
    await score.attempt(() => Promise.resolve(score.add([1], done)));
    expect(score.line('save', 10)).toMatchObject({ minimum: null, median: null, unable: 'Invalid string length' });
  });

  it('does not hide a failure of the bench itself', async () => {
    const score = new Score({ name: 'lowdb', unable: null });
    await expect(score.attempt(() => Promise.reject(new Error('read 9 of 10 visits')))).rejects.toThrow('9 of 10');
  });
});

describe('a report', () => {
  const line = { discipline: 'save', visits: 10_000, samples: [], peakMegabytes: 80, longestBlock: 1, unable: null };
  const text = renderReport({
    date: '2026-11-24T00:00:00.000Z',
    machine: { node: '20', system: 'linux', processor: 'P', cores: 2, memoryGigabytes: 8, fileSystem: 'XFS' },
    rounds: 5,
    sqlcipher: { missing: 'no compiler' },
    derivation: { memoryKiB: 65_536, passes: 3, lanes: 4, minimum: 200, median: 300 },
    lines: [
      { ...line, contestant: 'sinergi', minimum: 1, median: 2 },
      { ...line, contestant: 'disk', minimum: 0.5, median: 4 },
      { ...line, contestant: 'lowdb', minimum: null, median: null, unable: 'Invalid string length' },
    ],
  });

  it('gives ratios beside the times, of the minima and of the medians', () => {
    expect(text).toMatch(/disk alone .*\| 0\.50 ms \| 4\.00 ms \| +2\.00 \| +0\.50 \|/);
  });

  it('says who was unable and who was left out, and why', () => {
    expect(text).toMatch(/lowdb JSONFile +\| unable: Invalid string length/);
    expect(text).toContain('SQLCipher is left out: no compiler.');
  });
});

describe('what a bench is told', () => {
  it('has sizes, rounds and contests, each checked', () => {
    const settings = readSettings(['--visits', '100,2000', '--rounds', '2', '--only', 'save']);
    expect(settings).toMatchObject({ visits: [100, 2000], rounds: 2, contests: ['save'] });
    expect(() => readSettings(['--visits', 'many'])).toThrow('number');
    expect(() => readSettings(['--only', 'speed'])).toThrow('save');
  });

  it('is a prison of 5,000 inmates and 50,000 visitors for a million visits', () => {
    expect(registerSizes(1_000_000)).toMatchObject({ inmates: 5000, visitors: 50_000 });
  });
});
