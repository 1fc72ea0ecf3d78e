import { z } from 'zod';
import { dateSchema, idSchema, text, timeSchema } from '../domain/basics.ts';
import { deskOutcomes, deskVisitSchema, newVisitorSchema } from '../domain/desk-visit.ts';
import { identityBandSchema } from '../domain/identity.ts';
import { watchFieldsSchema, watchInstructionSchema, watchSchema } from '../domain/watch.ts';
import { channel } from './channel.ts';
import { namedPersonSchema } from './detection.ts';
import { lastMoveSchema } from './people.ts';
import { identityReasonSchema } from './identity.ts';
import { undoableSchema } from './undo.ts';

/** Somebody of the vault, or somebody who stands at the counter for the first time. */
const visitorSchema = z.union([z.strictObject({ id: idSchema }), newVisitorSchema]);

/** How a person at the counter is tied to a record of a ban or a watch: it is theirs, or likely theirs. */
const likenessShape = {
  person: namedPersonSchema,
  /** Null when the record is the visitor's own. */
  band: identityBandSchema.nullable(),
  reasons: z.array(identityReasonSchema),
};

const deskCheckSchema = z.strictObject({
  bans: z.array(
    z.strictObject({ ...likenessShape, from: dateSchema, until: dateSchema.nullable(), reason: z.string() }),
  ),
  watches: z.array(
    z.strictObject({
      ...likenessShape,
      instruction: watchInstructionSchema,
      note: z.string(),
      /** Null to those who must not know of the case it comes from. */
      reason: z.string().nullable(),
    }),
  ),
  /** Recorded people a new visitor may be. */
  alike: z.array(z.strictObject(likenessShape)),
  /** The visitor went in before today and was not seen coming out. */
  inside: z.strictObject({ inmate: namedPersonSchema, timeIn: timeSchema }).nullable(),
  /** The day the inmate's sentence ended, when it is past. */
  released: dateSchema.nullable(),
  /** The cell the inmate came to last, when it is another than the inmate register has. */
  moved: lastMoveSchema,
});
export type DeskCheck = z.infer<typeof deskCheckSchema>;

const deskRowSchema = z.strictObject({
  visit: deskVisitSchema,
  visitorName: z.string(),
  inmateName: z.string(),
  cell: z.string(),
  byName: z.string(),
});
export type DeskRow = z.infer<typeof deskRowSchema>;

const watchRowSchema = z.strictObject({
  id: idSchema,
  version: z.int().positive(),
  person: namedPersonSchema,
  from: dateSchema,
  until: dateSchema,
  instruction: watchInstructionSchema,
  note: z.string(),
  /** Null to those who must not know of the case it comes from. */
  reason: z.string().nullable(),
  caseNumber: z.string().nullable(),
  byName: z.string(),
});
export type WatchRow = z.infer<typeof watchRowSchema>;

const versioned = { id: idSchema, version: z.int().positive() };

export const deskChannels = {
  /** What the counter must know before this visitor goes in. */
  'desk.check': channel(
    'visits.enter',
    z.strictObject({ visitor: visitorSchema, inmateId: idSchema.nullable(), day: dateSchema }),
    deskCheckSchema,
  ),
  /** @throws `visitor-banned` when somebody banned was to be let in, `ban-likely` when they may be banned and no card was compared, `not-found`, `phone-unreadable` */
  'desk.enter': channel(
    'visits.enter',
    z.strictObject({
      visitor: visitorSchema,
      inmateId: idSchema,
      day: dateSchema,
      timeIn: timeSchema,
      relation: text(100),
      goods: text(500),
      outcome: z.enum(deskOutcomes),
      reason: text(500),
      /** The identity card was compared with whoever is likely the same and banned. */
      cardChecked: z.boolean(),
    }),
    deskVisitSchema,
  ),
  /** Newest first. */
  'desk.list': channel('visits.read', z.strictObject({ day: dateSchema }), z.array(deskRowSchema)),
  /** The moment the visitor came out; null takes it back. @throws `conflict` */
  'desk.leave': channel(
    'visits.enter',
    z.strictObject({ ...versioned, timeOut: timeSchema.nullable() }),
    deskVisitSchema,
  ),
  /** @throws `visit-filed` once it stands in the register, `conflict` */
  'desk.withdraw': channel('visits.enter', z.strictObject(versioned), undoableSchema),

  /** Newest first, those that lapsed last; `personId` null for everybody's. */
  'watches.list': channel('people.read', z.strictObject({ personId: idSchema.nullable() }), z.array(watchRowSchema)),
  /** @throws `dates-reversed`, `not-found` */
  'watches.create': channel('watches.write', z.strictObject({ fields: watchFieldsSchema }), watchSchema),
  'watches.end': channel('watches.write', z.strictObject(versioned), undoableSchema),
} as const;
