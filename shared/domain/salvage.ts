import { z } from 'zod';
import { idSchema } from './basics.ts';
import { problemSchema } from './vault-health.ts';

/** What a damage meant: what could not be brought over, or nothing when it was had from elsewhere. */
export const lossMeanings = ['nothing', 'records', 'changes', 'visits', 'events', 'files', 'audit'] as const;

export const lossSchema = problemSchema.extend({
  meaning: z.enum(lossMeanings),
  /** Months whose rows are lost: `2026-03`. */
  months: z.array(z.string()),
  /** Rows of them. */
  rows: z.int().nonnegative(),
  /** Frames that do not open; null when nobody can tell how many there were. */
  frames: z.int().nonnegative().nullable(),
});
export type Loss = z.infer<typeof lossSchema>;

export const salvageReportSchema = z.strictObject({
  vaultId: idSchema,
  /** The new vault. */
  folder: z.string(),
  /** Sealed files written, and what was brought over. */
  files: z.int(),
  people: z.int(),
  cases: z.int(),
  visits: z.int(),
  /** Rows of the other registers. */
  events: z.int(),
  /** Rows among them whose import is recorded nowhere any more. */
  unnamed: z.int(),
  audit: z.strictObject({
    kept: z.int(),
    lost: z.int(),
    /** Places where entries are missing. */
    gaps: z.int(),
  }),
  lost: z.array(lossSchema),
});
export type SalvageReport = z.infer<typeof salvageReportSchema>;
