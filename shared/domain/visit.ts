import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, text, timeSchema } from './basics.ts';

/** What the register wrote, letter by letter; matching and taking apart again need it. Empty when the register was. */
export const visitAsWrittenShape = {
  visitorName: z.string(),
  nationalId: z.string(),
  phone: z.string(),
  address: z.string(),
  inmateName: z.string(),
  registrationNumber: z.string(),
  cell: z.string(),
} as const;

/** One visitor at one inmate at one time. Visits live in sealed column segments, not in the document. */
export const visitSchema = z.strictObject({
  /** `<importId>:<sourceRow>`; stays the same when segments are merged. */
  id: z.string(),
  importId: idSchema,
  /** Line number in the register, counted from the first data row as 1, blank rows not counted. */
  sourceRow: z.int().positive(),
  date: dateSchema,
  time: timeSchema.nullable(),
  queueNumber: z.string(),
  visitorId: idSchema,
  inmateId: idSchema,
  /** As written: `Istri`, `Kuasa Hukum`. */
  relation: z.string(),
  asWritten: z.strictObject(visitAsWrittenShape),
});
export type Visit = z.infer<typeof visitSchema>;

/** A later correction of a stored visit: the segment stays as it was, the correction lies over it and has a history. */
export const visitCorrectionSchema = z.strictObject({
  ...recordMetaShape,
  visitId: z.string(),
  set: z.strictObject({
    date: dateSchema.optional(),
    time: timeSchema.nullable().optional(),
    queueNumber: text(40).optional(),
    visitorId: idSchema.optional(),
    inmateId: idSchema.optional(),
    relation: text(100).optional(),
    asWritten: z.strictObject(visitAsWrittenShape).optional(),
  }),
});
export type VisitCorrection = z.infer<typeof visitCorrectionSchema>;
