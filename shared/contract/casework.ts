import { z } from 'zod';
import { dateSchema, idSchema, requiredText } from '../domain/basics.ts';
import { caseSchema, closingFieldsSchema } from '../domain/case.ts';
import { caseFactFieldsSchema, caseFactSchema, judgementSchema } from '../domain/casework/case-fact.ts';
import { decisionFieldsSchema, decisionSchema } from '../domain/casework/decision.ts';
import { gapFieldsSchema, gapSchema } from '../domain/casework/gap.ts';
import { hypothesisFieldsSchema, hypothesisSchema } from '../domain/casework/hypothesis.ts';
import { taskFieldsSchema, taskSchema, taskStateSchema } from '../domain/casework/task.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };
const ofCase = z.strictObject({ caseId: idSchema });

export const taskRowSchema = z.strictObject({
  task: taskSchema,
  ownerName: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  /** The question it is to answer. */
  gap: z.string().nullable(),
  /** Whether it is given to whoever asks. */
  mine: z.boolean(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const decisionRowSchema = z.strictObject({
  decision: decisionSchema,
  byName: z.string(),
  /** Whether the officer named signed what the entry says. */
  genuine: z.boolean(),
  /** Identifier of the later entry that puts it right. */
  correctedBy: idSchema.nullable(),
});
export type DecisionRow = z.infer<typeof decisionRowSchema>;

export const caseworkSchema = z.strictObject({
  /** In the order they were made. */
  hypotheses: z.array(hypothesisSchema),
  facts: z.array(caseFactSchema),
  gaps: z.array(gapSchema),
  /** What there is to do first. */
  tasks: z.array(taskRowSchema),
  /** Oldest first. */
  decisions: z.array(decisionRowSchema),
  /** Who may be given a task here. */
  owners: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type Casework = z.infer<typeof caseworkSchema>;

/** By what two cases touch. */
export const overlapKinds = ['person', 'national-id', 'phone', 'address', 'called'] as const;

export const similarCaseSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  status: caseSchema.shape.status,
  /** Grows with what they share; only for putting them in order. */
  score: z.number(),
  reasons: z.array(
    z.strictObject({
      kind: z.enum(overlapKinds),
      /** The name, number or address. */
      value: z.string(),
      /** Names of members it belongs to here, and there. */
      here: z.array(z.string()),
      there: z.array(z.string()),
    }),
  ),
});
export type SimilarCase = z.infer<typeof similarCaseSchema>;

export const caseworkChannels = {
  'casework.get': channel('cases.read', ofCase, caseworkSchema),

  'hypotheses.create': channel('cases.write', ofCase.extend({ fields: hypothesisFieldsSchema }), hypothesisSchema),
  'hypotheses.change': channel(
    'cases.write',
    z.strictObject({ ...versioned, fields: hypothesisFieldsSchema }),
    undoableSchema,
  ),
  'hypotheses.remove': channel('cases.write', z.strictObject(versioned), undoableSchema),

  'facts.create': channel('cases.write', ofCase.extend({ fields: caseFactFieldsSchema }), caseFactSchema),
  'facts.change': channel(
    'cases.write',
    z.strictObject({ ...versioned, fields: caseFactFieldsSchema }),
    undoableSchema,
  ),
  /** Null takes the judgement back. */
  'facts.judge': channel(
    'cases.write',
    z.strictObject({ ...versioned, hypothesisId: idSchema, judgement: judgementSchema.nullable() }),
    undoableSchema,
  ),
  'facts.remove': channel('cases.write', z.strictObject(versioned), undoableSchema),

  'gaps.create': channel('cases.write', ofCase.extend({ fields: gapFieldsSchema }), gapSchema),
  'gaps.change': channel('cases.write', z.strictObject({ ...versioned, fields: gapFieldsSchema }), undoableSchema),
  'gaps.remove': channel('cases.write', z.strictObject(versioned), undoableSchema),

  /** What there is to do first; null for every state, every case. */
  'tasks.list': channel(
    'cases.read',
    z.strictObject({ mine: z.boolean(), state: taskStateSchema.nullable(), caseId: idSchema.nullable() }),
    z.array(taskRowSchema),
  ),
  /** @throws `task-owner` for somebody who may not know of the case */
  'tasks.create': channel('cases.tasks', ofCase.extend({ fields: taskFieldsSchema }), taskSchema),
  /** @throws `task-owner` */
  'tasks.change': channel('cases.tasks', z.strictObject({ ...versioned, fields: taskFieldsSchema }), undoableSchema),

  'decisions.add': channel('cases.decide', ofCase.extend({ fields: decisionFieldsSchema }), decisionSchema),

  /** Says that the case was looked at, why it goes on, and when next. */
  'cases.review': channel(
    'cases.close',
    z.strictObject({ ...versioned, reviewOn: dateSchema, reason: requiredText(4000) }),
    caseSchema,
  ),
  /** @throws `case-closed` */
  'cases.close': channel('cases.close', z.strictObject({ ...versioned, closing: closingFieldsSchema }), caseSchema),
  /** @throws `case-open` */
  'cases.reopen': channel(
    'cases.close',
    z.strictObject({ ...versioned, reviewOn: dateSchema, reason: requiredText(4000) }),
    caseSchema,
  ),
  /** Among cases whoever asks may know of; what touches most first. */
  'cases.similar': channel('cases.read', ofCase, z.array(similarCaseSchema)),
} as const;
