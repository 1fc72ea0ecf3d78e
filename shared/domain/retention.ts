import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, requiredText } from './basics.ts';

/** What is kept for a time of its own. */
export const retentionClasses = ['people-unlinked', 'people-in-cases', 'cases-closed', 'visits'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** Why it is kept, on what legal basis, and after how many months without anything new it is looked at again. */
export const retentionRuleFieldsSchema = z.strictObject({
  recordClass: z.enum(retentionClasses),
  purpose: requiredText(1000),
  legalBasis: requiredText(1000),
  months: z.int().min(1).max(600),
});
export type RetentionRuleFields = z.infer<typeof retentionRuleFieldsSchema>;
export const retentionRuleSchema = retentionRuleFieldsSchema.extend(recordMetaShape);

/** Clocks of a vault that agreed on none; purpose and legal basis are texts of the interface until somebody writes them. */
export const usualMonths: Readonly<Record<RetentionClass, number>> = {
  'people-unlinked': 24,
  'people-in-cases': 60,
  'cases-closed': 60,
  visits: 60,
};

/** The last day something may have happened for it to be due today. Months of one length would drift; the calendar's do not. */
export function dueUntil(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 - months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

export const dueRowSchema = z.strictObject({
  recordClass: z.enum(retentionClasses),
  /** Of the person or the case; the month for visits. */
  id: z.string(),
  /** Name of the person, number of the case. */
  label: z.string(),
  /** When something was last new about it. */
  last: dateSchema,
  /** Rows of registers: how many visits and other rows it comes with. */
  rows: z.int().nonnegative(),
});
export type DueRow = z.infer<typeof dueRowSchema>;

/**
 * People who are to be forgotten, or were: a tombstone that names nobody. What two officers sign is the SHA-256 of the
 * canonical JSON of the sorted identifiers.
 */
export const weedingSchema = z.strictObject({
  ...recordMetaShape,
  ids: z.array(idSchema).min(1).max(50_000),
  list: z.string().regex(/^[0-9a-f]{64}$/),
  doneAt: instantSchema.optional(),
  /** Absent when nobody else could approve. */
  approvalId: idSchema.optional(),
  /** Rows of registers that were anonymised. */
  rows: z.int().nonnegative().optional(),
  /** The vault's generation when it was done; two later, no file of the vault holds them. */
  generation: z.int().positive().optional(),
});
export type Weeding = z.infer<typeof weedingSchema>;

/** Generations until what was erased is in no file the vault names. */
export const foldingsToForget = 2;

export const weedingRowSchema = z.strictObject({
  id: idSchema,
  list: z.string(),
  count: z.int().positive(),
  proposedAt: z.string(),
  proposedBy: z.string(),
  /** `unfinished`: done, but the vault was not folded behind it as it should have been. */
  state: z.enum(['proposed', 'unfinished', 'done']),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  rows: z.int().nullable(),
});
