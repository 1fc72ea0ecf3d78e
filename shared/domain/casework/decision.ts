import { z } from 'zod';
import { idSchema, instantSchema, recordMetaShape, requiredText } from '../basics.ts';

/** Closing, reopening and reviewing a case are decisions, too, and stand in the same log. */
export const decisionKinds = ['decision', 'review', 'closing', 'reopening'] as const;

export const decisionFieldsSchema = z.strictObject({
  what: requiredText(2000),
  reason: requiredText(4000),
  /** What else could have been done and was not. */
  alternatives: z.array(requiredText(1000)).max(20),
  /** The earlier entry this one puts right; it stays as it was. */
  corrects: idSchema.optional(),
});
export type DecisionFields = z.infer<typeof decisionFieldsSchema>;

/** An entry of the decision log. It is written once: nothing changes or removes it. */
export const decisionSchema = decisionFieldsSchema.extend({
  ...recordMetaShape,
  caseId: idSchema,
  /** Counted within the case from 1, never given again: how people refer to it. */
  number: z.int().positive(),
  kind: z.enum(decisionKinds),
  by: idSchema,
  at: instantSchema,
  /** What the officer signed; key and signature in base64. */
  signed: z.string(),
  key: z.string(),
  signature: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;
