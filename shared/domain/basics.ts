import { z } from 'zod';

/** Sortable unique identifier (UUID version 7, RFC 9562). */
export const idSchema = z.uuid({ version: 'v7' });
export type Id = z.infer<typeof idSchema>;

/** A moment in UTC, ISO 8601 with milliseconds: `2026-03-02T09:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A calendar day in the prison's own time zone: `2026-03-02`. */
export const dateSchema = z.iso.date();

/** A time of day, `09:00`. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const text = (maximum: number) => z.string().trim().max(maximum);
export const requiredText = (maximum: number) => z.string().trim().min(1).max(maximum);

export const languageSchema = z.enum(['id', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Classification of a document (Tata Naskah Dinas): ordinary, restricted, secret, top secret. */
export const markings = ['biasa', 'terbatas', 'rahasia', 'sangat-rahasia'] as const;
export const markingSchema = z.enum(markings);
export type Marking = z.infer<typeof markingSchema>;

/** How long a record may be kept before it must be reviewed; the clock itself is applied by retention. */
export const retentionClassSchema = z.enum(['register', 'case', 'intelligence', 'permanent']);

/** Where a record came from: a row of an imported register, a case file read from JSON, an officer's own entry,
 * or another agency's package. */
export const provenanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register'), importId: idSchema, sourceRow: z.int().positive() }),
  z.strictObject({ kind: z.literal('case-file') }),
  z.strictObject({ kind: z.literal('officer') }),
  z.strictObject({ kind: z.literal('package'), packageId: idSchema }),
]);
export type Provenance = z.infer<typeof provenanceSchema>;

/** What every stored record carries; the vault writes these fields, never a service. */
export const recordMetaShape = {
  id: idSchema,
  version: z.int().positive(),
  createdAt: instantSchema,
  createdBy: idSchema,
  changedAt: instantSchema,
  changedBy: idSchema,
  /** A removed record stays, with its history, and can be brought back. */
  removed: z.strictObject({ at: instantSchema, by: idSchema }).optional(),
} as const;

export interface RecordMeta {
  readonly id: Id;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: Id;
  readonly changedAt: string;
  readonly changedBy: Id;
  readonly removed?: { readonly at: string; readonly by: Id } | undefined;
}
