import type { Input } from '../../../shared/contract.ts';
import type { TaskRow } from '../../../shared/contract/casework.ts';
import { reachesCase, reachOf } from '../../../shared/domain/access.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Gap, GapFields } from '../../../shared/domain/casework/gap.ts';
import { byUrgency, type Task, type TaskFields } from '../../../shared/domain/casework/task.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextNumber } from './numbering.ts';
import { createUndoable } from './undoable.ts';

/** What a case does not know yet, and who finds it out until when. @throws SinergiError `not-found`, `conflict`, `case-closed` */
export interface Tasks {
  list(query: Input<'tasks.list'>): TaskRow[];
  /** @throws SinergiError `task-owner` */
  create(caseId: string, fields: TaskFields): Promise<Task>;
  /** @throws SinergiError `task-owner` */
  change(input: Input<'tasks.change'>): Promise<{ undoId: string }>;
  createGap(caseId: string, fields: GapFields): Promise<Gap>;
  changeGap(input: Input<'gaps.change'>): Promise<{ undoId: string }>;
  removeGap(input: Input<'gaps.remove'>): Promise<{ undoId: string }>;
}

const ofTasks = { collection: 'tasks', verb: 'cases.tasks', name: 'task' } as const;
const ofGaps = { collection: 'gaps', verb: 'cases.write', name: 'gap' } as const;

export function createTasks(session: Session, undo: Undo): Tasks {
  const undoable = createUndoable(session, undo);

  /** A task goes to somebody who may know of the case, and closes a gap of the same case. */
  function check(vault: VaultPort, file: Case, { owner, gapId }: TaskFields): void {
    if (!ownersOf(vault, file).some(({ id }) => id === owner)) throw new SinergiError('task-owner');
    if (gapId !== undefined && find(vault, 'gaps', gapId).caseId !== file.id)
      throw new SinergiError('not-found', { collection: 'gaps', id: gapId });
  }

  return {
    list({ mine, state, caseId }) {
      return taskRows(session.vault('cases.read')).filter(
        ({ task, mine: own }) =>
          (!mine || own) && (state === null || task.state === state) && (caseId === null || task.caseId === caseId),
      );
    },
    async create(caseId, fields) {
      const vault = session.vault('cases.tasks');
      check(vault, find(vault, 'cases', caseId), fields);
      return await vault.transact({ action: 'task.create', entity: 'cases', entityId: caseId }, (transaction) =>
        transaction.create('tasks', { ...fields, caseId }),
      );
    },
    async change({ id, version, fields }) {
      const vault = session.vault('cases.tasks');
      const { caseId, what, owner, dueOn, bringForwardOn, state, gapId, outcome } = find(vault, 'tasks', id);
      // Whoever has it already keeps it, also when the officer left the case since.
      if (fields.owner !== owner || fields.gapId !== gapId) check(vault, find(vault, 'cases', caseId), fields);
      const before = { what, owner, dueOn, bringForwardOn, state, gapId, outcome };
      return await undoable.change(ofTasks, { id, version }, { gapId: undefined, ...fields }, before);
    },
    async createGap(caseId, fields) {
      const vault = session.vault('cases.write');
      find(vault, 'cases', caseId);
      return await vault.transact({ action: 'gap.create', entity: 'cases', entityId: caseId }, (transaction) =>
        transaction.create('gaps', { ...fields, caseId, number: nextNumber(vault, 'gaps', caseId) }),
      );
    },
    async changeGap({ id, version, fields }) {
      const { question, answer } = find(session.vault('cases.write'), 'gaps', id);
      return await undoable.change(ofGaps, { id, version }, fields, { question, answer });
    },
    removeGap: (input) => undoable.remove(ofGaps, input),
  };
}

/** Officers who can open the vault and may know of the case. */
export const ownersOf = (vault: Pick<VaultPort, 'officers'>, file: Case): { id: string; name: string }[] =>
  vault.officers
    .list()
    .filter(({ id, status, roles }) => status !== 'disabled' && reachesCase(reachOf(roles, 'cases.read'), id, file))
    .map(({ id, name }) => ({ id, name }));

/** Tasks of every case that is seen, what there is to do first. */
export function taskRows(vault: VaultPort): TaskRow[] {
  const { cases, gaps } = vault.document;
  return [...living(vault, 'tasks')].sort(byUrgency).flatMap((task) => {
    const file = cases[task.caseId];
    if (file === undefined || file.removed !== undefined) return [];
    return [
      {
        task,
        ownerName: vault.officerName(task.owner),
        caseNumber: file.number,
        caseTitle: file.title,
        gap: task.gapId === undefined ? null : (gaps[task.gapId]?.question ?? null),
        mine: task.owner === vault.actor.officerId,
      },
    ];
  });
}
