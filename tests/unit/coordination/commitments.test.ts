import { describe, expect, it } from 'vitest';
import {
  commitmentFieldsSchema,
  dueDays,
  figuresOf,
  occurrencesOf,
  type Schedule,
} from '../../../shared/domain/coordination/commitment.ts';

const agreed = {
  what: 'Daftar kunjungan dikirim',
  owedBy: 'Lapas Rekaan',
  owedTo: 'Polres Contoh',
  source: { kind: 'agreement', title: 'Nota kesepahaman' },
  schedule: { kind: 'once', dueOn: '2026-03-10' },
} as const;
const monthly = (firstOn: string, until?: string): Schedule => ({
  kind: 'recurring',
  every: 'month',
  firstOn,
  ...(until === undefined ? {} : { until }),
});
const settled = (dueOn: string, state: 'kept' | 'missed') => ({
  dueOn,
  state,
  evidence: 'Surat',
  at: '2026-03-02T03:00:00.000Z',
  by: '01a20f82-041f-72a5-a4ed-711d2637d505',
});

describe('when a commitment is due', () => {
  it('is once, or again and again until the next time to come', () => {
    expect(dueDays(agreed.schedule, '2026-06-01')).toEqual(['2026-03-10']);
    expect(dueDays(monthly('2026-01-05'), '2026-03-05')).toEqual([
      '2026-01-05',
      '2026-02-05',
      '2026-03-05',
      '2026-04-05',
    ]);
    expect(dueDays({ kind: 'recurring', every: 'week', firstOn: '2026-02-23' }, '2026-03-01')).toEqual([
      '2026-02-23',
      '2026-03-02',
    ]);
    expect(dueDays({ kind: 'recurring', every: 'quarter', firstOn: '2025-11-15' }, '2026-03-01')).toEqual([
      '2025-11-15',
      '2026-02-15',
      '2026-05-15',
    ]);
    expect(dueDays({ kind: 'recurring', every: 'year', firstOn: '2024-02-29' }, '2025-12-01')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
    ]);
  });

  it('falls on the last day of a shorter month without moving the later ones', () => {
    expect(dueDays(monthly('2026-01-31'), '2026-03-01')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });

  it('ends with its last day', () => {
    expect(dueDays(monthly('2026-01-05', '2026-02-05'), '2026-09-01')).toEqual(['2026-01-05', '2026-02-05']);
    expect(dueDays(monthly('2027-01-05'), '2026-03-05')).toEqual(['2027-01-05']);
  });
});

describe('what became of a commitment', () => {
  it('is kept, missed or open, and overdue from the day after', () => {
    const commitment = {
      schedule: monthly('2026-01-05'),
      settlements: [settled('2026-01-05', 'kept'), settled('2025-12-05', 'missed')],
    };
    expect(occurrencesOf(commitment, '2026-03-05').map(({ dueOn, state, overdue }) => [dueOn, state, overdue])).toEqual(
      [
        ['2025-12-05', 'missed', false],
        ['2026-01-05', 'kept', false],
        ['2026-02-05', 'open', true],
        ['2026-03-05', 'open', false],
        ['2026-04-05', 'open', false],
      ],
    );
  });

  it('is counted by agency, however its name was typed', () => {
    const figures = figuresOf(
      [
        { owedBy: 'Polres Contoh', schedule: agreed.schedule, settlements: [settled('2026-03-10', 'missed')] },
        { owedBy: ' polres  contoh', schedule: monthly('2026-03-01'), settlements: [settled('2026-03-01', 'kept')] },
        { owedBy: 'Lapas Rekaan', schedule: agreed.schedule, settlements: [] },
      ],
      '2026-03-11',
    );
    expect(figures).toEqual([
      { agency: 'Lapas Rekaan', kept: 0, missed: 0, open: 0, overdue: 1 },
      { agency: 'Polres Contoh', kept: 1, missed: 1, open: 1, overdue: 0 },
    ]);
  });

  it('is agreed between two agencies, in the order of days', () => {
    const codes = (fields: object): string[] =>
      commitmentFieldsSchema.safeParse({ ...agreed, ...fields }).error?.issues.map(({ message }) => message) ?? [];
    expect(codes({})).toEqual([]);
    expect(codes({ owedTo: 'LAPAS  rekaan' })).toEqual(['commitment-to-itself']);
    expect(codes({ schedule: monthly('2026-03-01', '2026-02-01') })).toEqual(['dates-reversed']);
  });
});
