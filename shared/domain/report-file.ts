import { z } from 'zod';
import { dateSchema, markingSchema, requiredText, text } from './basics.ts';
import { personReferenceSchema, typedGradeSchema } from './case-file.ts';
import { handlingSchema } from './handling.ts';
import { opinionSchema, prioritySchema, reportSourceSchema } from './report.ts';

/**
 * An intelligence report as JSON, for `report build`. Documented in `docs/reports.md`; `mentions` name people as case
 * files do, by identifier, registration number, NIK or name, and say which words of the text mean them.
 */
export const reportFileSchema = z.strictObject({
  subject: requiredText(200),
  field: text(100).default(''),
  marking: markingSchema,
  priority: prioritySchema.default('low'),
  source: reportSourceSchema,
  relation: text(500).default(''),
  method: text(500).default(''),
  place: text(200).default(''),
  informationFrom: dateSchema,
  informationUntil: dateSchema.optional(),
  writtenOn: dateSchema.optional(),
  items: z
    .array(
      z.strictObject({
        text: requiredText(5000),
        grade: typedGradeSchema,
        mentions: z
          .array(z.strictObject({ words: requiredText(200), person: personReferenceSchema }))
          .max(200)
          .default([]),
      }),
    )
    .min(1)
    .max(200),
  opinion: opinionSchema.partial().default({}),
  handling: handlingSchema.default({ code: 'P' }),
  risk: text(5000).default(''),
  distribution: z.array(requiredText(200)).max(50).default([]),
  /** Identifiers or numbers. */
  cases: z.array(requiredText(60)).max(100).default([]),
  /** Left as a draft unless this is said. */
  submit: z.boolean().default(false),
});
export type ReportFile = z.infer<typeof reportFileSchema>;
