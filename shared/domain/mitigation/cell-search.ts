import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, requiredText, text, timeSchema } from '../basics.ts';
import { blockSchema } from './threat.ts';
import { findKinds } from './find-kind.ts';

/** A search of cells (razia) as it is planned; why, where, when, by whom. */
export const cellSearchFieldsSchema = z.strictObject({
  plannedOn: dateSchema,
  plannedAt: timeSchema.optional(),
  blocks: z.array(blockSchema).min(1).max(60),
  /** Rooms within the blocks, where not all are searched. */
  cells: text(500),
  reason: requiredText(2000),
  legalBasis: text(500),
  leader: requiredText(200),
  team: text(1000),
  /** Whether the police take part. */
  joint: z.boolean(),
  riskIds: z.array(idSchema).max(50),
  /** Early warnings it answers. */
  warnings: z.array(z.string().max(120)).max(100),
});
export type CellSearchFields = z.infer<typeof cellSearchFieldsSchema>;

export const foundThingSchema = z.strictObject({
  kind: z.enum(findKinds),
  what: requiredText(300),
  /** As it is written down: `5,20 gram`, `3 buah`. */
  quantity: text(60),
  block: blockSchema,
  cell: text(40),
  note: text(500),
});
export type FoundThing = z.infer<typeof foundThingSchema>;

export const searchResultFieldsSchema = z.strictObject({
  heldOn: dateSchema,
  found: z.array(foundThingSchema).max(500),
  notes: text(4000),
  /** The same finds come with the register of finds: they are not counted twice. */
  inRegister: z.boolean(),
});
export type SearchResultFields = z.infer<typeof searchResultFieldsSchema>;

export const cellSearchStates = ['planned', 'held', 'cancelled'] as const;

export const cellSearchSchema = z.strictObject({
  ...cellSearchFieldsSchema.shape,
  ...recordMetaShape,
  /** `RZ-0001`, never given twice. */
  number: requiredText(20),
  state: z.enum(cellSearchStates),
  result: searchResultFieldsSchema.extend({ at: instantSchema, by: idSchema }).optional(),
  cancelled: z.strictObject({ at: instantSchema, by: idSchema, reason: requiredText(1000) }).optional(),
});
export type CellSearch = z.infer<typeof cellSearchSchema>;
