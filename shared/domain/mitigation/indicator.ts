import { z } from 'zod';
import { recordMetaShape } from '../basics.ts';

/** What is counted for each block and week; `occupancy` is how full a block is now, in percent of its places. */
export const indicatorKinds = [
  'finds',
  'drug-finds',
  'phone-finds',
  'weapon-finds',
  'visits',
  'calls',
  'moves',
  'incidents',
  'alerts',
  'occupancy',
] as const;
export const indicatorKindSchema = z.enum(indicatorKinds);
export type IndicatorKind = z.infer<typeof indicatorKindSchema>;

/** Weeks before the one looked at that it is compared with. */
export const baselineWeeks = 8;

/**
 * From when on an indicator is an early warning: as many as `atLeast`, and `times` the average of the weeks before. Occupancy
 * has no average: `atLeast` percent.
 */
export const thresholdSchema = z.strictObject({
  on: z.boolean(),
  atLeast: z.int().min(1).max(100_000),
  times: z.number().min(1).max(100),
});
export type Threshold = z.infer<typeof thresholdSchema>;

export const thresholdsSchema = z.strictObject({
  finds: thresholdSchema,
  'drug-finds': thresholdSchema,
  'phone-finds': thresholdSchema,
  'weapon-finds': thresholdSchema,
  visits: thresholdSchema,
  calls: thresholdSchema,
  moves: thresholdSchema,
  incidents: thresholdSchema,
  alerts: thresholdSchema,
  occupancy: thresholdSchema,
} satisfies Record<IndicatorKind, typeof thresholdSchema>);
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** A starting point, to be set to the prison: small numbers warn early, crowds of visits and calls late. */
export const defaultThresholds: Thresholds = {
  finds: { on: true, atLeast: 3, times: 2 },
  'drug-finds': { on: true, atLeast: 2, times: 2 },
  'phone-finds': { on: true, atLeast: 3, times: 2 },
  'weapon-finds': { on: true, atLeast: 1, times: 2 },
  visits: { on: true, atLeast: 40, times: 1.8 },
  calls: { on: true, atLeast: 40, times: 1.8 },
  moves: { on: true, atLeast: 5, times: 2 },
  incidents: { on: true, atLeast: 1, times: 2 },
  alerts: { on: true, atLeast: 2, times: 2 },
  occupancy: { on: true, atLeast: 120, times: 1 },
};

/** There is at most one; without it the defaults hold. */
export const indicatorRulesSchema = z.strictObject({ ...recordMetaShape, thresholds: thresholdsSchema });
export type IndicatorRules = z.infer<typeof indicatorRulesSchema>;
