import { z } from 'zod';
import { dateSchema } from '../basics.ts';
import { cellSearchSchema } from './cell-search.ts';
import { incidentSchema } from './incident.ts';
import { indicatorKindSchema } from './indicator.ts';
import { riskLevels, scaleSchema, threatKindSchema } from './threat.ts';
import { warningActKinds, warningSchema } from './warning.ts';

const ratingSchema = z.strictObject({ likelihood: scaleSchema, impact: scaleSchema });

/** The situation of a week, as it stands in the weekly report; numbers by block and no names of inmates or visitors. */
export const situationSchema = z.strictObject({
  agency: z.string(),
  week: dateSchema,
  lastDay: dateSchema,
  /** `2026-W10`. */
  isoWeek: z.string(),
  /** What the officer who prints it says of it. */
  remarks: z.string(),
  /** Of the whole prison; the average is of the weeks shown before it, null where there were none. */
  figures: z.array(z.strictObject({ kind: indicatorKindSchema, value: z.number(), average: z.number().nullable() })),
  blocks: z.array(
    z.strictObject({
      block: z.string(),
      name: z.string(),
      inmates: z.int(),
      capacity: z.int(),
      finds: z.number(),
      visits: z.number(),
      calls: z.number(),
      incidents: z.number(),
      warnings: z.int(),
    }),
  ),
  warnings: z.array(
    warningSchema.extend({
      risks: z.array(z.string()),
      act: z.enum(warningActKinds).nullable(),
      note: z.string(),
    }),
  ),
  incidents: z.array(incidentSchema),
  held: z.array(cellSearchSchema),
  planned: z.array(cellSearchSchema),
  risks: z.array(
    z.strictObject({
      number: z.string(),
      title: z.string(),
      kind: threatKindSchema,
      blocks: z.array(z.string()),
      level: z.enum(riskLevels),
      rating: ratingSchema,
      residual: ratingSchema,
      /** How it was rated before, and why it was rated anew this week; null when it was not. */
      changed: z.strictObject({ before: ratingSchema.nullable(), reason: z.string() }).nullable(),
    }),
  ),
  /** Measures that are not over, the earliest due first. */
  measures: z.array(
    z.strictObject({ risk: z.string(), what: z.string(), owner: z.string(), due: dateSchema, overdue: z.boolean() }),
  ),
});
export type Situation = z.infer<typeof situationSchema>;
