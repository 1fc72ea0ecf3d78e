import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, requiredText, text } from '../basics.ts';
import { indicatorKindSchema } from './indicator.ts';
import { blockSchema, levelOf, type RiskLevel, scaleSchema, threatKindSchema } from './threat.ts';

export const measureStates = ['planned', 'running', 'done', 'dropped'] as const;
export const measureStateSchema = z.enum(measureStates);

/** Something that is to make a risk smaller: who does it, until when. */
export const measureSchema = z
  .strictObject({
    what: requiredText(500),
    owner: requiredText(200),
    due: dateSchema,
    state: measureStateSchema,
    /** What came of it; wanted when it is done or dropped. */
    outcome: text(1000),
  })
  .refine(({ state, outcome }) => (state !== 'done' && state !== 'dropped') || outcome !== '', {
    path: ['outcome'],
    message: 'outcome-required',
  });
export type Measure = z.infer<typeof measureSchema>;

export const isMeasureOver = ({ state }: Measure): boolean => state === 'done' || state === 'dropped';

const ratedShape = { likelihood: scaleSchema, impact: scaleSchema };

export const riskFieldsSchema = z.strictObject({
  title: requiredText(200),
  kind: threatKindSchema,
  /** Where; the whole prison when none is named. */
  blocks: z.array(blockSchema).max(60),
  causes: text(4000),
  /** What is done against it already. */
  controls: text(4000),
  /** Indicators of the registers that speak of it. */
  indicators: z.array(indicatorKindSchema).max(20),
  measures: z.array(measureSchema).max(100),
  /** What is expected to be left once the measures work. */
  residual: z.strictObject(ratedShape),
  reviewOn: dateSchema,
});
export type RiskFields = z.infer<typeof riskFieldsSchema>;

export const assessmentFieldsSchema = z.strictObject({ ...ratedShape, reason: requiredText(2000) });
export type AssessmentFields = z.infer<typeof assessmentFieldsSchema>;

export const riskSchema = z.strictObject({
  ...riskFieldsSchema.shape,
  ...recordMetaShape,
  /** `R-0001`, never given twice. */
  number: requiredText(20),
  /** How it was rated, oldest first; the last one counts. */
  assessments: z
    .array(z.strictObject({ ...assessmentFieldsSchema.shape, at: instantSchema, by: idSchema }))
    .min(1)
    .max(1000),
  closed: z.strictObject({ at: instantSchema, by: idSchema, reason: requiredText(2000) }).optional(),
});
export type Risk = z.infer<typeof riskSchema>;

const unrated = { likelihood: 1, impact: 1 } as const;
/** As it is rated now. */
export const ratingOf = ({ assessments }: Pick<Risk, 'assessments'>): { likelihood: number; impact: number } => {
  const { likelihood, impact } = assessments.at(-1) ?? unrated;
  return { likelihood, impact };
};
export const riskLevelOf = (risk: Pick<Risk, 'assessments'>): RiskLevel => levelOf(ratingOf(risk));
