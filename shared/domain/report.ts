import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, markingSchema, recordMetaShape, requiredText, text } from './basics.ts';
import { originsSchema } from './exchange/origin.ts';
import { gradeSchema } from './grade.ts';
import { handlingSchema } from './handling.ts';

/** High: threat to life, serious harm or imminent; medium: time critical; low: all else. */
export const priorities = ['high', 'medium', 'low'] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

/**
 * Where it was learnt from, one source to a report. A confidential source stands here under its pseudonym only; who that
 * is stands in the register of sources, which most officers cannot open.
 */
export const reportSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), description: requiredText(500) }),
  z.strictObject({ kind: z.literal('confidential'), pseudonym: requiredText(60) }),
]);
export type ReportSource = z.infer<typeof reportSourceSchema>;

/** A person named in a text: which letters, counted in UTF-16 code units, and who is meant. */
export const mentionSchema = z
  .strictObject({ personId: idSchema, from: z.int().nonnegative(), to: z.int().positive() })
  .refine(({ from, to }) => from < to, { message: 'invalid-input' });
export type Mention = z.infer<typeof mentionSchema>;

/** One fact, graded by itself. `regraded` is what the evaluator made of it; the reporter's own grade stays. */
export const reportItemSchema = z
  .strictObject({
    text: requiredText(5000),
    grade: gradeSchema,
    regraded: gradeSchema.optional(),
    mentions: z.array(mentionSchema).max(200),
  })
  .refine(({ text: fact, mentions }) => mentions.every(({ to }) => to <= fact.length), {
    path: ['mentions'],
    message: 'invalid-input',
  });
export type ReportItem = z.infer<typeof reportItemSchema>;

/** What the reporter thinks of it, apart from the facts (Laporan Informasi, part III). */
export const opinionParts = ['analysis', 'prediction', 'stepsTaken', 'recommendation'] as const;
export const opinionSchema = z.strictObject({
  analysis: text(10_000),
  prediction: text(5000),
  stepsTaken: text(5000),
  recommendation: text(5000),
});
export type Opinion = z.infer<typeof opinionSchema>;

export const reportFieldsSchema = z
  .strictObject({
    /** Perihal. */
    subject: requiredText(200),
    /** Bidang: one field and one problem to a report. */
    field: text(100),
    marking: markingSchema,
    priority: prioritySchema,
    source: reportSourceSchema,
    /** How the reporter stands to the source, and how it was learnt. */
    relation: text(500),
    method: text(500),
    place: text(200),
    /** When what is reported was learnt; the day it was written is another. */
    informationFrom: dateSchema,
    informationUntil: dateSchema.optional(),
    writtenOn: dateSchema,
    items: z.array(reportItemSchema).min(1).max(200),
    opinion: opinionSchema,
    handling: handlingSchema,
    /** What could happen to the source, to others or to the operation when it is used. */
    risk: text(5000),
    distribution: z.array(requiredText(200)).max(50),
    caseIds: z.array(idSchema).max(100),
  })
  .refine(
    ({ informationFrom, informationUntil }) => informationUntil === undefined || informationFrom <= informationUntil,
    {
      path: ['informationUntil'],
      message: 'dates-reversed',
    },
  )
  .refine(({ informationFrom, writtenOn }) => informationFrom <= writtenOn, {
    path: ['writtenOn'],
    message: 'dates-reversed',
  })
  .refine(({ source, risk }) => source.kind === 'named' || risk !== '', {
    path: ['risk'],
    message: 'report-risk-missing',
  });
export type ReportFields = z.infer<typeof reportFieldsSchema>;

export const reportStates = ['draft', 'submitted', 'evaluated', 'disseminated', 'recalled'] as const;
export const reportStateSchema = z.enum(reportStates);
export type ReportState = z.infer<typeof reportStateSchema>;

/** Where a report may go from where it is. A recalled one stays recalled. */
export const nextStates = {
  draft: ['submitted'],
  submitted: ['evaluated', 'draft'],
  evaluated: ['disseminated', 'recalled'],
  disseminated: ['recalled'],
  recalled: [],
} as const satisfies Record<ReportState, readonly ReportState[]>;

export const reportStepSchema = z.strictObject({
  state: reportStateSchema,
  at: instantSchema,
  by: idSchema,
  note: text(2000),
});
export type ReportStep = z.infer<typeof reportStepSchema>;

export const reportSchema = z.strictObject({
  ...reportFieldsSchema.shape,
  ...recordMetaShape,
  /** By the template in settings, unique in the vault and never given twice: `LI/0001/XI/2026`. */
  number: requiredText(60),
  author: idSchema,
  state: reportStateSchema,
  /** How it came to its state, oldest first. */
  steps: z.array(reportStepSchema).max(1000),
  /** Of one that another agency wrote and sent. */
  origins: originsSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;

/** The grade that counts: the evaluator's where there is one. */
export const effectiveGrade = ({ grade, regraded }: Pick<ReportItem, 'grade' | 'regraded'>) => regraded ?? grade;

/** Only a draft is written; afterwards it is evaluated, passed on or recalled as it stands. */
export const isEditable = ({ state }: Pick<Report, 'state'>): boolean => state === 'draft';
