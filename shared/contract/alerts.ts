import { z } from 'zod';
import { alertActs, alertSubjects, seenInSchema } from '../domain/alert.ts';
import { dateSchema, idSchema } from '../domain/basics.ts';
import { channel } from './channel.ts';
import { evidencePageSchema, findingRowSchema, namedPersonSchema } from './detection.ts';
import { undoableSchema } from './undo.ts';

/** Open: calls for somebody. Ended: its reason is gone, nobody needs to do anything. */
export const alertStates = ['open', 'later', 'handled', 'ended'] as const;
const alertStateSchema = z.enum(alertStates);
export type AlertState = z.infer<typeof alertStateSchema>;

const caseNameSchema = z.strictObject({ id: idSchema, number: z.string(), title: z.string() });

const alertRowSchema = z.strictObject({
  key: z.string(),
  subject: z.enum(alertSubjects),
  state: alertStateSchema,
  /** Of a finding: when it was first found. */
  foundAt: z.string().nullable(),
  due: dateSchema.nullable(),
  person: namedPersonSchema.nullable(),
  file: caseNameSchema.nullable(),
  /** Of a person on the watch list. */
  seenIn: seenInSchema.nullable(),
  /** `id` is the alert's, for `alerts.rows`. */
  finding: findingRowSchema.nullable(),
  /** What was done last; the case is not named to those who must not know of it. */
  act: z
    .strictObject({
      act: z.enum(alertActs),
      at: z.string(),
      byName: z.string(),
      until: dateSchema.nullable(),
      reason: z.string(),
      file: caseNameSchema.nullable(),
    })
    .nullable(),
});
export type AlertRow = z.infer<typeof alertRowSchema>;

const key = z.string().min(1).max(300);
const reason = z.string().trim().min(1).max(1000);

export const alertChannels = {
  /** What calls for attention, the most pressing first. */
  'alerts.list': channel(
    'visits.read',
    z.strictObject({
      state: alertStateSchema,
      subject: z.enum(alertSubjects).nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ total: z.int(), rows: z.array(alertRowSchema) }),
  ),
  /** How many are open, and whether the registers hold imports that were not searched yet. */
  'alerts.summary': channel(
    'visits.read',
    z.strictObject({}),
    z.strictObject({ open: z.int(), unsearched: z.int(), searchedAt: z.string().nullable(), mayHandle: z.boolean() }),
  ),
  /** Searches all registers and keeps what is new. @throws `busy`, `cancelled`, `vault-read-only` */
  'alerts.search': channel('findings.dismiss', z.strictObject({}), z.strictObject({ found: z.int(), fresh: z.int() })),
  /** Rows of registers a kept finding rests on, oldest first. @throws `not-found` */
  'alerts.rows': channel(
    'visits.read',
    z.strictObject({ id: idSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    evidencePageSchema,
  ),
  /**
   * Makes the people of an alert members of a case, with the finding as their source, and sets the links it supports. Who is
   * a member already stays as they are. @throws `not-found`
   */
  'alerts.take': channel(
    'cases.write',
    z.strictObject({ key, caseId: idSchema, source: z.string().trim().min(1).max(500) }),
    undoableSchema.extend({ members: z.int(), links: z.int() }),
  ),
  /** A finding is set aside for good, anything else until it is due anew. @throws `not-found` */
  'alerts.dismiss': channel('findings.dismiss', z.strictObject({ key, reason }), undoableSchema),
  'alerts.putOff': channel('findings.dismiss', z.strictObject({ key, until: dateSchema }), undoableSchema),
  /** Back to the open ones. @throws `not-found` */
  'alerts.reopen': channel('findings.dismiss', z.strictObject({ key }), z.strictObject({})),
  /** Findings that brought somebody into a case, as they were kept. */
  'alerts.ofCase': channel('cases.read', z.strictObject({ caseId: idSchema }), z.array(findingRowSchema)),
} as const;
