import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, markingSchema, recordMetaShape, requiredText, text } from './basics.ts';
import { exchangedShape } from './exchange/origin.ts';
import { gradeSchema } from './grade.ts';

export const memberParts = ['inmate', 'visitor', 'supplier', 'other'] as const;
export const memberPartSchema = z.enum(memberParts);
export type MemberPart = z.infer<typeof memberPartSchema>;

/** As many people as a chart can be moved with. */
export const mostMembers = 10_000;

/** An allegation, not a finding: who said it, how good it is, and when it lapses unless somebody renews it. */
export const allegationSchema = z.strictObject({
  grade: gradeSchema,
  source: requiredText(500),
  reviewOn: dateSchema,
});
export type Allegation = z.infer<typeof allegationSchema>;

export const memberSchema = z
  .strictObject({
    personId: idSchema,
    part: memberPartSchema,
    note: text(2000),
    addedAt: instantSchema,
    addedBy: idSchema,
    allegation: allegationSchema.optional(),
    /** Alerts the person came into the case from; what was found stays readable there. */
    findings: z.array(idSchema).max(100).optional(),
  })
  .refine((member) => member.part !== 'supplier' || member.allegation !== undefined, {
    path: ['allegation'],
    message: 'grade-invalid',
  });
export type Member = z.infer<typeof memberSchema>;

export const caseFieldsSchema = z.strictObject({
  title: requiredText(200),
  marking: markingSchema,
  purpose: requiredText(2000),
  legalBasis: requiredText(2000),
  notes: text(20_000),
  /** The day the case must be looked at again. */
  reviewOn: dateSchema,
});
export type CaseFields = z.infer<typeof caseFieldsSchema>;

/** What came of a case. */
export const caseOutcomes = ['passed-on', 'measures-taken', 'not-confirmed', 'other-case', 'other'] as const;
export const closingFieldsSchema = z.strictObject({ outcome: z.enum(caseOutcomes), reason: requiredText(4000) });
export type ClosingFields = z.infer<typeof closingFieldsSchema>;

export const caseSchema = caseFieldsSchema.extend({
  ...recordMetaShape,
  /** By the template in settings, unique in the vault: `BK/0001/XI/2026`. */
  number: requiredText(60),
  status: z.enum(['open', 'closed']),
  members: z.array(memberSchema).max(mostMembers),
  /** Set while the case is closed. */
  closing: closingFieldsSchema.extend({ at: instantSchema, by: idSchema }).optional(),
  ...exchangedShape,
  /** Officers who may know of this case; until it is set, whoever made it. See `officersOfCase`. */
  officers: z.array(idSchema).min(1).max(1000).optional(),
});
export type Case = z.infer<typeof caseSchema>;
