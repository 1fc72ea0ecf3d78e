import { z } from 'zod';
import { idSchema, requiredText, text } from '../domain/basics.ts';
import { gradeSchema } from '../domain/grade.ts';
import { reportFieldsSchema, reportSchema } from '../domain/report.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };

export const reportRowSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  subject: z.string(),
  marking: reportSchema.shape.marking,
  priority: reportSchema.shape.priority,
  state: reportSchema.shape.state,
  author: z.string(),
  informationFrom: z.string(),
  writtenOn: z.string(),
  items: z.int(),
  cases: z.int(),
  changedAt: z.string(),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportViewSchema = z.strictObject({
  report: reportSchema,
  /** The officer, or the agency it came from. */
  authorName: z.string(),
  /** Names of the officers in `report.steps`, same order. */
  stepNames: z.array(z.string()),
  /** People the items mention, under the identifiers the mentions have; of people joined since, the one that is left. */
  people: z.record(idSchema, z.strictObject({ id: idSchema, name: z.string() })),
  /** Cases of the report this officer may know of. */
  cases: z.array(z.strictObject({ id: idSchema, number: z.string(), title: z.string() })),
  /** What this officer may do with it now. */
  may: z.strictObject({
    edit: z.boolean(),
    submit: z.boolean(),
    evaluate: z.boolean(),
    disseminate: z.boolean(),
    recall: z.boolean(),
    print: z.boolean(),
  }),
});
export type ReportView = z.infer<typeof reportViewSchema>;

/** Where in a report something typed was found, besides its number and subject. */
export const reportPlaces = ['items', 'source', 'opinion'] as const;

export const reportChannels = {
  /** Forgiving search over number, subject, items, source and opinion; best first. */
  'reports.search': channel(
    'reports.read',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(500) }),
    z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          subject: z.string(),
          state: reportSchema.shape.state,
          places: z.array(z.enum(reportPlaces)),
        }),
      ),
    }),
  ),
  /** Newest first; all of one case, or all the officer may see. */
  'reports.list': channel('reports.read', z.strictObject({ caseId: idSchema.nullable() }), z.array(reportRowSchema)),
  'reports.get': channel('reports.read', z.strictObject({ id: idSchema }), reportViewSchema),
  'reports.create': channel('reports.write', z.strictObject({ fields: reportFieldsSchema }), reportSchema),
  'reports.change': channel(
    'reports.write',
    z.strictObject({ ...versioned, fields: reportFieldsSchema }),
    reportSchema,
  ),
  /** A draft only. */
  'reports.remove': channel('reports.write', z.strictObject(versioned), undoableSchema),
  'reports.submit': channel('reports.write', z.strictObject({ ...versioned, note: text(2000) }), reportSchema),
  /** By another officer than its author: judges item by item, null leaving the reporter's grade; or gives it back. */
  'reports.evaluate': channel(
    'reports.evaluate',
    z.strictObject({ ...versioned, grades: z.array(gradeSchema.nullable()).max(200), note: text(2000) }),
    reportSchema,
  ),
  'reports.giveBack': channel(
    'reports.evaluate',
    z.strictObject({ ...versioned, note: requiredText(2000) }),
    reportSchema,
  ),
  'reports.disseminate': channel(
    'reports.disseminate',
    z.strictObject({ ...versioned, distribution: z.array(requiredText(200)).min(1).max(50), note: text(2000) }),
    reportSchema,
  ),
  'reports.recall': channel(
    'reports.recall',
    z.strictObject({ ...versioned, reason: requiredText(2000) }),
    reportSchema,
  ),
} as const;
