import { z } from 'zod';
import { instantSchema } from './basics.ts';

/** What can be wrong with a file of a vault. The interface and the command line say it in words. */
export const problemCodes = [
  'missing',
  'unreadable',
  'header-damaged',
  'header-forged',
  'header-older',
  'not-this-file',
  'forged',
  'unfinished',
  'cut-off',
  'undecodable',
  'rows-differ',
  'chain-broken',
  'signature-wrong',
  'change-unsigned',
  'audit-behind',
  'rolled-back',
  'stray',
] as const;

export const problemSchema = z.strictObject({
  /** Inside the vault's folder, with `/`. */
  file: z.string(),
  /** First byte of the frame or field that is wrong; the file's length where something is missing at its end. */
  offset: z.int().nonnegative(),
  code: z.enum(problemCodes),
});
export type Problem = z.infer<typeof problemSchema>;

export const verifyReportSchema = z.strictObject({
  ok: z.boolean(),
  files: z.int(),
  frames: z.int(),
  problems: z.array(problemSchema),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

/** Why a vault is not believed to be the newest there is, although every byte of it is authentic. */
export const doubtSchema = z.strictObject({
  /** Less than was seen here; the same beginning and then another course; a note of this workstation that is not genuine. */
  kind: z.enum(['older', 'other-history', 'unreadable']),
  /** When this workstation last saw it further; null when its note cannot be read. */
  seenAt: instantSchema.nullable(),
});
export type Doubt = z.infer<typeof doubtSchema>;
