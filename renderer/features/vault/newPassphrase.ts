import { z } from 'zod';
import { isLongEnough } from '../../../shared/domain/passphrase.ts';
import { leastStrength, measureStrength } from './useStrength.ts';

/** A passphrase typed twice: long enough, hard enough to guess, and the same both times. */
export const newPassphraseShape = {
  passphrase: z
    .string()
    .refine(isLongEnough, { error: 'passphrase-short', abort: true })
    .refine(async (passphrase) => (await measureStrength(passphrase)) >= leastStrength, 'passphrase-weak'),
  repeat: z.string(),
};

export const repeated = {
  check: (form: { readonly passphrase: string; readonly repeat: string }): boolean => form.passphrase === form.repeat,
  issue: { path: ['repeat'], message: 'differs' },
};
