import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/** A share says in four bits each how many there are and how many are needed. */
export const mostShares = 16;

const count = z.int().min(2).max(mostShares);

/** A recovery key kept in shares: any `needed` of the `made` ones give it back, one fewer give nothing. */
export const recoverySplitSchema = z
  .strictObject({ needed: count, made: count })
  .refine(({ needed, made }) => needed <= made, { path: ['needed'], error: 'more-than-made' });
export type RecoverySplit = z.infer<typeof recoverySplitSchema>;

/** What can be wrong with a piece that somebody typed; each has its text among the errors. */
export const pieceFaults = [
  'recovery-key-wrong',
  'share-mistyped',
  'share-other-vault',
  'share-other-set',
  'share-repeated',
] as const satisfies readonly ErrorCode[];
export type PieceFault = (typeof pieceFaults)[number];

/** How far what was typed reaches. */
export const recoveryReadingSchema = z.strictObject({
  /** 1 for a key that was never split. */
  needed: z.int(),
  made: z.int(),
  missing: z.int(),
  /** In the order they were typed; `number` is the share's own, null for a whole key and for what cannot be read. */
  pieces: z.array(z.strictObject({ number: z.int().nullable(), fault: z.enum(pieceFaults).nullable() })),
});
export type RecoveryReading = z.infer<typeof recoveryReadingSchema>;
