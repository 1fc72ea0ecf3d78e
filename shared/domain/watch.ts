import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text } from './basics.ts';

/** What the counter is asked to do when a watched person comes: say so, look through what they bring, or send them to an officer first. */
export const watchInstructions = ['tell', 'search', 'refer'] as const;
export const watchInstructionSchema = z.enum(watchInstructions);

/**
 * Somebody is to be noticed when they come. No accusation, and never without end: it lapses after its last day. The counter
 * reads the instruction; the reason is for those who may know of the case.
 */
export const watchFieldsSchema = z
  .strictObject({
    personId: idSchema,
    from: dateSchema,
    until: dateSchema,
    instruction: watchInstructionSchema,
    note: text(500),
    reason: requiredText(1000),
    caseId: idSchema.optional(),
  })
  .refine(({ from, until }) => from <= until, { message: 'dates-reversed', path: ['until'] });
export type WatchFields = z.infer<typeof watchFieldsSchema>;

export const watchSchema = z
  .strictObject({ ...watchFieldsSchema.shape, ...recordMetaShape })
  .refine(({ from, until }) => from <= until, { message: 'dates-reversed', path: ['until'] });
export type Watch = z.infer<typeof watchSchema>;
