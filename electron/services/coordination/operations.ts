import type { Input } from '../../../shared/contract.ts';
import type { OperationRow, OperationView } from '../../../shared/contract/coordination.ts';
import { isOverdue } from '../../../shared/domain/coordination/meeting.ts';
import {
  type Operation,
  type OperationFields,
  openTasksOf,
  operationFieldsOf,
  type Phase,
} from '../../../shared/domain/coordination/operation.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { newId } from '../../vault/ids.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createUndoable } from '../casework/undoable.ts';
import { find, living } from '../records.ts';
import { casesOf } from './cases-of.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

/**
 * Operations agencies carry out together; seen by whoever may know of every case they serve.
 *
 * @throws SinergiError `not-found`, `conflict`
 */
export interface Operations {
  /** What is still to come or runs first, the newest first. */
  list(): OperationRow[];
  get(id: string): OperationView;
  /** @throws SinergiError `not-found` for a case the officer must not know of */
  create(fields: OperationFields): Promise<Operation>;
  change(input: Input<'operations.change'>): Promise<{ undoId: string }>;
  remove(input: Input<'operations.remove'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `outcome-required` */
  set(input: Input<'operations.set'>): Promise<{ undoId: string }>;
  setTask(input: Input<'operations.setTask'>): Promise<{ undoId: string }>;
}

const place = { collection: 'operations', verb: 'coordination.write', name: 'operation' } as const;
const order = { running: 0, planned: 1, ended: 2, 'called-off': 2 } as const;

export function createOperations(session: Session, undo: Undo, clock: { now(): Date; today(): string }): Operations {
  const undoable = createUndoable(session, undo);

  const withIds = (phases: OperationFields['phases']): Phase[] =>
    phases.map((phase) => ({
      ...phase,
      tasks: phase.tasks.map((task) => ({ ...task, id: task.id ?? newId(clock.now().getTime()) })),
    }));

  function requireCases(vault: VaultPort, caseIds: readonly string[]): void {
    for (const id of caseIds) find(vault, 'cases', id);
  }

  return {
    list() {
      const vault = session.vault('coordination.read');
      return [...living(vault, 'operations')]
        .sort((a, b) => order[a.state] - order[b.state] || (a.id < b.id ? 1 : -1))
        .map((operation) => {
          const { id, name, state, marking, phases } = operation;
          const open = openTasksOf(operation);
          return {
            id,
            name,
            state,
            marking,
            ...periodOf(phases),
            phases: phases.length,
            open: open.length,
            overdue: open.filter((task) => isOverdue(task, clock.today())).length,
          };
        });
    },
    get(id) {
      const vault = session.vault('coordination.read');
      const operation = find(vault, 'operations', id);
      return { operation, cases: casesOf(vault, operation.caseIds) };
    },
    async create(fields) {
      const vault = session.vault('coordination.write');
      requireCases(vault, fields.caseIds);
      return await vault.transact({ action: 'operation.create', entity: 'operations' }, (transaction) =>
        transaction.create('operations', { ...fields, phases: withIds(fields.phases) }),
      );
    },
    async change({ id, version, fields }) {
      const vault = session.vault('coordination.write');
      const before = find(vault, 'operations', id);
      requireCases(
        vault,
        fields.caseIds.filter((caseId) => !before.caseIds.includes(caseId)),
      );
      const { phases } = before;
      return await undoable.change(
        place,
        { id, version },
        { ...fields, phases: withIds(fields.phases) },
        { ...operationFieldsOf(before), phases },
      );
    },
    remove: (input) => undoable.remove(place, input),
    async set({ id, version, state, outcome }) {
      const before = find(session.vault('coordination.write'), 'operations', id);
      return await undoable.change(
        place,
        { id, version },
        { state, outcome },
        { state: before.state, outcome: before.outcome },
      );
    },
    async setTask({ id, version, taskId, state }) {
      const { phases } = find(session.vault('coordination.write'), 'operations', id);
      if (!phases.some(({ tasks }) => tasks.some((task) => task.id === taskId)))
        throw new SinergiError('not-found', { collection: 'operations', id: taskId });
      const set = phases.map((phase) => ({
        ...phase,
        tasks: phase.tasks.map((task) => (task.id === taskId ? { ...task, state } : task)),
      }));
      return await undoable.change({ ...place, name: 'operation-task' }, { id, version }, { phases: set }, { phases });
    },
  };
}

/** First and last day of the phases. */
export function periodOf(phases: readonly Pick<Phase, 'from' | 'until'>[]): {
  readonly from: string | null;
  readonly until: string | null;
} {
  const least = (a: string, b: string): string => (a < b ? a : b);
  const most = (a: string, b: string): string => (a > b ? a : b);
  if (phases.length === 0) return { from: null, until: null };
  return {
    from: phases.map(({ from }) => from).reduce(least),
    until: phases.map(({ until }) => until).reduce(most),
  };
}
