import { z } from 'zod';
import { mostMembers } from '../domain/case.ts';
import { dateSchema, idSchema, languageSchema, markingSchema, requiredText, text } from '../domain/basics.ts';
import { agencyRowSchema, identityRowSchema } from '../domain/exchange/agency.ts';
import { agreementKindSchema } from '../domain/exchange/origin.ts';
import { feedbackFieldsSchema, itemDecisionSchema } from '../domain/exchange/package.ts';
import {
  decidedSchema,
  exchangeStatisticsSchema,
  inspectionSchema,
  previewRowSchema,
  receivedItemRowSchema,
  receivedRowSchema,
  registerRowSchema,
  requestRowSchema,
  useRowSchema,
} from '../domain/exchange/rows.ts';
import { handlingSchema } from '../domain/handling.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});

/** What is to go, and to whom. */
export const packOrderSchema = z.strictObject({
  caseIds: z.array(idSchema).max(100),
  personIds: z.array(idSchema).max(mostMembers),
  /** Beside those of the cases. */
  reportIds: z.array(idSchema).max(1000),
  meetingIds: z.array(idSchema).max(100),
  operationIds: z.array(idSchema).max(100),
  /** Beside those of the meetings. */
  commitmentIds: z.array(idSchema).max(1000),
  withFiles: z.boolean(),
  to: idSchema,
  purpose: requiredText(2000),
  handling: handlingSchema,
  conditions: text(2000),
  expiresOn: dateSchema.optional(),
  answers: idSchema.optional(),
  corrects: idSchema.optional(),
});
export type PackFields = z.infer<typeof packOrderSchema>;

const sealedSchema = z.strictObject({
  packageId: idSchema,
  to: z.string(),
  files: z.array(z.string()),
  bytes: z.int(),
  counts: registerRowSchema.shape.counts,
  contentSha256: z.string(),
  sanitised: z.int(),
  stayed: z.int(),
});
/** Null when the officer cancelled. */
const saved = z.strictObject({ saved: sealedSchema.nullable() });

export const requestFieldsSchema = z.strictObject({
  to: idSchema,
  subject: requiredText(200),
  question: requiredText(10_000),
  deadline: dateSchema,
});

const ofSent = { packageId: idSchema, to: idSchema, reason: requiredText(2000) };

/** First and last day; null without a border. */
const period = { from: dateSchema.nullable(), until: dateSchema.nullable() };

export const exchangeChannels = {
  'exchange.agencies': channel(
    'settings.read',
    nothing,
    z.strictObject({ identity: identityRowSchema.nullable(), agencies: z.array(agencyRowSchema) }),
  ),
  'exchange.makeIdentity': channel('exchange.keys', z.strictObject({ name: requiredText(200) }), identityRowSchema),
  'exchange.rotate': channel('exchange.keys', nothing, identityRowSchema),
  /** Asks where to write the card; `path` is null when the officer cancelled. */
  'exchange.saveCard': channel('exchange.trust', nothing, z.strictObject({ path: z.string().nullable() })),
  /** Asks for a card; null when the officer cancelled. */
  'exchange.readCard': channel('exchange.trust', nothing, z.strictObject({ agency: agencyRowSchema.nullable() })),
  'exchange.confirm': channel(
    'exchange.trust',
    z.strictObject({ id: idSchema, words: requiredText(400) }),
    agencyRowSchema,
  ),
  'exchange.revoke': channel(
    'exchange.trust',
    z.strictObject({ id: idSchema, reason: requiredText(2000) }),
    agencyRowSchema,
  ),
  'exchange.setCeiling': channel(
    'exchange.trust',
    z.strictObject({ id: idSchema, ceiling: markingSchema }),
    agencyRowSchema,
  ),
  'exchange.preview': channel('exchange.send', packOrderSchema, z.array(previewRowSchema)),
  /** Asks where to write once everything else is in order. */
  'exchange.seal': channel('exchange.send', packOrderSchema.extend({ partSize: z.int().positive().nullable() }), saved),
  'exchange.recall': channel('exchange.send', z.strictObject(ofSent), saved),
  'exchange.agree': channel('exchange.send', z.strictObject({ ...ofSent, allows: agreementKindSchema }), saved),
  /** Asks for a package and looks at it, writing nothing; null when the officer cancelled. */
  'exchange.inspect': channel('exchange.receive', nothing, z.strictObject({ inspection: inspectionSchema.nullable() })),
  /** Takes in the package that was looked at last. */
  'exchange.receive': channel('exchange.receive', z.strictObject({ packageId: idSchema }), receivedRowSchema),
  'exchange.inbox': channel('exchange.read', nothing, z.array(receivedRowSchema)),
  'exchange.items': channel('exchange.receive', z.strictObject({ id: idSchema }), z.array(receivedItemRowSchema)),
  'exchange.decide': channel(
    'exchange.receive',
    z.strictObject({
      id: idSchema,
      choices: z.union([
        z.enum(['accept-all', 'reject-all']),
        z
          .array(z.strictObject({ id: idSchema, decision: itemDecisionSchema, into: idSchema.optional() }))
          .min(1)
          .max(100_000),
      ]),
    }),
    decidedSchema,
  ),
  'exchange.feedback': channel('exchange.send', feedbackFieldsSchema.extend({ id: idSchema }), saved),
  /** Of a recall, where what it takes back was used. */
  'exchange.uses': channel('exchange.receive', z.strictObject({ id: idSchema }), z.array(useRowSchema)),
  'exchange.receipt': channel('exchange.receive', z.strictObject({ id: idSchema }), saved),
  /** Who may is decided by the collection. */
  'exchange.setHandling': channel(
    'people.write',
    z.strictObject({ collection: z.enum(['people', 'cases', 'links']), id: idSchema, handling: handlingSchema }),
    nothing,
  ),
  'exchange.requests': channel('exchange.read', nothing, z.array(requestRowSchema)),
  'exchange.ask': channel('exchange.send', requestFieldsSchema, saved),
  'exchange.closeRequest': channel(
    'exchange.send',
    z.strictObject({ id: idSchema, version: z.int().positive(), note: text(2000) }),
    nothing,
  ),
  /** Asks where to write; `saved` is null when the officer cancelled. */
  'exchange.printRegister': channel(
    'exchange.read',
    z.strictObject({ ...period, language: languageSchema }),
    z.strictObject({ saved: z.strictObject({ path: z.string(), pages: z.int() }).nullable() }),
  ),
  'exchange.register': channel(
    'exchange.read',
    z.strictObject(period),
    z.strictObject({ rows: z.array(registerRowSchema), statistics: exchangeStatisticsSchema }),
  ),
} as const;
