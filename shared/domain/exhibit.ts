import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, requiredText, text, timeSchema } from './basics.ts';
import { parseQuantity } from './quantity.ts';
import { sha256Schema } from './stored-file.ts';

/** What sort of thing it is; decides nothing but the picture beside it. */
export const exhibitKinds = ['drug', 'phone', 'sim', 'money', 'document', 'tool', 'other'] as const;

/** A weight or count as it was written down, with its unit: `5,20 gram`, `3 bungkus`. */
const amountSchema = requiredText(60).refine((written) => (parseQuantity(written)?.unit ?? '') !== '', {
  message: 'quantity-unreadable',
});

/** What an officer writes down of a thing that was seized. */
export const exhibitFieldsSchema = z.strictObject({
  caseId: idSchema,
  kind: z.enum(exhibitKinds),
  description: requiredText(500),
  /** With its wrapping, without it, and how many. */
  gross: amountSchema.optional(),
  net: amountSchema.optional(),
  count: amountSchema.optional(),
  packaging: text(300),
  seizedOn: dateSchema,
  seizedAt: timeSchema.optional(),
  place: requiredText(300),
  /** Who took it into keeping: name, rank, service number. */
  seizedBy: requiredText(300),
  /** The person it was found on or with; being found somewhere proves nothing yet. */
  personId: idSchema.optional(),
  /** Row of the register of finds it stands in, `<importId>:<source row>`. */
  findId: z
    .string()
    .regex(/^[0-9a-f-]{36}:\d+$/)
    .optional(),
  note: text(2000),
});
export type ExhibitFields = z.infer<typeof exhibitFieldsSchema>;

export const exhibitSchema = exhibitFieldsSchema.extend({
  ...recordMetaShape,
  /** Given once: `BB/0001/XI/2026`. */
  number: requiredText(60),
  /** Who has it now, as the last step of custody says. */
  heldBy: requiredText(300),
});
export type Exhibit = z.infer<typeof exhibitSchema>;

export const custodyKinds = ['seized', 'moved', 'examined', 'handed-over', 'returned', 'destroyed'] as const;
export const custodyKindSchema = z.enum(custodyKinds);

/** Who had it, who got it, when, where and why. */
export const custodyFieldsSchema = z.strictObject({
  kind: custodyKindSchema,
  /** When it happened. */
  at: instantSchema,
  from: requiredText(300),
  to: requiredText(300),
  place: requiredText(300),
  reason: requiredText(1000),
});
export type CustodyFields = z.infer<typeof custodyFieldsSchema>;

/**
 * A step of a chain of custody: written once, never changed. `signed` is the canonical JSON of all it says, signed by the
 * officer who wrote it down; `previous` is the SHA-256 of the step before, so that none can be taken out or put in.
 */
export const custodySchema = custodyFieldsSchema.extend({
  ...recordMetaShape,
  caseId: idSchema,
  exhibitId: idSchema,
  /** From 1, without a gap. */
  sequence: z.int().positive(),
  previous: sha256Schema.optional(),
  /** SHA-256 of every file the exhibit had then. */
  files: z.array(sha256Schema).max(1000),
  /** SHA-256 of the hand-over record that was printed for it. */
  document: sha256Schema.optional(),
  by: idSchema,
  recordedAt: instantSchema,
  signed: z.string().max(100_000),
  /** Ed25519, base64. */
  key: z.string().max(100),
  signature: z.string().max(200),
});
export type Custody = z.infer<typeof custodySchema>;
