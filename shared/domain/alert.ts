import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, recordMetaShape, text } from './basics.ts';
import { findingKindSchema } from './finding.ts';

/** Rows kept with a finding; a rise may rest on more, and `rowCount` says how many. */
export const mostKeptRows = 1000;

/** A finding as a search found it, kept with what it rested on then: it stays readable when it comes up no more. */
export const alertSchema = z.strictObject({
  ...recordMetaShape,
  findingId: z.string().min(1).max(200),
  kind: findingKindSchema,
  people: z.array(idSchema),
  inmates: z.array(idSchema),
  score: z.number(),
  expected: z.number(),
  observed: z.number(),
  rows: z.array(z.string()).max(mostKeptRows),
  rowCount: z.int().nonnegative(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The newest search did not come upon it any more. */
  ended: z.boolean(),
});
export type Alert = z.infer<typeof alertSchema>;

/** What calls for attention: something found, or a day that comes near. */
export const alertSubjects = ['finding', 'watch-hit', 'ban-ending', 'case-review', 'allegation-review'] as const;
/** Where somebody on the watch list was seen: at the gate, as the sender of something, or as somebody called. */
export const seenInSchema = z.enum(['visits', 'goods', 'calls']);
export type SeenIn = z.infer<typeof seenInSchema>;
export type AlertSubject = (typeof alertSubjects)[number];

/** What an officer did about it: put it off until a day, took it into a case, or looked and left it. */
export const alertActs = ['later', 'taken', 'done'] as const;

/**
 * The last word on one alert. `key` names what it is about, and the day it was due where it has one, so that a new day calls
 * again.
 */
export const alertActSchema = z.strictObject({
  ...recordMetaShape,
  key: z.string().min(1).max(300),
  act: z.enum(alertActs),
  until: dateSchema.optional(),
  caseId: idSchema.optional(),
  reason: text(1000),
});
export type AlertAct = z.infer<typeof alertActSchema>;

/** How far the registers were searched: everything imported until then; there is one for each kind of sight. */
export const alertSearchSchema = z.strictObject({
  ...recordMetaShape,
  /** Whether the staff roster was looked at, which only integrity may. */
  withStaff: z.boolean(),
  /** Of the newest import there was; empty when there was none. */
  through: z.union([instantSchema, z.literal('')]),
  found: z.int().nonnegative(),
  fresh: z.int().nonnegative(),
});
export type AlertSearch = z.infer<typeof alertSearchSchema>;

/** Days before a ban ends or a review is due at which it is told. */
export const noticeDays = 7;

/** What an alert is called: its subject, the records it is about, and the day it is due where it has one. */
export const alertKey = {
  finding: (alertId: string): string => `finding:${alertId}`,
  watchHit: (watchId: string, day: string): string => `watch-hit:${watchId}:${day}`,
  banEnding: (banId: string, until: string): string => `ban-ending:${banId}:${until}`,
  caseReview: (caseId: string, day: string): string => `case-review:${caseId}:${day}`,
  allegationReview: (caseId: string, personId: string, day: string): string =>
    `allegation-review:${caseId}:${personId}:${day}`,
} as const;
