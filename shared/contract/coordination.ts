import { z } from 'zod';
import { idSchema, languageSchema, markingSchema, requiredText, text } from '../domain/basics.ts';
import { commitmentFieldsSchema, commitmentSchema, settlementSchema } from '../domain/coordination/commitment.ts';
import { followUpSchema, meetingFieldsSchema, meetingSchema } from '../domain/coordination/meeting.ts';
import {
  operationFieldsSchema,
  operationSchema,
  operationStateSchema,
  operationTaskStateSchema,
} from '../domain/coordination/operation.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ id: idSchema });
const versioned = { id: idSchema, version: z.int().positive() };
const printed = z.strictObject({ saved: z.strictObject({ path: z.string(), pages: z.int() }).nullable() });
const copy = { language: languageSchema, recipient: text(200), copyNumber: z.int().min(1).max(999) };

const caseNamedSchema = z.strictObject({ id: idSchema, number: z.string(), title: z.string() });

/** A meeting as a list shows it. */
export const meetingRowSchema = z.strictObject({
  ...meetingSchema.pick({ id: true, title: true, day: true, time: true, place: true, marking: true }).shape,
  approved: z.boolean(),
  actions: z.int(),
  /** Actions still open, and how many of those are overdue. */
  open: z.int(),
  overdue: z.int(),
});
export type MeetingRow = z.infer<typeof meetingRowSchema>;

export const meetingViewSchema = z.strictObject({
  meeting: meetingSchema,
  cases: z.array(caseNamedSchema),
  /** Names of officers by identifier: who approved, corrected and followed up. */
  officers: z.record(idSchema, z.string()),
  /** What agencies committed themselves to in it. */
  commitments: z.array(z.strictObject({ id: idSchema, what: z.string(), owedBy: z.string(), owedTo: z.string() })),
});
export type MeetingView = z.infer<typeof meetingViewSchema>;

export const operationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  state: operationStateSchema,
  marking: markingSchema,
  /** First and last day of its phases; null while it has none. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  phases: z.int(),
  open: z.int(),
  overdue: z.int(),
});
export type OperationRow = z.infer<typeof operationRowSchema>;

export const operationViewSchema = z.strictObject({
  operation: operationSchema,
  cases: z.array(caseNamedSchema),
});
export type OperationView = z.infer<typeof operationViewSchema>;

const occurrenceSchema = z.strictObject({
  dueOn: z.string(),
  state: z.enum(['kept', 'missed', 'open']),
  overdue: z.boolean(),
  evidence: z.string(),
});

export const commitmentRowSchema = z.strictObject({
  commitment: commitmentSchema,
  /** The meeting's title and day, or the agreement's title. */
  sourceTitle: z.string(),
  sourceDay: z.string().nullable(),
  /** Every time it was or is due, oldest first. */
  occurrences: z.array(occurrenceSchema),
  /** The oldest day nobody settled; null when all are. */
  next: z.string().nullable(),
  overdue: z.boolean(),
});
export type CommitmentRow = z.infer<typeof commitmentRowSchema>;

export const agencyFiguresSchema = z.strictObject({
  agency: z.string(),
  kept: z.int(),
  missed: z.int(),
  /** Open and not overdue. */
  open: z.int(),
  overdue: z.int(),
});

export const commitmentsSchema = z.strictObject({
  /** What is due first. */
  rows: z.array(commitmentRowSchema),
  figures: z.array(agencyFiguresSchema),
});
export type Commitments = z.infer<typeof commitmentsSchema>;

/** Something agreed that is due soon or overdue. */
export const dueRowSchema = z.strictObject({
  kind: z.enum(['action', 'task', 'commitment']),
  /** Of the meeting, operation or commitment. */
  recordId: idSchema,
  /** What within it: the action, the task, or the day a commitment is due. */
  key: z.string(),
  what: z.string(),
  /** Who, where somebody was named. */
  who: z.string().nullable(),
  agency: z.string(),
  /** Title of the meeting, operation or agreement it comes from. */
  from: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
});
export type DueRow = z.infer<typeof dueRowSchema>;

export const coordinationChannels = {
  /** Names of agencies used so far, and this vault's own; for choosing again. */
  'coordination.agencies': channel('coordination.read', nothing, z.array(z.string())),

  /** Newest first. */
  'meetings.list': channel('coordination.read', nothing, z.array(meetingRowSchema)),
  'meetings.get': channel('coordination.read', one, meetingViewSchema),
  'meetings.create': channel('coordination.write', z.strictObject({ fields: meetingFieldsSchema }), meetingSchema),
  /** @throws `minutes-fixed` once approved */
  'meetings.change': channel(
    'coordination.write',
    z.strictObject({ ...versioned, fields: meetingFieldsSchema }),
    undoableSchema,
  ),
  /** @throws `minutes-fixed` once approved */
  'meetings.remove': channel('coordination.write', z.strictObject(versioned), undoableSchema),
  /** From then on the minutes stay as they are. @throws `minutes-fixed` when they are approved already */
  'meetings.approve': channel('coordination.write', z.strictObject(versioned), meetingSchema),
  /** Beneath approved minutes. @throws `minutes-open` before */
  'meetings.correct': channel(
    'coordination.write',
    z.strictObject({ ...versioned, text: requiredText(4000) }),
    meetingSchema,
  ),
  'meetings.followUp': channel(
    'coordination.write',
    z.strictObject({ ...versioned, actionId: idSchema, followUp: followUpSchema }),
    undoableSchema,
  ),
  'meetings.print': channel('coordination.read', z.strictObject({ id: idSchema, ...copy }), printed),

  'operations.list': channel('coordination.read', nothing, z.array(operationRowSchema)),
  'operations.get': channel('coordination.read', one, operationViewSchema),
  'operations.create': channel(
    'coordination.write',
    z.strictObject({ fields: operationFieldsSchema }),
    operationSchema,
  ),
  'operations.change': channel(
    'coordination.write',
    z.strictObject({ ...versioned, fields: operationFieldsSchema }),
    undoableSchema,
  ),
  'operations.remove': channel('coordination.write', z.strictObject(versioned), undoableSchema),
  /** @throws `outcome-required` for ending or calling off without one */
  'operations.set': channel(
    'coordination.write',
    z.strictObject({ ...versioned, state: operationStateSchema, outcome: text(4000) }),
    undoableSchema,
  ),
  'operations.setTask': channel(
    'coordination.write',
    z.strictObject({ ...versioned, taskId: idSchema, state: operationTaskStateSchema }),
    undoableSchema,
  ),
  'operations.print': channel('coordination.read', z.strictObject({ id: idSchema, ...copy }), printed),

  'commitments.list': channel('coordination.read', nothing, commitmentsSchema),
  'commitments.create': channel(
    'coordination.write',
    z.strictObject({ fields: commitmentFieldsSchema }),
    commitmentSchema,
  ),
  'commitments.change': channel(
    'coordination.write',
    z.strictObject({ ...versioned, fields: commitmentFieldsSchema }),
    undoableSchema,
  ),
  'commitments.remove': channel('coordination.write', z.strictObject(versioned), undoableSchema),
  /** Null takes back what was said of that day. @throws `commitment-day` for a day it is not due */
  'commitments.settle': channel(
    'coordination.write',
    z.strictObject({
      ...versioned,
      dueOn: settlementSchema.shape.dueOn,
      settlement: settlementSchema.pick({ state: true, evidence: true }).nullable(),
    }),
    undoableSchema,
  ),
  'commitments.print': channel('coordination.read', z.strictObject({ language: languageSchema }), printed),
} as const;
