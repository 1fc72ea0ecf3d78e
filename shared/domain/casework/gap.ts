import { z } from 'zod';
import { idSchema, recordMetaShape, requiredText, text } from '../basics.ts';

/** What a case does not know and ought to; it is closed by its answer. */
export const gapFieldsSchema = z.strictObject({ question: requiredText(1000), answer: text(2000) });
export type GapFields = z.infer<typeof gapFieldsSchema>;

export const gapSchema = gapFieldsSchema.extend({
  ...recordMetaShape,
  caseId: idSchema,
  /** Counted within the case from 1, never given again: how people refer to it. */
  number: z.int().positive(),
});
export type Gap = z.infer<typeof gapSchema>;

export const isAnswered = ({ answer }: Pick<Gap, 'answer'>): boolean => answer !== '';
