import { z } from 'zod';
import { banSchema } from '../domain/ban.ts';
import { dateSchema, idSchema } from '../domain/basics.ts';
import { findingKindSchema } from '../domain/finding.ts';
import { registerKindSchema } from '../domain/register.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

export const namedPersonSchema = z.strictObject({ id: idSchema, name: z.string() });

/** A finding as a page shows it; its words are `detection:<kind>.what`, `.not` and `chance`, filled with `findingFacts`. */
export const findingRowSchema = z.strictObject({
  id: z.string(),
  kind: findingKindSchema,
  people: z.array(namedPersonSchema),
  inmates: z.array(namedPersonSchema),
  score: z.number(),
  expected: z.number(),
  observed: z.number(),
  /** How many rows of registers it rests on; `detection.rows` gives them. */
  rows: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  dismissed: z.strictObject({ at: z.string(), byName: z.string(), reason: z.string() }).nullable(),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

const evidenceRowSchema = z.strictObject({
  id: z.string(),
  register: registerKindSchema,
  date: dateSchema,
  time: z.string().nullable(),
  inmate: namedPersonSchema.nullable(),
  /** Visitor or sender. */
  person: namedPersonSchema.nullable(),
  /** The relation, the thing, the number called, or the cell come to. */
  said: z.string(),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

export const evidencePageSchema = z.strictObject({ total: z.int(), rows: z.array(evidenceRowSchema) });

const page = { offset: z.int().nonnegative(), limit: z.int().min(1).max(500) };

const banRowSchema = z.strictObject({ ban: banSchema, personName: z.string(), byName: z.string() });

export const detectionChannels = {
  /** Answers when every register was gone through; `progress` events tell how far it is. @throws `busy`, `cancelled` */
  'detection.run': channel(
    'visits.read',
    z.strictObject({
      /** Lawyers and clergy too. */
      withOffices: z.boolean(),
      /** Also what one family does at its own inmate. */
      withFamilies: z.boolean(),
    }),
    z.strictObject({ findings: z.int(), dismissed: z.int() }),
  ),
  'detection.cancel': channel('visits.read', z.strictObject({}), z.strictObject({})),
  /** Of the last run since the vault was opened, the one chance explains worst first; nothing before there was one. */
  'detection.list': channel(
    'visits.read',
    z.strictObject({ withDismissed: z.boolean(), ...page }),
    z.strictObject({ ran: z.boolean(), total: z.int(), rows: z.array(findingRowSchema) }),
  ),
  /** Rows a finding of the last run rests on, oldest first. @throws `not-found` */
  'detection.rows': channel('visits.read', z.strictObject({ id: z.string().max(200), ...page }), evidencePageSchema),
  /** Remembered in the vault: later runs leave the finding out. @throws `not-found` when the last run did not find it */
  'detection.dismiss': channel(
    'findings.dismiss',
    z.strictObject({ id: z.string().max(200), reason: z.string().trim().min(1).max(1000) }),
    undoableSchema,
  ),
  'detection.reopen': channel('findings.dismiss', z.strictObject({ id: z.string().max(200) }), z.strictObject({})),

  /** Newest first; `personId` null for everybody's. */
  'bans.list': channel('people.read', z.strictObject({ personId: idSchema.nullable() }), z.array(banRowSchema)),
  /** @throws `dates-reversed`, `not-found` */
  'bans.create': channel(
    'bans.write',
    z.strictObject({
      personId: idSchema,
      from: dateSchema,
      until: dateSchema.optional(),
      reason: z.string().trim().min(1).max(1000),
    }),
    banSchema,
  ),
  'bans.lift': channel('bans.write', z.strictObject({ id: idSchema, version: z.int().positive() }), undoableSchema),
} as const;
