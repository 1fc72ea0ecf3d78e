import { z } from 'zod';
import { idSchema, instantSchema, requiredText } from '../basics.ts';
import { agencyNameSchema } from '../coordination/agency-name.ts';
import { commitmentShape, isBetweenTwo, settlementSchema, toItself } from '../coordination/commitment.ts';
import { agreedShape, attendeeSchema, followUpSchema, meetingShape } from '../coordination/meeting.ts';
import { hasOutcome, operationShape, phaseSchema, unaccounted } from '../coordination/operation.ts';

/** Whose word it is and when it was said; officers are named to nobody. */
const saidOnWire = { at: instantSchema, agency: agencyNameSchema };

/** An action as it was agreed, with the last word on it; null as long as nobody said anything. */
const actionItemSchema = z.strictObject({
  ...agreedShape,
  id: idSchema,
  word: z.strictObject({ ...saidOnWire, followUp: followUpSchema }).nullable(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

/** Approved minutes, as the agencies that met will hold them. */
const { handling: _meetingHandling, ...meetingContent } = meetingShape;
export const meetingItemFieldsSchema = z.strictObject({
  ...meetingContent,
  attendees: z.array(attendeeSchema.omit({ officerId: true })).max(200),
  actions: z.array(actionItemSchema).max(200),
  approved: z.strictObject(saidOnWire),
  corrections: z.array(z.strictObject({ ...saidOnWire, text: requiredText(4000) })).max(200),
});

/** An operation with the cases in the package that it serves. */
const { handling: _operationHandling, ...operationContent } = operationShape;
export const operationItemFieldsSchema = z
  .strictObject({ ...operationContent, phases: z.array(phaseSchema).max(30) })
  .refine(hasOutcome, unaccounted);

export const commitmentItemFieldsSchema = z
  .strictObject({
    ...commitmentShape,
    /** The meeting it comes from, by its own identifier and by title; the title alone of one that is not shared. */
    source: z.strictObject({ meetingId: idSchema.nullable(), title: requiredText(300) }),
    settlements: z.array(settlementSchema.extend(saidOnWire)).max(2000),
  })
  .refine(isBetweenTwo, toItself);
