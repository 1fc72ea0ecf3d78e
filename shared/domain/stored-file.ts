import { z } from 'zod';
import { originsSchema } from './exchange/origin.ts';
import { idSchema, recordMetaShape, requiredText } from './basics.ts';

/** Records a file can hang on; on `receivedItems` those that wait in quarantine. */
export const fileOwners = ['people', 'exhibits', 'reports', 'receivedItems'] as const;
export type FileOwner = (typeof fileOwners)[number];

/** Bytes of the largest file a vault takes. */
export const largestStoredFile = 2 * 1024 ** 3;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What is known of a file before it becomes a record: what it held when it was taken in, and where it lies sealed. */
export const storedContentSchema = z.strictObject({
  /** Of the content as it was taken in. */
  bytes: z.int().nonnegative().max(largestStoredFile),
  sha256: sha256Schema,
  /** Absent once a damaged vault was salvaged without it: that it was there, and what it was, stays. */
  blob: z.strictObject({ file: idSchema, key: z.base64().length(44) }).optional(),
});
export type StoredContent = z.infer<typeof storedContentSchema>;

/**
 * A file inside the vault. A photo is how a person or thing looks, already made small; an attachment is kept exactly as
 * it was taken in.
 */
export const storedFileSchema = storedContentSchema.extend({
  ...recordMetaShape,
  on: z.strictObject({ collection: z.enum(fileOwners), id: idSchema }),
  purpose: z.enum(['photo', 'attachment']),
  name: requiredText(255),
  /** Of one that another agency sent. */
  origins: originsSchema.optional(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;
