import { z } from 'zod';
import { dateSchema, idSchema, markingSchema, recordMetaShape, requiredText, text } from '../basics.ts';
import { originsSchema } from '../exchange/origin.ts';
import { handlingSchema } from '../handling.ts';
import { agencyNameSchema } from './agency-name.ts';

export const operationStates = ['planned', 'running', 'ended', 'called-off'] as const;
export const operationStateSchema = z.enum(operationStates);
export type OperationState = z.infer<typeof operationStateSchema>;

export const phaseStates = ['planned', 'running', 'ended', 'dropped'] as const;
export const phaseStateSchema = z.enum(phaseStates);
export type PhaseState = z.infer<typeof phaseStateSchema>;

export const operationTaskStates = ['open', 'done', 'missed', 'dropped'] as const;
export const operationTaskStateSchema = z.enum(operationTaskStates);
export type OperationTaskState = z.infer<typeof operationTaskStateSchema>;

const taskShape = {
  what: requiredText(1000),
  /** Who does it, and for which agency. */
  owner: requiredText(200),
  agency: agencyNameSchema,
  dueOn: dateSchema,
  state: operationTaskStateSchema,
};
export const operationTaskSchema = z.strictObject({ ...taskShape, id: idSchema });
export type OperationTask = z.infer<typeof operationTaskSchema>;

const phaseShape = {
  name: requiredText(200),
  from: dateSchema,
  until: dateSchema,
  state: phaseStateSchema,
};
const inOrder = ({ from, until }: { from: string; until: string }): boolean => from <= until;
const reversed = { path: ['until'], message: 'dates-reversed' };

export const phaseSchema = z
  .strictObject({ ...phaseShape, tasks: z.array(operationTaskSchema).max(200) })
  .refine(inOrder, reversed);
export type Phase = z.infer<typeof phaseSchema>;

/** A phase as a form or a file gives it: tasks that are new have no identifier yet. */
export const phaseFieldsSchema = z
  .strictObject({
    ...phaseShape,
    tasks: z.array(z.strictObject({ ...taskShape, id: idSchema.exactOptional() })).max(200),
  })
  .refine(inOrder, reversed);

export const contactSchema = z.strictObject({
  name: requiredText(200),
  role: text(200),
  agency: agencyNameSchema,
  phone: text(50),
  /** Channel or call sign. */
  radio: text(100),
});
export type Contact = z.infer<typeof contactSchema>;

export const operationShape = {
  name: requiredText(200),
  purpose: requiredText(2000),
  legalBasis: requiredText(2000),
  marking: markingSchema,
  handling: handlingSchema,
  contacts: z.array(contactSchema).max(100),
  /** Cases it serves; whoever must not know of one of them does not see the operation. */
  caseIds: z.array(idSchema).max(50),
  risks: text(10_000),
  notes: text(10_000),
  state: operationStateSchema,
  /** What came of it; wanted when it ended or was called off. */
  outcome: text(4000),
};
const isOver = (state: OperationState): boolean => state === 'ended' || state === 'called-off';
export const hasOutcome = ({ state, outcome }: { state: OperationState; outcome: string }): boolean =>
  !isOver(state) || outcome !== '';
export const unaccounted = { path: ['outcome'], message: 'outcome-required' };

/** Where it stands, as it is said by itself. */
export const operationStandingSchema = z
  .strictObject({ state: operationShape.state, outcome: operationShape.outcome })
  .refine(hasOutcome, unaccounted);

export const operationFieldsSchema = z
  .strictObject({ ...operationShape, phases: z.array(phaseFieldsSchema).max(30) })
  .refine(hasOutcome, unaccounted);
export type OperationFields = z.infer<typeof operationFieldsSchema>;

/** An operation that agencies carry out together, phase by phase. */
export const operationSchema = z
  .strictObject({
    ...operationShape,
    ...recordMetaShape,
    phases: z.array(phaseSchema).max(30),
    origins: originsSchema.exactOptional(),
  })
  .refine(hasOutcome, unaccounted);
export type Operation = z.infer<typeof operationSchema>;

/** Without what is the vault's to write. */
export const operationFieldsOf = (operation: Operation): OperationFields => ({
  name: operation.name,
  purpose: operation.purpose,
  legalBasis: operation.legalBasis,
  marking: operation.marking,
  handling: operation.handling,
  phases: operation.phases,
  contacts: operation.contacts,
  caseIds: operation.caseIds,
  risks: operation.risks,
  notes: operation.notes,
  state: operation.state,
  outcome: operation.outcome,
});

/** Tasks still to do of an operation that is not over. */
export const openTasksOf = ({ state, phases }: Pick<Operation, 'state' | 'phases'>): readonly OperationTask[] =>
  isOver(state) ? [] : phases.flatMap(({ tasks }) => tasks.filter((task) => task.state === 'open'));
