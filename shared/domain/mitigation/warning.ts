import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, text } from '../basics.ts';
import { indicatorKindSchema } from './indicator.ts';

/** An indicator that rose above its threshold: where, in which week, and why it says so. */
export const warningSchema = z.strictObject({
  /** Indicator, block and week; the same whenever it is counted again. */
  key: z.string(),
  kind: indicatorKindSchema,
  block: z.string(),
  /** Monday of the week. */
  week: dateSchema,
  value: z.number(),
  /** Of the weeks before, as many as there were; null where there is nothing to compare with. */
  average: z.number().nullable(),
  weeksBefore: z.int(),
  /** What it had to reach. */
  threshold: z.number(),
});
export type Warning = z.infer<typeof warningSchema>;

export const warningActKinds = ['noted', 'dismissed', 'search-planned'] as const;

/** The last word of an officer on one warning. */
export const warningActSchema = z.strictObject({
  ...recordMetaShape,
  key: z.string().min(1).max(120),
  act: z.enum(warningActKinds),
  note: text(1000),
  searchId: idSchema.optional(),
});
export type WarningAct = z.infer<typeof warningActSchema>;
