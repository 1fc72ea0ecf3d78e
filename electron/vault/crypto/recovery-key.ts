import { createHash, randomBytes } from 'node:crypto';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, sameBytes, wipe } from './bytes.ts';
import { printLetters, readLetters } from './crockford.ts';
import { deriveKey } from './hkdf.ts';
import { publicHalf } from './raw-keys.ts';

/** 256 random bits and 24 check bits, printed as 14 groups of four letters. */
const seedLength = 32;
const checkLength = 3;

const checkOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha256').update('sinergi/1/recovery-check').update(seed).digest().subarray(0, checkLength),
  );

export function newRecoverySeed(): Uint8Array {
  return new Uint8Array(randomBytes(seedLength));
}

export const printRecoveryKey = (seed: Uint8Array): string => printLetters(concat(seed, checkOf(seed)));

function seedIn(typed: string): Uint8Array | undefined {
  const bytes = readLetters(typed, seedLength + checkLength);
  if (bytes === undefined) return undefined;
  const seed = bytes.slice(0, seedLength);
  const fits = sameBytes(checkOf(seed), bytes.subarray(seedLength));
  wipe(bytes);
  if (fits) return seed;
  wipe(seed);
  return undefined;
}

/** @throws SinergiError `recovery-key-wrong` when it is too short, too long, or its check letters do not fit */
export function readRecoveryKey(typed: string): Uint8Array {
  const seed = seedIn(typed);
  if (seed === undefined) throw new SinergiError('recovery-key-wrong', { mistyped: true });
  return seed;
}

/** Whether what was typed is a whole recovery key, of whatever vault. */
export function isRecoveryKey(typed: string): boolean {
  const seed = seedIn(typed);
  if (seed !== undefined) wipe(seed);
  return seed !== undefined;
}

/** The key pairs a recovery key stands for: one to open the vault key's box, one to sign a new roster. */
export interface RecoveryKeys {
  readonly boxPrivate: Uint8Array;
  readonly boxPublic: Uint8Array;
  readonly signSeed: Uint8Array;
  readonly signPublic: Uint8Array;
}

export function recoveryKeys(seed: Uint8Array): RecoveryKeys {
  const boxPrivate = deriveKey(seed, new Uint8Array(0), 'sinergi/1/recovery/box');
  const signSeed = deriveKey(seed, new Uint8Array(0), 'sinergi/1/recovery/sign');
  return {
    boxPrivate,
    boxPublic: publicHalf('x25519', boxPrivate),
    signSeed,
    signPublic: publicHalf('ed25519', signSeed),
  };
}
