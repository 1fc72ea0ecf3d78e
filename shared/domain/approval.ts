import { z } from 'zod';
import {
  idSchema,
  instantSchema,
  type Marking,
  markings,
  markingSchema,
  recordMetaShape,
  requiredText,
  text,
} from './basics.ts';
import type { Verb } from './access.ts';
import { SinergiError } from '../errors.ts';

/** Who may approve each. */
export const approvalVerbs = {
  'release-case': 'approvals.release',
  restore: 'approvals.restore',
  'unseal-source': 'approvals.unseal',
  weed: 'approvals.weed',
  'release-package': 'approvals.release',
  'release-report': 'approvals.release',
  'release-coordination': 'approvals.release',
} as const satisfies Record<Act['kind'], Verb>;

/**
 * What leaves of a case or a report: a sanitised copy that was approved is no reason to hand out a full one. Absent in approvals
 * from before it was asked for; those release nothing any more.
 */
export const releasedCopies = [
  'full',
  'sanitised-P',
  'sanitised-C',
  'sanitised',
  'chart',
  'network',
  'data',
  'attachment',
  'hand-over',
] as const;
const copy = z.enum(releasedCopies).exactOptional();
export type ReleasedCopy = (typeof releasedCopies)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What takes two, one who asks and another who approves: exactly this and nothing like it. Both sign its canonical JSON, so
 * that a kind keeps its members for good. Flat, because a refusal for want of an approval carries it as its details.
 */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('release-case'), caseId: idSchema, marking: markingSchema, copy }),
  /** `manifest`: SHA-256 of what is to be restored, hexadecimal. */
  z.strictObject({ kind: z.literal('restore'), manifest: sha256 }),
  z.strictObject({ kind: z.literal('unseal-source'), sourceId: idSchema }),
  /** Deleting for good what is past its time. `list`: SHA-256 of the canonical JSON of the sorted ids, `count` of them. */
  z.strictObject({ kind: z.literal('weed'), list: sha256, count: z.int().positive() }),
  /** `digest`: SHA-256 of what is sealed, before it is sealed. */
  z.strictObject({
    kind: z.literal('release-package'),
    digest: sha256,
    marking: markingSchema,
    recipient: requiredText(200),
  }),
  z.strictObject({ kind: z.literal('release-report'), reportId: idSchema, marking: markingSchema, copy }),
  /** Printing the minutes of a meeting, or the plan of an operation. */
  z.strictObject({
    kind: z.literal('release-coordination'),
    collection: z.enum(['meetings', 'operations']),
    recordId: idSchema,
    marking: markingSchema,
  }),
]);
export type Act = z.infer<typeof actSchema>;

/** The act that was refused for want of an approval. */
export const wantedAct = (failure: unknown): Act | undefined =>
  failure instanceof SinergiError && failure.code === 'approval-required'
    ? actSchema.safeParse(failure.details).data
    : undefined;

/** What the texts under `officers:approval.act` are filled with. */
export const factsOfAct = ({ act, subject }: Pick<ApprovalRow, 'act' | 'subject'>) => ({
  copy: 'unstated' as const,
  ...act,
  subject,
});

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
  /** What the act is about, short and for people: the number of a case this officer may see, the beginning of a digest. */
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

/** Whether something so marked takes a second officer to leave the vault. */
export const takesTwo = (marking: Marking, threshold: Marking): boolean =>
  markings.indexOf(marking) >= markings.indexOf(threshold);
