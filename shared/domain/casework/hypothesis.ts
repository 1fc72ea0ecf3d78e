import { z } from 'zod';
import { idSchema, recordMetaShape, requiredText } from '../basics.ts';

/** One explanation of what a case is about, held against the others. */
export const hypothesisFieldsSchema = z.strictObject({ statement: requiredText(1000) });
export type HypothesisFields = z.infer<typeof hypothesisFieldsSchema>;

export const hypothesisSchema = hypothesisFieldsSchema.extend({
  ...recordMetaShape,
  caseId: idSchema,
  /** Counted within the case from 1, never given again: how people refer to it. */
  number: z.int().positive(),
});
export type Hypothesis = z.infer<typeof hypothesisSchema>;
