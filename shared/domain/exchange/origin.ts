import { z } from 'zod';
import { idSchema, instantSchema, requiredText, text } from '../basics.ts';
import { handlingSchema } from '../handling.ts';

/** An agency and its record: how something is known that passed through several hands. */
export const originKeyShape = {
  agencyId: idSchema,
  agency: requiredText(200),
  /** The record at its originator: an identifier, or two of them for the visits of one person to another. */
  itemId: requiredText(80),
  handling: handlingSchema,
  /** What the originator said of everything it sent with it. */
  conditions: text(2000),
  /** How the originator calls it, the number of a case; empty where it has no name of its own. */
  reference: text(100),
} as const;

export const wireOriginSchema = z.strictObject(originKeyShape);
export type WireOrigin = z.infer<typeof wireOriginSchema>;

/** What an originator may be asked to agree to. */
export const agreementKinds = ['action', 'sanitisation'] as const;
export const agreementKindSchema = z.enum(agreementKinds);
export type AgreementKind = z.infer<typeof agreementKindSchema>;

/** Another agency's part in a record of ours; stays on it for ever, and its conditions with it. */
export const originSchema = z.strictObject({
  ...originKeyShape,
  /** The package it came in. */
  packageId: idSchema,
  sealedAt: instantSchema,
  receivedAt: instantSchema,
  /** Version of the record at the sender. */
  version: z.int().positive(),
  /** Version of our record once it was accepted; a later one was changed here. */
  acceptedVersion: z.int().positive(),
  /** Everything of our record is theirs; otherwise only `values`. */
  whole: z.boolean(),
  /** Values of our own record that are theirs, by field. */
  values: z.record(z.string().max(40), z.array(z.string().max(2000)).max(500)),
  agreed: z.array(z.strictObject({ kind: agreementKindSchema, packageId: idSchema, at: instantSchema })).max(10),
  recalled: z.strictObject({ packageId: idSchema, at: instantSchema, reason: text(2000) }).optional(),
});
export type Origin = z.infer<typeof originSchema>;

export const originsSchema = z.array(originSchema).max(200);

/** What a record may carry of other agencies and of its own handling. */
export const exchangedShape = {
  handling: handlingSchema.optional(),
  origins: originsSchema.optional(),
} as const;

const hasAgreed = (origin: Origin, kind: AgreementKind): boolean => origin.agreed.some((each) => each.kind === kind);

/** Why what came from an originator may not be acted upon, or null. */
export function actionBar(origin: Origin): 'recalled' | 'a1' | null {
  if (origin.recalled !== undefined) return 'recalled';
  if (origin.handling.code === 'C' && origin.handling.action === 'A1' && !hasAgreed(origin, 'action')) return 'a1';
  return null;
}

/** Whether its originator took all of a record back. */
export const isRecalled = (origins: readonly Origin[] | undefined): boolean =>
  origins?.some(({ whole, recalled }) => whole && recalled !== undefined) ?? false;

/** Why what came from an originator may not be passed on to others, or null. The originator itself may always have it. */
export function releaseBar(origin: Origin, recipientId: string): 'recalled' | 's2' | null {
  if (origin.recalled !== undefined) return 'recalled';
  if (origin.agencyId === recipientId) return null;
  const { handling } = origin;
  return handling.code === 'C' && handling.sanitisation === 'S2' && !hasAgreed(origin, 'sanitisation') ? 's2' : null;
}
