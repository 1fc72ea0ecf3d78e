import type { DueRow } from '../../../shared/contract/coordination.ts';
import { occurrencesOf } from '../../../shared/domain/coordination/commitment.ts';
import { isOverdue } from '../../../shared/domain/coordination/meeting.ts';
import { isRecalled, type Origin } from '../../../shared/domain/exchange/origin.ts';
import { openTasksOf } from '../../../shared/domain/coordination/operation.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

const soonDays = 7;
const dayLength = 86_400_000;

/** The last day that counts as soon. */
export const soonFrom = (today: string): string =>
  new Date(Date.parse(today) + soonDays * dayLength).toISOString().slice(0, 10);

/** What was agreed between agencies, not taken back, and is overdue or due within a week; the longest overdue first. */
export function dueOf(vault: Pick<VaultPort, 'document'>, today: string): DueRow[] {
  const soon = soonFrom(today);
  const rows: DueRow[] = [];
  const standing = <R extends { readonly origins?: readonly Origin[] | undefined }>(records: Iterable<R>): R[] =>
    [...records].filter(({ origins }) => !isRecalled(origins));
  for (const { id, title, actions } of standing(living(vault, 'meetings')))
    for (const action of actions.filter(({ state }) => state === 'open')) {
      const { what, who, agency, dueOn } = action;
      const overdue = isOverdue(action, today);
      rows.push({ kind: 'action', recordId: id, key: action.id, what, who, agency, from: title, dueOn, overdue });
    }
  for (const operation of standing(living(vault, 'operations')))
    for (const task of openTasksOf(operation)) {
      const { what, owner: who, agency, dueOn } = task;
      const overdue = isOverdue(task, today);
      const { id: recordId, name: from } = operation;
      rows.push({ kind: 'task', recordId, key: task.id, what, who, agency, from, dueOn, overdue });
    }
  for (const commitment of standing(living(vault, 'commitments'))) {
    const { id: recordId, what, owedBy: agency, source } = commitment;
    const from = source.kind === 'agreement' ? source.title : (vault.document.meetings[source.meetingId]?.title ?? '');
    for (const { dueOn, state, overdue } of occurrencesOf(commitment, today))
      if (state === 'open')
        rows.push({ kind: 'commitment', recordId, key: dueOn, what, who: null, agency, from, dueOn, overdue });
  }
  return rows
    .filter(({ dueOn }) => dueOn <= soon)
    .sort((a, b) => (a.dueOn === b.dueOn ? a.key.localeCompare(b.key) : a.dueOn.localeCompare(b.dueOn)));
}
