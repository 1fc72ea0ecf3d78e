import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text } from '../basics.ts';

/** Where a task stands, in the order of the board. */
export const taskStates = ['open', 'doing', 'waiting', 'done', 'dropped'] as const;
export const taskStateSchema = z.enum(taskStates);
export type TaskState = z.infer<typeof taskStateSchema>;

const isOver = (state: TaskState): boolean => state === 'done' || state === 'dropped';

const taskShape = {
  what: requiredText(1000),
  /** The officer who does it; somebody who may know of the case. */
  owner: idSchema,
  dueOn: dateSchema,
  /** The day it is put before its owner again, at the latest the day it is due. */
  bringForwardOn: dateSchema,
  state: taskStateSchema,
  /** The gap it is to close. */
  gapId: idSchema.optional(),
  /** What came of it; wanted when it is done or dropped. */
  outcome: text(2000),
};

const inOrder = ({ dueOn, bringForwardOn }: { dueOn: string; bringForwardOn: string }): boolean =>
  bringForwardOn <= dueOn;
const hasOutcome = ({ state, outcome }: { state: TaskState; outcome: string }): boolean =>
  !isOver(state) || outcome !== '';

export const taskFieldsSchema = z
  .strictObject(taskShape)
  .refine(inOrder, { path: ['bringForwardOn'], message: 'bring-forward-late' })
  .refine(hasOutcome, { path: ['outcome'], message: 'outcome-required' });
export type TaskFields = z.infer<typeof taskFieldsSchema>;

export const taskSchema = z
  .strictObject({ ...taskShape, ...recordMetaShape, caseId: idSchema })
  .refine(inOrder, { path: ['bringForwardOn'], message: 'bring-forward-late' })
  .refine(hasOutcome, { path: ['outcome'], message: 'outcome-required' });
export type Task = z.infer<typeof taskSchema>;

/** Whether its owner is to look at it: not over, and the day it is brought forward has come. */
export const isBroughtForward = ({ state, bringForwardOn }: Task, today: string): boolean =>
  !isOver(state) && bringForwardOn <= today;

/** What there still is to do first, by the day it is brought forward; then what is over, the newest first. */
export function byUrgency(a: Task, b: Task): number {
  if (isOver(a.state) !== isOver(b.state)) return isOver(a.state) ? 1 : -1;
  if (isOver(a.state)) return a.changedAt < b.changedAt ? 1 : -1;
  return a.bringForwardOn.localeCompare(b.bringForwardOn) || (a.id < b.id ? -1 : 1);
}
