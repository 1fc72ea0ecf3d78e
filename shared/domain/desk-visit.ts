import { z } from 'zod';
import { dateSchema, idSchema, recordMetaShape, requiredText, text, timeSchema } from './basics.ts';
import { visitAsWrittenShape } from './visit.ts';

/** Let in, or turned away at the counter with a reason. */
export const deskOutcomes = ['admitted', 'turned-away'] as const;

/**
 * A visit as an officer enters it at the counter. It is a record of its own, so that saving one costs the same at any size of
 * the vault; when the day is over, or a search or import begins, those let in join the register of visits.
 */
export const deskVisitSchema = z.strictObject({
  ...recordMetaShape,
  day: dateSchema,
  timeIn: timeSchema,
  timeOut: timeSchema.nullable(),
  visitorId: idSchema,
  inmateId: idSchema,
  relation: text(100),
  /** What was brought, in a few words. */
  goods: text(500),
  asWritten: z.strictObject(visitAsWrittenShape),
  outcome: z.enum(deskOutcomes),
  reason: text(500),
  /** The identity card was compared, because somebody banned is likely the same person. */
  cardChecked: z.literal(true).optional(),
  /** Identifier of the visit in the register, once it stands there. */
  filed: z.string().optional(),
});
export type DeskVisit = z.infer<typeof deskVisitSchema>;

/** A visitor nobody has recorded yet, as the counter takes them down. */
export const newVisitorSchema = z.strictObject({
  name: requiredText(200),
  nationalId: text(32),
  phone: text(32),
  address: text(300),
});
export type NewVisitor = z.infer<typeof newVisitorSchema>;
