import { describe, expect, it } from 'vitest';
import { followUpSchema, isOverdue, keepsMinutes, meetingSchema } from '../../../shared/domain/coordination/meeting.ts';
import { openTasksOf, operationFieldsSchema } from '../../../shared/domain/coordination/operation.ts';

const id = '01a20f82-041f-72a5-a4ed-711d2637d505';
const at = '2026-03-02T03:00:00.000Z';
const action = {
  id,
  what: 'Kirim daftar',
  who: 'Rina Contoh',
  agency: 'Polres Contoh',
  dueOn: '2026-03-09',
  state: 'open',
  outcome: '',
  history: [],
} as const;
const meeting = meetingSchema.parse({
  id,
  version: 1,
  createdAt: at,
  createdBy: id,
  changedAt: at,
  changedBy: id,
  title: 'Rapat koordinasi',
  day: '2026-03-02',
  time: '09:00',
  place: 'Aula',
  marking: 'terbatas',
  handling: { code: 'P' },
  agenda: ['Jalur lempar'],
  attendees: [],
  minutes: 'Dibahas.',
  decisions: ['Penjagaan ditambah'],
  actions: [action],
  approved: { at, by: id },
  corrections: [{ at, by: id, text: 'Pukul 10' }],
});
const followed = { ...action, state: 'done', settledOn: '2026-03-05', history: [] } as const;

describe('approved minutes', () => {
  it('stand whatever becomes of their actions', () => {
    expect(keepsMinutes(meeting, { actions: [followed] })).toBe(true);
    expect(keepsMinutes(meeting, { corrections: [...meeting.corrections, { at, by: id, text: 'Lagi' }] })).toBe(true);
  });

  it.each([
    ['other words', { minutes: 'Lain.' }],
    ['another decision', { decisions: [] }],
    ['taking the approval back', { approved: undefined }],
    ['one action less', { actions: [] }],
    ['one action more', { actions: [action, { ...action, id: id.replace('5', '6') }] }],
    ['an action worded otherwise', { actions: [{ ...action, what: 'Kirim daftar lain' }] }],
    ['a later day for an action', { actions: [{ ...action, dueOn: '2026-04-09' }] }],
    ['a correction taken away', { corrections: [] }],
    ['a correction changed', { corrections: [{ at, by: id, text: 'Pukul 11' }] }],
    ['what is no action', { actions: 'x' }],
  ])('do not take %s', (_name, change) => {
    expect(keepsMinutes(meeting, change)).toBe(false);
  });
});

describe('following up', () => {
  const codes = (followUp: object): string[] =>
    followUpSchema.safeParse(followUp).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

  it('takes one word when it is done, and a reason when it is not', () => {
    expect(codes({ state: 'done', outcome: '', settledOn: '2026-03-05' })).toEqual([]);
    expect(codes({ state: 'missed', outcome: '', settledOn: '2026-03-05' })).toEqual(['outcome outcome-required']);
    expect(codes({ state: 'dropped', outcome: 'Tidak perlu', settledOn: '2026-03-05' })).toEqual([]);
  });

  it('has a day when it is settled and none while it is open', () => {
    expect(codes({ state: 'open', outcome: '' })).toEqual([]);
    expect(codes({ state: 'open', outcome: '', settledOn: '2026-03-05' })).toHaveLength(1);
    expect(codes({ state: 'done', outcome: '' })).toHaveLength(1);
  });

  it('is overdue from the day after, while it is open', () => {
    expect(isOverdue(action, '2026-03-09')).toBe(false);
    expect(isOverdue(action, '2026-03-10')).toBe(true);
    expect(isOverdue(followed, '2026-03-10')).toBe(false);
  });
});

describe('an operation', () => {
  const task = { id, what: 'Jaga', owner: 'Budi', agency: 'Lapas', dueOn: '2026-03-09', state: 'open' } as const;
  const phase = { name: 'Awal', from: '2026-03-01', until: '2026-03-09', state: 'planned', tasks: [task] } as const;
  const plan = {
    name: 'Operasi Rekaan',
    purpose: 'Jalur',
    legalBasis: 'Nota kesepahaman',
    marking: 'rahasia',
    handling: { code: 'P' },
    phases: [phase],
    contacts: [],
    caseIds: [],
    risks: '',
    notes: '',
    state: 'planned',
    outcome: '',
  } as const;
  const codes = (fields: object): string[] =>
    operationFieldsSchema.safeParse({ ...plan, ...fields }).error?.issues.map(({ message }) => message) ?? [];

  it('says what came of it when it is over, and lays each phase in time', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ state: 'ended' })).toEqual(['outcome-required']);
    expect(codes({ state: 'called-off', outcome: 'Bocor' })).toEqual([]);
    expect(codes({ phases: [{ ...phase, until: '2026-02-01' }] })).toEqual(['dates-reversed']);
  });

  it('has nothing left to do once it is over', () => {
    const phases = [{ ...phase, tasks: [task, { ...task, state: 'done' as const }] }];
    expect(openTasksOf({ state: 'running', phases })).toEqual([task]);
    expect(openTasksOf({ state: 'ended', phases })).toEqual([]);
  });
});
