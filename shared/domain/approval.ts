import { z } from 'zod';
import { idSchema, instantSchema, type Marking, markings, markingSchema, recordMetaShape, text } from './basics.ts';
import type { Verb } from './access.ts';

/** What takes two: one who asks, another who approves. */
export const actKinds = ['release-case', 'restore'] as const;
export type ActKind = (typeof actKinds)[number];

/** Who may approve each. */
export const approvalVerbs = {
  'release-case': 'approvals.release',
  restore: 'approvals.restore',
} as const satisfies Record<ActKind, Verb>;

/** What is asked for, exactly. */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('release-case'), caseId: idSchema, marking: markingSchema }),
  /** `manifest`: SHA-256 of what is to be restored, hexadecimal. */
  z.strictObject({ kind: z.literal('restore'), manifest: z.string().regex(/^[0-9a-f]{64}$/) }),
]);
export type Act = z.infer<typeof actSchema>;

/** One officer's word: the text that was signed, by which key, and the Ed25519 signature; keys and signatures in base64. */
const statementSchema = z.strictObject({
  by: idSchema,
  at: instantSchema,
  reason: text(2000),
  signed: z.string().max(10_000),
  key: z.string().max(100),
  signature: z.string().max(200),
});
export type Statement = z.infer<typeof statementSchema>;

export const approvalOutcomes = ['approved', 'refused'] as const;

export const approvalSchema = z.strictObject({
  ...recordMetaShape,
  act: actSchema,
  request: statementSchema,
  decision: statementSchema.extend({ outcome: z.enum(approvalOutcomes) }).optional(),
  /** When the act was done; an approval is good for one. */
  usedAt: instantSchema.optional(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const approvalRowSchema = z.strictObject({
  id: idSchema,
  act: actSchema,
  /** The number of the case, when this officer may see it. */
  subject: z.string(),
  state: z.enum(['waiting', 'approved', 'refused', 'used']),
  requestedBy: z.string(),
  requestedAt: z.string(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** Whether the officer who asks may decide it now. */
  mine: z.boolean(),
  /** Both signatures are those of the officers named, over what is shown. */
  genuine: z.boolean(),
});
export type ApprovalRow = z.infer<typeof approvalRowSchema>;

/** From this marking on, a case does not leave the vault by one officer's will. */
export const releaseThreshold: Marking = 'rahasia';
export const takesTwo = (marking: Marking): boolean => markings.indexOf(marking) >= markings.indexOf(releaseThreshold);
