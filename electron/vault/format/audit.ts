import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { fromHex, textOf, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { signAs } from '../crypto/signing.ts';
import { canonicalBytes, sha256 } from './canonical.ts';
import { stampPattern } from './clock.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the actor signs. One chain per device; `sequence` counts from 1 without a gap. */
export const auditBodySchema = z.strictObject({
  sequence: z.int().positive(),
  device: idSchema,
  stamp: z.string().regex(stampPattern),
  at: instantSchema,
  actor: idSchema,
  action: z.string().max(200),
  entity: z.string().max(100).optional(),
  entityId: z.string().max(200).optional(),
  reason: z.string().max(4000).optional(),
  /** The change this entry stands for: where its frame is, and SHA-256 of its operations as they were written. */
  change: z.strictObject({ journal: idSchema, frame: z.int().nonnegative(), operations: hex32 }).optional(),
  /** Hash of the entry before; 64 zeros for the first. */
  previous: hex32,
});
export type AuditBody = z.infer<typeof auditBodySchema>;

/** `hash` = SHA-256 of the canonical body; `signature` = the actor's Ed25519 signature of that hash. */
export const auditEntrySchema = auditBodySchema.extend({ hash: hex32, signature: z.string().max(120) });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** How far a chain has come. */
export interface AuditHead {
  readonly count: number;
  readonly head: string;
}
export const noAudit: AuditHead = { count: 0, head: '0'.repeat(64) };

export const auditHash = (body: AuditBody): string => toHex(sha256(canonicalBytes(body)));

export function makeAuditEntry(body: AuditBody, signer: KeyObject): AuditEntry {
  const hash = auditHash(body);
  return { ...body, hash, signature: toBase64(signAs('audit', signer, fromHex(hash))) };
}

/** Whether `entry` follows `head` and its hash is its own; the signature is `verifyAudit`'s to check. */
export function continues(head: AuditHead, entry: AuditEntry): boolean {
  const { hash, signature: _signature, ...body } = entry;
  return entry.sequence === head.count + 1 && entry.previous === head.head && auditHash(body) === hash;
}

export const headAfter = (entry: AuditEntry): AuditHead => ({ count: entry.sequence, head: entry.hash });

export const auditPayload = (entry: AuditEntry): Uint8Array => utf8(JSON.stringify(entry));

/** @returns `undefined` when an authentic frame does not hold an entry of this format */
export function readAuditPayload(payload: Uint8Array): AuditEntry | undefined {
  return auditEntrySchema.safeParse(parseJson(textOf(payload))).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
