import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/basics.ts';
import { registerKindSchema } from '../domain/register.ts';
import { taskRowSchema } from './casework.ts';
import { dueRowSchema } from './coordination.ts';
import { channel } from './channel.ts';

const caseNamedSchema = z.strictObject({ id: idSchema, number: z.string(), title: z.string() });

/** Something that was to make a risk smaller, and is due. */
export const dueMeasureSchema = z.strictObject({
  riskId: idSchema,
  /** Number and title of the risk. */
  risk: z.string(),
  what: z.string(),
  owner: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
});
export type DueMeasure = z.infer<typeof dueMeasureSchema>;

export const todaySchema = z.strictObject({
  /** Own tasks whose day of bringing forward has come, the longest ago first. */
  tasks: z.array(taskRowSchema),
  /** When this officer was here before this time; null the first time. */
  since: instantSchema.nullable(),
  fresh: z.strictObject({
    imports: z.array(z.strictObject({ id: idSchema, kind: registerKindSchema, rows: z.int(), at: instantSchema })),
    /** Findings kept since. */
    findings: z.int(),
    packages: z.array(z.strictObject({ id: idSchema, agency: z.string(), at: instantSchema })),
    /** Tasks others gave this officer. */
    tasks: z.int(),
  }),
  /** Reports that wait for this officer's judgement, or for being passed on. */
  reports: z.strictObject({ toEvaluate: z.int(), toDisseminate: z.int() }),
  /** Undecided things in quarantine; questions of others to answer, how many of them overdue; questions of ours overdue. */
  exchange: z.strictObject({ toDecide: z.int(), toAnswer: z.int(), toAnswerOverdue: z.int(), unanswered: z.int() }),
  /** What agencies agreed that is overdue or due within a week, the longest overdue first. */
  coordination: z.array(dueRowSchema),
  /** Measures against risks that are overdue or due within a week, the longest overdue first. */
  measures: z.array(dueMeasureSchema),
  /** Cases that share people or numbers though nobody works on both; only to whoever may know of both. */
  touching: z.array(z.strictObject({ a: caseNamedSchema, b: caseNamedSchema, shared: z.int() })),
});
export type Today = z.infer<typeof todaySchema>;

export const todayChannels = {
  /** What of it the roles of whoever asks may see; the rest is empty. */
  'today.get': channel('own.session', z.strictObject({}), todaySchema),
} as const;
