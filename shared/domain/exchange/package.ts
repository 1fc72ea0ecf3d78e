import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, requiredText, text } from '../basics.ts';
import { handlingSchema } from '../handling.ts';
import { itemCountsSchema, itemTypeSchema, packageItemSchema } from './item.ts';
import { agreementKindSchema } from './origin.ts';

const count = z.int().nonnegative();
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const itemIds = z.array(z.string().max(80)).max(100_000);

export const packageKinds = ['items', 'request', 'recall', 'agreement', 'receipt', 'feedback'] as const;

/** What came of information another agency gave. */
export const usesOfInformation = ['acted-upon', 'in-use', 'not-used'] as const;
const feedbackShape = { use: z.enum(usesOfInformation), outcome: requiredText(4000) };
export const feedbackFieldsSchema = z.strictObject(feedbackShape);
export type FeedbackFields = z.infer<typeof feedbackFieldsSchema>;

/** What a package is for. */
export const packageBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('items'),
    /** The request it answers, and the package it puts right. */
    answers: idSchema.nullable(),
    corrects: idSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('request'),
    requestId: idSchema,
    subject: requiredText(200),
    question: requiredText(10_000),
    deadline: dateSchema,
  }),
  /** What was sent is not to be used any more; no items named means all of the package. */
  z.strictObject({ kind: z.literal('recall'), packageId: idSchema, items: itemIds, reason: requiredText(2000) }),
  /** The originator agrees to action upon, or to passing on of, what it sent. */
  z.strictObject({
    kind: z.literal('agreement'),
    packageId: idSchema,
    items: itemIds,
    allows: agreementKindSchema,
    reason: text(2000),
  }),
  z.strictObject({
    kind: z.literal('receipt'),
    packageId: idSchema,
    /** Of the content received, as the sender's register has it. */
    contentSha256: sha256Schema,
    receivedAt: instantSchema,
    accepted: count,
    rejected: count,
    held: count,
  }),
  /** The receiver says what it did with what a package held, and what came of it. */
  z.strictObject({ kind: z.literal('feedback'), packageId: idSchema, ...feedbackShape }),
]);
export type PackageBody = z.infer<typeof packageBodySchema>;
export type BodyOf<K extends PackageBody['kind']> = Extract<PackageBody, { kind: K }>;

/** What the sending agency signs. */
export const manifestSchema = z.strictObject({
  format: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  packageId: idSchema,
  sender: z.strictObject({ agencyId: idSchema, name: requiredText(200) }),
  /** Who sealed it. */
  officer: text(120),
  recipientId: idSchema,
  sealedAt: instantSchema,
  /** The last day on which it may be opened; null when there is none. */
  expiresOn: dateSchema.nullable(),
  purpose: requiredText(2000),
  handling: handlingSchema,
  conditions: text(2000),
  counts: itemCountsSchema,
  /** `bytes` and `sha256` are of the entries; `fileBytes` of what comes behind them, whose hashes stand in the entries. */
  content: z.strictObject({ entries: count, bytes: count, sha256: sha256Schema, fileBytes: count.default(0) }),
  body: packageBodySchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

const receiptSchema = z.strictObject({
  receivedAt: instantSchema,
  accepted: count,
  rejected: count,
  held: count,
  /** The package that brought it. */
  packageId: idSchema,
  at: instantSchema,
});

/** A package that went out. */
export const sentPackageSchema = z.strictObject({
  ...recordMetaShape,
  manifest: manifestSchema,
  toAgencyId: idSchema,
  toName: requiredText(200),
  /** Whose records they are, for need to know. */
  caseIds: z.array(idSchema).max(1000),
  items: z.array(
    z.strictObject({ type: itemTypeSchema, id: z.string().max(80), version: z.int(), withheld: z.array(z.string()) }),
  ),
  bytes: count,
  parts: z.int().positive(),
  approvalId: idSchema.optional(),
  receipt: receiptSchema.optional(),
  /** What its receiver said came of it, oldest first. */
  feedback: z
    .array(z.strictObject({ ...feedbackShape, packageId: idSchema, at: instantSchema }))
    .max(200)
    .optional(),
  /** Its file was never in place: writing it was cancelled, or failed for the reason of this code. */
  unwritten: z.strictObject({ at: instantSchema, code: z.string().max(60) }).optional(),
});
export type SentPackage = z.infer<typeof sentPackageSchema>;

/** A package that came in; its items lie in quarantine until somebody decides. */
export const receivedPackageSchema = z.strictObject({
  ...recordMetaShape,
  manifest: manifestSchema,
  /** Ed25519 public key that signed it, base64. */
  signKey: z.string().max(60),
  bytes: count,
  /** For what is no collection of items: whether it was carried out. */
  decision: z.enum(['held', 'accepted', 'rejected']),
});
export type ReceivedPackage = z.infer<typeof receivedPackageSchema>;

export const itemDecisions = ['held', 'accepted', 'rejected'] as const;
export const itemDecisionSchema = z.enum(itemDecisions);
export type ItemDecision = z.infer<typeof itemDecisionSchema>;

export const receivedItemSchema = z.strictObject({
  ...recordMetaShape,
  packageId: idSchema,
  item: packageItemSchema,
  decision: itemDecisionSchema,
  decidedAt: instantSchema.optional(),
  decidedBy: idSchema.optional(),
  /** Our record that it became or changed; for visits, the register they stand in. */
  localId: idSchema.optional(),
});
export type ReceivedItem = z.infer<typeof receivedItemSchema>;

/** A question to another agency, or from one. */
export const informationRequestSchema = z.strictObject({
  ...recordMetaShape,
  requestId: idSchema,
  direction: z.enum(['out', 'in']),
  agencyId: idSchema,
  agency: requiredText(200),
  subject: requiredText(200),
  question: requiredText(10_000),
  deadline: dateSchema,
  packageId: idSchema,
  /** Packages that answered it. */
  answers: z.array(z.strictObject({ packageId: idSchema, at: instantSchema })).max(200),
  closed: z.strictObject({ at: instantSchema, by: idSchema, note: text(2000) }).optional(),
});
export type InformationRequest = z.infer<typeof informationRequestSchema>;

export const requestStates = ['open', 'overdue', 'answered', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

/** @param today a calendar day */
export function requestState(
  request: Pick<InformationRequest, 'answers' | 'closed' | 'deadline'>,
  today: string,
): RequestState {
  if (request.closed !== undefined) return 'closed';
  if (request.answers.length > 0) return 'answered';
  return request.deadline < today ? 'overdue' : 'open';
}
