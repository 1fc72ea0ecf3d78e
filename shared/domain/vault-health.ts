import { z } from 'zod';

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
