import { z } from 'zod';
import { dateSchema, idSchema, requiredText } from '../domain/basics.ts';
import {
  contactFieldsSchema,
  identitySchema,
  sourceCardSchema,
  sourceReminders,
  sourceSchema,
  sourceStates,
  unsealingStates,
} from '../domain/source.ts';
import { channel } from './channel.ts';

const nothing = z.strictObject({});
const named = z.strictObject({ id: idSchema, name: z.string() });
const outside = { id: idSchema, pseudonym: sourceSchema.shape.pseudonym, reliability: sourceSchema.shape.reliability };
const remindersSchema = z.array(z.enum(sourceReminders));

const sourceRowSchema = z.strictObject({
  ...outside,
  state: z.enum(sourceStates),
  handlers: z.array(z.string()),
  /** Whether the officer who asks handles it. */
  mine: z.boolean(),
  until: dateSchema.nullable(),
  bringForward: dateSchema.nullable(),
  lastContact: dateSchema.nullable(),
  nextContact: dateSchema.nullable(),
  reminders: remindersSchema,
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const sourceChannels = {
  'sources.pseudonyms': channel('sources.pseudonyms', nothing, z.array(z.strictObject(outside))),
  'sources.list': channel(
    'sources.read',
    nothing,
    z.strictObject({
      /** `none`: there is no register yet; `withheld`: no handler has given this officer the key. */
      state: z.enum(['none', 'held', 'withheld']),
      /** Officers with the role who have no key yet. */
      waiting: z.array(named),
      /** The next free pseudonym. */
      proposed: z.string(),
      rows: z.array(sourceRowSchema),
    }),
  ),
  /** Why goes into the audit trail. */
  'sources.show': channel(
    'sources.read',
    z.strictObject({ id: idSchema, reason: requiredText(500) }),
    z.strictObject({
      id: idSchema,
      version: z.int().positive(),
      card: sourceCardSchema,
      handlers: z.array(named),
      reminders: remindersSchema,
      /** Newest first. */
      contacts: z.array(contactFieldsSchema.extend({ id: idSchema, by: z.string(), covered: z.boolean() })),
    }),
  ),
  'sources.add': channel(
    'sources.write',
    z.strictObject({ card: sourceCardSchema }),
    z.strictObject({ id: idSchema, pseudonym: z.string() }),
  ),
  'sources.change': channel(
    'sources.write',
    z.strictObject({ id: idSchema, version: z.int().positive(), card: sourceCardSchema }),
    nothing,
  ),
  'sources.log': channel(
    'sources.write',
    z.strictObject({ id: idSchema, contact: contactFieldsSchema }),
    /** `covered`: the meeting fell into the time of the authorisation. */
    z.strictObject({ id: idSchema, covered: z.boolean() }),
  ),
  /** Own requests to be told who a source is; to a handler also those that wait for the identity. */
  'sources.unsealings': channel(
    'sources.pseudonyms',
    nothing,
    z.array(
      z.strictObject({
        approvalId: idSchema,
        sourceId: idSchema,
        pseudonym: z.string(),
        /** `approved`: a handler has still to hand it over; `ready`: it can be read, once; `over`: it was, or is too old. */
        state: z.enum(unsealingStates),
        mine: z.boolean(),
        askedBy: z.string(),
        askedAt: z.string(),
        reason: z.string(),
        until: z.string().nullable(),
      }),
    ),
  ),
  'sources.handOver': channel('sources.read', z.strictObject({ approvalId: idSchema }), nothing),
  'sources.reveal': channel('sources.unseal', z.strictObject({ approvalId: idSchema }), identitySchema),
  'sources.admit': channel('sources.write', z.strictObject({ officerId: idSchema }), nothing),
} as const;
