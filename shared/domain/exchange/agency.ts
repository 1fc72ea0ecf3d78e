import { z } from 'zod';
import { idSchema, instantSchema, markingSchema, recordMetaShape, requiredText, text } from '../basics.ts';

/** 32 bytes in base64. */
export const keySchema = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const signatureSchema = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

const keyPairsSchema = z.strictObject({
  boxKey: keySchema,
  signKey: keySchema,
  /** X25519 private key and Ed25519 seed: never leave the vault's process. */
  boxPrivate: keySchema,
  signSeed: keySchema,
  madeAt: instantSchema,
  madeBy: idSchema,
  retiredAt: instantSchema.optional(),
});
export type AgencyKeys = z.infer<typeof keyPairsSchema>;

/** Who this vault's agency is; exactly one record. Older keys stay, to open what was sealed to them. */
export const agencyIdentitySchema = z.strictObject({
  ...recordMetaShape,
  agencyId: idSchema,
  name: requiredText(200),
  /** Newest last. */
  keys: z.array(keyPairsSchema).min(1).max(100),
});
export type AgencyIdentity = z.infer<typeof agencyIdentitySchema>;

export const cardMagic = 'sinergi-agency-card';
/** What two agencies give each other once, by hand; the fingerprint is of these five. */
export const cardCoreShape = {
  magic: z.literal(cardMagic),
  agencyId: idSchema,
  name: requiredText(200),
  boxKey: keySchema,
  signKey: keySchema,
} as const;

export const cardSchema = z.strictObject({
  ...cardCoreShape,
  format: z.literal(1),
  issuedAt: instantSchema,
  /** Ed25519 of the card's own signing key. */
  signature: signatureSchema,
  /** After a rotation: the same by the key before, so that who trusts that one is not misled. */
  succession: z.strictObject({ signKey: keySchema, signature: signatureSchema }).optional(),
});
export type AgencyCard = z.infer<typeof cardSchema>;

export const trustStates = ['unconfirmed', 'trusted', 'revoked'] as const;

/** Another agency and how far it is trusted. */
export const agencySchema = z.strictObject({
  ...recordMetaShape,
  agencyId: idSchema,
  name: requiredText(200),
  state: z.enum(trustStates),
  boxKey: keySchema,
  signKey: keySchema,
  /** What was trusted before a rotation: packages signed then are still theirs. */
  formerSignKeys: z.array(keySchema).max(100),
  /** A card that came later and is not confirmed yet. */
  successor: z
    .strictObject({ name: requiredText(200), boxKey: keySchema, signKey: keySchema, vouched: z.boolean() })
    .optional(),
  /** Up to which marking a case may go there. */
  ceiling: markingSchema,
  confirmedAt: instantSchema.optional(),
  confirmedBy: idSchema.optional(),
  revokedAt: instantSchema.optional(),
  revokedBy: idSchema.optional(),
  revokedReason: text(2000).optional(),
});
export type Agency = z.infer<typeof agencySchema>;

/** An agency as it is shown. */
export const agencyRowSchema = z.strictObject({
  id: idSchema,
  agencyId: idSchema,
  name: z.string(),
  state: z.enum(trustStates),
  ceiling: markingSchema,
  /** Of the keys to be confirmed, or of those that hold. */
  words: z.strictObject({ id: z.string(), en: z.string() }),
  /** Words of other keys that an agency already known has sent; to be confirmed like the first. */
  successor: z.strictObject({ id: z.string(), en: z.string(), vouched: z.boolean() }).nullable(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedReason: z.string().nullable(),
  version: z.int(),
});
export type AgencyRow = z.infer<typeof agencyRowSchema>;

export const identityRowSchema = z.strictObject({
  agencyId: idSchema,
  name: z.string(),
  words: z.strictObject({ id: z.string(), en: z.string() }),
  madeAt: z.string(),
  /** Key pairs before the ones in use. */
  former: z.int().nonnegative(),
});
export type IdentityRow = z.infer<typeof identityRowSchema>;
