import { z } from 'zod';
import { deeds, placeSchema } from './contestants/contestant.ts';

export const contestantNames = [
  'sinergi',
  'sqlcipher',
  'sqlcipher-recorded',
  'lowdb',
  'disk',
  'papaparse',
  'sinergi-plan',
  'minisearch',
  'fts5',
  'fts5-trigram',
  'sql',
] as const;
export type ContestantName = (typeof contestantNames)[number];

/** What a contestant's process is told: who it is first, then what to do and how often. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('be'), name: z.enum(contestantNames), place: placeSchema }),
  z.strictObject({ kind: z.literal('do'), deed: z.enum(deeds), times: z.int().positive() }),
]);
export type Order = z.infer<typeof orderSchema>;

export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('done'),
    /** Milliseconds, one for each time. */
    samples: z.array(z.number()),
    /** Of the last time. */
    records: z.number(),
    /** Milliseconds of processor time of the process, all its threads together. */
    processor: z.number(),
    /** Highest resident memory of the process so far, all its threads together. */
    peakMegabytes: z.number(),
    /** The longest that this process's main thread did not come round to a timer, in milliseconds. */
    longestBlock: z.number(),
  }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;
