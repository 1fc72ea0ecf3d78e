import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, languageSchema, requiredText, text } from '../domain/basics.ts';
import { custodyFieldsSchema, custodySchema, exhibitFieldsSchema, exhibitSchema } from '../domain/exhibit.ts';
import { channel } from './channel.ts';
import { exportedSchema } from './documents.ts';
import { undoableSchema } from './undo.ts';

export const exhibitRowSchema = z.strictObject({
  exhibit: exhibitSchema,
  /** How many files hang on it, and steps of custody are written down. */
  files: z.int(),
  steps: z.int(),
});
export type ExhibitRow = z.infer<typeof exhibitRowSchema>;

export const custodyRowSchema = custodyFieldsSchema.extend({
  id: idSchema,
  sequence: custodySchema.shape.sequence,
  /** The officer who wrote it down and signed it. */
  by: z.string(),
  recordedAt: instantSchema,
  /** What the next step is bound to. */
  hash: z.string(),
  /** SHA-256 of the hand-over record printed for it. */
  document: z.string().nullable(),
});
export type CustodyRow = z.infer<typeof custodyRowSchema>;

export const exhibitViewSchema = z.strictObject({
  exhibit: exhibitSchema,
  personName: z.string().nullable(),
  custody: z.array(custodyRowSchema),
});
export type ExhibitView = z.infer<typeof exhibitViewSchema>;

export const verificationSchema = z.strictObject({
  checkedAt: instantSchema,
  sound: z.boolean(),
  files: z.array(z.strictObject({ id: idSchema, name: z.string(), sha256: z.string(), sound: z.boolean() })),
  steps: z.int(),
  /** The first step of custody that is not as its officer signed it. */
  firstBad: z.int().nullable(),
});
export type Verification = z.infer<typeof verificationSchema>;

/** What a hand-over record (berita acara serah terima) is written with. */
export const handOverFieldsSchema = z.strictObject({
  caseId: idSchema,
  exhibitIds: z.array(idSchema).min(1).max(200),
  /** Who hands over and who receives: name, rank, service number, agency. */
  from: requiredText(300),
  to: requiredText(300),
  place: requiredText(300),
  reason: requiredText(1000),
  at: instantSchema,
  witness: text(300),
  language: languageSchema,
});
export type HandOverFields = z.infer<typeof handOverFieldsSchema>;

const versioned = { id: idSchema, version: z.int().positive() };

export const evidenceChannels = {
  'evidence.list': channel('cases.read', z.strictObject({ caseId: idSchema }), z.array(exhibitRowSchema)),
  'evidence.get': channel('cases.read', z.strictObject({ id: idSchema }), exhibitViewSchema),
  /** Rows of the register of finds in which all typed words stand, the newest first, and the one that was chosen. */
  'evidence.finds': channel(
    'visits.read',
    z.strictObject({ text: z.string().max(200), chosen: z.string().max(100).nullable() }),
    z.array(
      z.strictObject({
        id: z.string(),
        date: dateSchema,
        time: z.string().nullable(),
        item: z.string(),
        amount: z.string(),
        place: z.string(),
        cell: z.string(),
        finder: z.string(),
        inmate: z.string(),
      }),
    ),
  ),
  'evidence.add': channel('cases.write', z.strictObject({ fields: exhibitFieldsSchema }), exhibitSchema),
  'evidence.change': channel(
    'cases.write',
    z.strictObject({ ...versioned, fields: exhibitFieldsSchema }),
    exhibitSchema,
  ),
  'evidence.remove': channel('cases.write', z.strictObject(versioned), undoableSchema),
  'evidence.custody': channel(
    'cases.write',
    z.strictObject({ ...versioned, fields: custodyFieldsSchema }),
    exhibitSchema,
  ),
  'evidence.verify': channel('cases.read', z.strictObject({ id: idSchema }), verificationSchema),
  /** Asks where to write the record, then writes down that the exhibits were handed over. */
  'evidence.handOver': channel(
    'cases.write',
    z.strictObject({ fields: handOverFieldsSchema }),
    z.strictObject({ saved: exportedSchema.nullable() }),
  ),
} as const;
