import { describe, expect, it } from 'vitest';
import { byUrgency, isBroughtForward, type Task, taskFieldsSchema } from '../../../shared/domain/casework/task.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';

const fields = {
  what: 'Baca rekaman pintu',
  owner: idOf(1),
  dueOn: '2026-03-20',
  bringForwardOn: '2026-03-13',
  state: 'open' as const,
  outcome: '',
};
const task = (number: number, change: Partial<Task> = {}): Task => ({
  ...fields,
  id: idOf(number),
  caseId: idOf(50),
  version: 1,
  createdAt: '2026-03-02T02:00:00.000Z',
  createdBy: idOf(1),
  changedAt: '2026-03-02T02:00:00.000Z',
  changedBy: idOf(1),
  ...change,
});
const faults = (change: object): string[] =>
  taskFieldsSchema.safeParse({ ...fields, ...change }).error?.issues.map(({ message }) => message) ?? [];

describe('a task', () => {
  it('is brought forward at the latest on the day it is due', () => {
    expect(faults({ bringForwardOn: '2026-03-20' })).toEqual([]);
    expect(faults({ bringForwardOn: '2026-03-21' })).toEqual(['bring-forward-late']);
  });

  it.each(['done', 'dropped'] as const)('that is %s says what came of it', (state) => {
    expect(faults({ state })).toEqual(['outcome-required']);
    expect(faults({ state, outcome: 'Tidak terekam' })).toEqual([]);
  });

  it('comes back on its day, and no more once it is over', () => {
    expect(isBroughtForward(task(1), '2026-03-12')).toBe(false);
    expect(isBroughtForward(task(1), '2026-03-13')).toBe(true);
    expect(isBroughtForward(task(1, { state: 'waiting' }), '2026-04-01')).toBe(true);
    expect(isBroughtForward(task(1, { state: 'done' }), '2026-04-01')).toBe(false);
  });

  it('stands before what comes back later, and before everything that is over', () => {
    const over = task(1, { state: 'done', bringForwardOn: '2026-01-01' });
    const later = task(2, { bringForwardOn: '2026-03-15' });
    const sooner = task(3);
    expect([over, later, sooner].sort(byUrgency)).toEqual([sooner, later, over]);
  });
});
