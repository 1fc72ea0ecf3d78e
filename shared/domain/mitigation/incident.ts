import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text, timeSchema } from '../basics.ts';
import { blockSchema, scaleSchema, threatKindSchema } from './threat.ts';

/** A disturbance of security and order as it happened, what was done, and what is learnt from it. */
export const incidentFieldsSchema = z.strictObject({
  kind: threatKindSchema,
  happenedOn: dateSchema,
  happenedAt: timeSchema.optional(),
  block: blockSchema.optional(),
  place: text(200),
  summary: requiredText(500),
  severity: scaleSchema,
  /** Hour by hour; in order of time. */
  course: z
    .array(z.strictObject({ on: dateSchema, at: timeSchema, what: requiredText(1000) }))
    .max(200)
    .transform((steps) => steps.toSorted((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1))),
  response: text(4000),
  lessons: text(4000),
  riskIds: z.array(idSchema).max(50),
});
export type IncidentFields = z.infer<typeof incidentFieldsSchema>;

export const incidentSchema = z.strictObject({
  ...incidentFieldsSchema.shape,
  ...recordMetaShape,
  /** `GK-0001`, never given twice. */
  number: requiredText(20),
});
export type Incident = z.infer<typeof incidentSchema>;
