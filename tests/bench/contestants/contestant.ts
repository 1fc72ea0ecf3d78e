import { z } from 'zod';

/** What a contestant works on. Every one has a folder of its own. */
export const placeSchema = z.strictObject({
  folder: z.string(),
  /** A vault whose records the others take over, so that all hold the same. */
  source: z.string(),
  inmates: z.string(),
  visits: z.string(),
  /** Where the SQLCipher peer was built. */
  peer: z.string(),
  /** A visitor to look up, and people to change. */
  visitor: z.string(),
  people: z.array(z.string()),
  /** For the contest of scale: a register of calls, and a file with what is true behind the registers. */
  calls: z.string(),
  truth: z.string(),
});
export type Place = z.infer<typeof placeSchema>;

/**
 * `prepare` and `fill` make what the others need; `open` ends when the store answers; `look` asks for the visits of one
 * visitor; `read` reads every visit; `save` changes one person; `import` takes the visit register in, `again` once more;
 * `verify` reads everything stored and checks that it is authentic; `backup` does so too, copies the store into an
 * empty folder and reads the copy back, `backup-again` does so after one more save; `rotate` gives it new keys and seals it anew.
 *
 * At full scale also: `calls` and `reports` take those in; `index` makes what a search needs; `search` asks the next of the
 * queries, and returns how many were answered well so far; `detect` returns how many planted rings were found.
 */
export const deeds = [
  'prepare',
  'fill',
  'open',
  'look',
  'read',
  'save',
  'import',
  'again',
  'verify',
  'backup',
  'backup-again',
  'rotate',
  'calls',
  'reports',
  'index',
  'search',
  'detect',
] as const;
export type Deed = (typeof deeds)[number];

/** Each returns how many records it was about, for the bench to compare. */
export type Contestant = Partial<Readonly<Record<Deed, () => Promise<number>>>> & {
  readonly close?: () => Promise<void>;
};
