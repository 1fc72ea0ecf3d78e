import { z } from 'zod';
import { evidenceFields } from '../../analysis/identity/compare.ts';
import { idSchema } from '../basics.ts';
import { handlingSchema } from '../handling.ts';
import { identityBandSchema } from '../identity.ts';
import { itemStates } from './diff.ts';
import { itemCountsSchema, itemTypeSchema } from './item.ts';
import { feedbackFieldsSchema, itemDecisionSchema, packageBodySchema, packageKinds, requestStates } from './package.ts';
import { outcomes, stayReasons } from './packing.ts';

const count = z.int().nonnegative();

/** A package as its sender describes it. */
const packageFactsShape = {
  packageId: idSchema,
  kind: z.enum(packageKinds),
  body: packageBodySchema,
  from: z.string(),
  fromAgencyId: idSchema,
  officer: z.string(),
  purpose: z.string(),
  handling: handlingSchema,
  conditions: z.string(),
  sealedAt: z.string(),
  expiresOn: z.string().nullable(),
  counts: itemCountsSchema,
  contentSha256: z.string(),
} as const;

/** What can be said of a package before anything of it is taken in. */
export const inspectionSchema = z.strictObject({
  ...packageFactsShape,
  parts: z.int(),
  bytes: z.int(),
  /** Whatever is not, is refused before. */
  signature: z.literal('good'),
  forUs: z.literal(true),
  expired: z.boolean(),
  /** When it was received already. */
  receivedAt: z.string().nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** A package that came in. */
export const receivedRowSchema = z.strictObject({
  ...packageFactsShape,
  id: idSchema,
  receivedAt: z.string(),
  receivedBy: z.string(),
  items: z.strictObject({ held: count, accepted: count, rejected: count }),
  /** Of a recall or an agreement, which has no items. */
  decision: itemDecisionSchema,
});
export type ReceivedRow = z.infer<typeof receivedRowSchema>;

const differenceSchema = z.strictObject({
  field: z.string(),
  kind: z.enum(['adds', 'differs']),
  ours: z.array(z.string()),
  theirs: z.array(z.string()),
});

const candidateSchema = z.strictObject({
  personId: idSchema,
  name: z.string(),
  band: identityBandSchema,
  score: z.number(),
  reasons: z.array(
    z.strictObject({
      field: z.enum([...evidenceFields, 'registrationNumber']),
      found: z.string(),
      values: z.record(z.string(), z.string()),
      weight: z.number(),
    }),
  ),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One thing in quarantine, beside what the vault has of it. */
export const receivedItemRowSchema = z.strictObject({
  id: idSchema,
  type: itemTypeSchema,
  itemId: z.string(),
  label: z.string(),
  decision: itemDecisionSchema,
  state: z.enum(itemStates),
  localId: idSchema.nullable(),
  handling: handlingSchema,
  originators: z.array(z.string()),
  withheld: z.array(z.string()),
  fields: z.array(differenceSchema),
  /** Of visits, how many we do not have yet. */
  newRows: count,
  /** What a report, a meeting, an operation or a commitment says, line by line. */
  facts: z.array(z.string()),
  candidates: z.array(candidateSchema),
});
export type ReceivedItemRow = z.infer<typeof receivedItemRowSchema>;

/** One record that came in a package, and where it was used since, as far as the officer may know. */
export const useRowSchema = z.strictObject({
  type: itemTypeSchema,
  label: z.string(),
  cases: z.array(z.strictObject({ id: idSchema, number: z.string(), title: z.string() })),
  /** Papers and copies it may stand in: of itself, or of its cases. `action` is that of the audit trail. */
  copies: z.array(z.strictObject({ at: z.string(), by: z.string(), action: z.string() })),
  /** Packages it went on in. */
  sentTo: z.array(z.strictObject({ packageId: idSchema, agency: z.string(), at: z.string() })),
});
export type UseRow = z.infer<typeof useRowSchema>;

export const decidedSchema = z.strictObject({
  accepted: count,
  rejected: count,
  held: count,
  /** What could not be accepted, and why. */
  refused: z.array(z.strictObject({ id: idSchema, label: z.string(), code: z.string() })),
});
export type Decided = z.infer<typeof decidedSchema>;

export const previewRowSchema = z.strictObject({
  type: itemTypeSchema,
  id: z.string(),
  label: z.string(),
  outcome: z.enum(outcomes),
  withheld: z.array(z.string()),
  reason: z.enum(stayReasons).nullable(),
  handling: handlingSchema.nullable(),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

/** A line of the register: one package that went or came. */
export const registerRowSchema = z.strictObject({
  direction: z.enum(['out', 'in']),
  packageId: idSchema,
  kind: z.enum(packageKinds),
  agency: z.string(),
  officer: z.string(),
  /** When it was sealed here, or received here. */
  at: z.string(),
  purpose: z.string(),
  handling: z.string(),
  expiresOn: z.string().nullable(),
  counts: itemCountsSchema,
  contentSha256: z.string(),
  /** Of one that went out: what the receiver said. Of one that came in: what was decided here. */
  outcome: z.strictObject({ accepted: count, rejected: count, held: count }).nullable(),
  receiptAt: z.string().nullable(),
  /** What its receiver said came of it, oldest first. */
  feedback: z.array(feedbackFieldsSchema.extend({ at: z.string() })),
  /** Sealed, but never written: nothing of it left. */
  unwritten: z.boolean(),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;

export const exchangeStatisticsSchema = z.strictObject({
  sent: count,
  received: count,
  receipts: count,
  awaitingReceipt: count,
  openRequests: count,
  overdueRequests: count,
  held: count,
  /** `accepted` and `rejected` are items: of what we sent, by their receipts, and of what came, by our decisions. */
  agencies: z.array(
    z.strictObject({ agency: z.string(), sent: count, received: count, accepted: count, rejected: count }),
  ),
});
export type ExchangeStatistics = z.infer<typeof exchangeStatisticsSchema>;

export const requestRowSchema = z.strictObject({
  id: idSchema,
  requestId: idSchema,
  direction: z.enum(['out', 'in']),
  agency: z.string(),
  agencyId: idSchema,
  subject: z.string(),
  question: z.string(),
  deadline: z.string(),
  at: z.string(),
  state: z.enum(requestStates),
  answers: z.array(z.strictObject({ packageId: idSchema, at: z.string() })),
  closedNote: z.string().nullable(),
  version: z.int(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;
