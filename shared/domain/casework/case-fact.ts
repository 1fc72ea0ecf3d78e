import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText } from '../basics.ts';
import { gradeSchema } from '../grade.ts';

/** How a fact stands to a hypothesis: it fits, it speaks against it, or it would be so either way. */
export const judgements = ['consistent', 'inconsistent', 'neutral'] as const;
export const judgementSchema = z.enum(judgements);
export type Judgement = z.infer<typeof judgementSchema>;

/** Something known in a case, with where it is known from. */
export const caseFactFieldsSchema = z.strictObject({
  text: requiredText(2000),
  /** The day it is about. */
  on: dateSchema.optional(),
  source: requiredText(500),
  grade: gradeSchema,
  /** Whether the case rests on it: it stands among the key facts. */
  isKey: z.boolean(),
});
export type CaseFactFields = z.infer<typeof caseFactFieldsSchema>;

export const caseFactSchema = caseFactFieldsSchema.extend({
  ...recordMetaShape,
  caseId: idSchema,
  /** Counted within the case from 1, never given again: how people refer to it. */
  number: z.int().positive(),
  /** By identifier of the hypothesis; what nobody judged is not there. */
  judgements: z.record(idSchema, judgementSchema),
});
export type CaseFact = z.infer<typeof caseFactSchema>;
