import { z } from 'zod';
import { idSchema } from '../domain/basics.ts';
import { identityBandSchema } from '../domain/identity.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const pairSideSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  aliases: z.array(z.string()),
  nationalIds: z.array(z.string()),
  phones: z.array(z.string()),
  addresses: z.array(z.string()),
  birthDate: z.string().nullable(),
  visits: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  inmates: z.array(z.strictObject({ name: z.string(), relations: z.array(z.string()) })),
  otherInmates: z.int(),
});

export const identityReasonSchema = z.strictObject({
  field: z.string(),
  found: z.string(),
  values: z.record(z.string(), z.string()),
  weight: z.number(),
});

const pairRowSchema = z.strictObject({
  a: pairSideSchema,
  b: pairSideSchema,
  /** Probability that both are one person. */
  score: z.number(),
  band: identityBandSchema,
  undecided: z.boolean(),
  /** The weightiest first; `found` names the text, `weight` is in bits. */
  reasons: z.array(identityReasonSchema),
});
export type PairRow = z.infer<typeof pairRowSchema>;

export const identityChannels = {
  /** Answers when everybody was compared; `progress` events tell how far it is. */
  'identity.scan': channel('people.read', z.strictObject({}), z.strictObject({ pairs: z.int() })),
  'identity.cancel': channel('people.read', z.strictObject({}), z.strictObject({})),
  /** Of the last search; nothing before there was one. */
  'identity.queue': channel(
    'people.read',
    z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(100) }),
    z.strictObject({ scanned: z.boolean(), total: z.int(), rows: z.array(pairRowSchema) }),
  ),
  'identity.decide': channel(
    'people.join',
    z.strictObject({ a: idSchema, b: idSchema, decision: z.enum(['same', 'different', 'undecided']) }),
    undoableSchema,
  ),
  'identity.joins': channel(
    'people.read',
    z.strictObject({ personId: idSchema }),
    z.array(z.strictObject({ joinId: idSchema, at: z.string(), byName: z.string(), names: z.array(z.string()) })),
  ),
  /** @throws `join-not-last` */
  'identity.separate': channel('people.join', z.strictObject({ joinId: idSchema }), z.strictObject({})),
} as const;
