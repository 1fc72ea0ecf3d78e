import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retained } from '../../../electron/vault/backup/retention.ts';
import { isBackupDue } from '../../../shared/domain/backup.ts';

const day = 86_400_000;
const noon = Date.parse('2026-11-24T12:00:00.000Z');
/** One backup so many days ago, named by that. */
const ago = (days: number) => ({ name: String(days), at: new Date(noon - days * day).toISOString() });
const daily = (days: number) => Array.from({ length: days }, (_, number) => ago(number));

describe('which backups stay', () => {
  it('are all of few', () => {
    expect(retained(daily(10), 10).size).toBe(10);
    expect(retained([], 10).size).toBe(0);
  });

  it('reach a year back with one for each month, when there is one every day', () => {
    const kept = [...retained(daily(800), 10)].map(Number);
    expect(kept.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // The newest of each of twelve months: the oldest is the last day of last December.
    expect(Math.max(...kept)).toBe(328);
    expect(kept.length).toBeLessThanOrEqual(10 + 7 + 4 + 12);
  });

  it('are those of days there were, however long nothing was backed up', () => {
    const kept = retained([ago(0), ago(400), ago(401), ago(800)], 1);
    expect([...kept].sort()).toEqual(['0', '400', '401', '800']);
  });

  it('are of one day the newest alone', () => {
    const hourly = Array.from({ length: 24 }, (_, hour) => ({
      name: `h${hour}`,
      at: new Date(Date.parse('2026-11-24T23:00:00.000Z') - hour * 3_600_000).toISOString(),
    }));
    expect([...retained(hourly, 2)]).toEqual(['h0', 'h1']);
  });

  it('always hold the newest ones, and never more than the ladder has room for', () => {
    const dates = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 200 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 20 }), (days, keep) => {
        const backups = days.map((each, number) => ({ ...ago(each), name: String(number) }));
        const kept = retained(backups, keep);
        for (const { name } of backups.slice(0, keep)) expect(kept.has(name)).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(keep + 7 + 4 + 12);
      }),
    );
  });
});

describe('a backup is due', () => {
  // Its first twelve digits are when it was made: 2026-11-24T12:00:00Z.
  const madeAt = `${noon.toString(16).padStart(12, '0').slice(0, 8)}-${noon.toString(16).padStart(12, '0').slice(8)}-7000-8000-000000000000`;

  it('when the days agreed have gone by since the last one', () => {
    const last = new Date(noon).toISOString();
    expect(isBackupDue(madeAt, last, 7, noon + 7 * day - 1)).toBe(false);
    expect(isBackupDue(madeAt, last, 7, noon + 7 * day)).toBe(true);
  });

  it('or since the vault was made, when there never was one', () => {
    expect(isBackupDue(madeAt, null, 7, noon + 6 * day)).toBe(false);
    expect(isBackupDue(madeAt, null, 7, noon + 8 * day)).toBe(true);
  });
});
