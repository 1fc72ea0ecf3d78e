import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText } from './basics.ts';

/** Somebody may not visit for a time. `until` is the last day of it; without one it holds until it is lifted. */
export const banFieldsSchema = z
  .strictObject({
    personId: idSchema,
    from: dateSchema,
    until: dateSchema.optional(),
    reason: requiredText(1000),
  })
  .refine(({ from, until }) => until === undefined || from <= until, { message: 'dates-reversed', path: ['until'] });
export type BanFields = z.infer<typeof banFieldsSchema>;

export const banSchema = z
  .strictObject({ ...banFieldsSchema.shape, ...recordMetaShape })
  .refine(({ from, until }) => until === undefined || from <= until, { message: 'dates-reversed', path: ['until'] });
export type Ban = z.infer<typeof banSchema>;
