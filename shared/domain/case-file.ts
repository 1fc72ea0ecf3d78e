import { z } from 'zod';
import { dateSchema, markingSchema, requiredText, text } from './basics.ts';
import { memberPartSchema, mostMembers } from './case.ts';
import { judgementSchema } from './casework/case-fact.ts';
import { decisionFieldsSchema } from './casework/decision.ts';
import { hypothesisFieldsSchema } from './casework/hypothesis.ts';
import { gapFieldsSchema } from './casework/gap.ts';
import { taskStateSchema } from './casework/task.ts';
import { gradeSchema } from './grade.ts';
import { linkStatusSchema } from './link.ts';

/** A name on one line: characters that print nothing, or turn the line around, would disguise it. */
const plainLine = (maximum: number) => requiredText(maximum).regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u);

/** One person, named by what identifies them; several may be given and must then agree. */
const referenceShape = {
  id: z.string().optional(),
  registrationNumber: requiredText(40).optional(),
  nationalId: requiredText(32).optional(),
  name: plainLine(200).optional(),
};

const named = (reference: object): boolean => Object.values(reference).some((value) => value !== undefined);

export const personReferenceSchema = z.strictObject(referenceShape).refine(named, { message: 'reference-unknown' });
export type PersonReference = z.infer<typeof personReferenceSchema>;

/** A grade as people type it: a code that is a digit may come as a number. */
export const typedGradeSchema = z.preprocess((grade) => {
  if (typeof grade !== 'object' || grade === null) return grade;
  return Object.fromEntries(
    Object.entries(grade).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
}, gradeSchema);

/**
 * A case file as JSON, for `case build`. Documented in `docs/case-file.md`; members and links name people by
 * identifier, registration number, NIK or name.
 */
export const caseFileSchema = z.strictObject({
  title: plainLine(200),
  marking: markingSchema,
  purpose: requiredText(2000),
  legalBasis: requiredText(2000),
  notes: text(20_000).optional(),
  reviewOn: dateSchema.optional(),
  members: z
    .array(
      z
        .strictObject({
          ...referenceShape,
          part: memberPartSchema,
          note: text(2000).optional(),
          allegation: z
            .strictObject({ grade: typedGradeSchema, source: requiredText(500), reviewOn: dateSchema.optional() })
            .optional(),
        })
        .refine(({ id, registrationNumber, nationalId, name }) => named({ id, registrationNumber, nationalId, name }), {
          message: 'reference-unknown',
        }),
    )
    .max(mostMembers),
  links: z
    .array(
      z
        .strictObject({
          from: personReferenceSchema,
          to: personReferenceSchema,
          kind: requiredText(60),
          directed: z.boolean().optional(),
          since: dateSchema.optional(),
          until: dateSchema.optional(),
          grade: typedGradeSchema,
          source: requiredText(500),
          status: linkStatusSchema,
          note: text(2000).optional(),
        })
        .refine((link) => link.since === undefined || link.until === undefined || link.since <= link.until, {
          path: ['until'],
          message: 'dates-reversed',
        }),
    )
    .max(20_000)
    .default([]),
  hypotheses: z.array(hypothesisFieldsSchema.shape.statement).max(50).default([]),
  facts: z
    .array(
      z.strictObject({
        text: requiredText(2000),
        on: dateSchema.optional(),
        source: requiredText(500),
        grade: typedGradeSchema,
        key: z.boolean().default(false),
        /** In the order of `hypotheses`; null where nobody judged. */
        judgements: z.array(judgementSchema.nullable()).default([]),
      }),
    )
    .max(2000)
    .default([]),
  gaps: z
    .array(
      z.strictObject({ question: gapFieldsSchema.shape.question, answer: gapFieldsSchema.shape.answer.default('') }),
    )
    .max(2000)
    .default([]),
  tasks: z
    .array(
      z.strictObject({
        what: requiredText(1000),
        dueOn: dateSchema,
        bringForwardOn: dateSchema.optional(),
        /** Name of an officer; whoever builds the case, when left out. */
        owner: requiredText(200).optional(),
        state: taskStateSchema.default('open'),
        /** Which of `gaps` it is to close, counted from 1. */
        gap: z.int().positive().optional(),
        outcome: text(2000).default(''),
      }),
    )
    .max(2000)
    .default([]),
  decisions: z
    .array(
      z.strictObject({
        what: decisionFieldsSchema.shape.what,
        reason: decisionFieldsSchema.shape.reason,
        alternatives: decisionFieldsSchema.shape.alternatives.default([]),
      }),
    )
    .max(2000)
    .default([]),
});
export type CaseFile = z.infer<typeof caseFileSchema>;
