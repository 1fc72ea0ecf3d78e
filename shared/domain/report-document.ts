import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, markingSchema } from './basics.ts';
import { gradeSchema } from './grade.ts';
import { handlingSchema } from './handling.ts';
import { opinionSchema, prioritySchema, reportSourceSchema, reportStateSchema } from './report.ts';

/** Laporan Informasi as Polri intelligence writes it, or an intelligence report: two prints of one record. */
export const reportForms = ['li', 'ir'] as const;
export const reportFormSchema = z.enum(reportForms);
export type ReportForm = z.infer<typeof reportFormSchema>;

/** A report as it is printed. What a sanitised print must not tell is not in it. */
export const reportDocumentSchema = z.strictObject({
  format: z.literal('sinergi-report-document/1'),
  form: reportFormSchema,
  sanitised: z.boolean(),
  agency: z.string(),
  id: idSchema,
  number: z.string(),
  subject: z.string(),
  field: z.string(),
  marking: markingSchema,
  priority: prioritySchema,
  state: reportStateSchema,
  place: z.string(),
  informationFrom: dateSchema,
  informationUntil: dateSchema.optional(),
  writtenOn: dateSchema,
  /** Absent from a sanitised print: where it comes from, how, and at what risk. */
  origin: z
    .strictObject({ source: reportSourceSchema, relation: z.string(), method: z.string(), risk: z.string() })
    .optional(),
  items: z.array(z.strictObject({ text: z.string(), grade: gradeSchema, reporterGrade: gradeSchema.optional() })),
  opinion: opinionSchema,
  handling: handlingSchema,
  distribution: z.array(z.string()),
  /** Numbers of its cases, as far as the officer may know of them. */
  cases: z.array(z.string()),
  author: z.string(),
  evaluation: z.strictObject({ by: z.string(), at: instantSchema, note: z.string() }).optional(),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
