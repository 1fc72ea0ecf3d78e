import { createHash, randomBytes } from 'node:crypto';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, sameBytes, wipe } from './bytes.ts';
import { deriveKey } from './hkdf.ts';
import { publicHalf } from './raw-keys.ts';

/**
 * 256 random bits and 24 check bits, printed as 14 groups of four in Crockford's base 32 (no I, L, O, U).
 * Typed back in any case, with or without separators; O is read as 0, I and L as 1.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const seedLength = 32;
const checkLength = 3;
const letters = ((seedLength + checkLength) * 8) / 5;

const checkOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha256').update('sinergi/1/recovery-check').update(seed).digest().subarray(0, checkLength),
  );

export function newRecoverySeed(): Uint8Array {
  return new Uint8Array(randomBytes(seedLength));
}

export function printRecoveryKey(seed: Uint8Array): string {
  let bits = 0n;
  for (const byte of concat(seed, checkOf(seed))) bits = (bits << 8n) | BigInt(byte);
  const digits = Array.from({ length: letters }, (_, position) => {
    const shift = BigInt((letters - 1 - position) * 5);
    return alphabet.charAt(Number((bits >> shift) & 31n));
  }).join('');
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/** @throws SinergiError `recovery-key-wrong` when it is too short, too long, or its check letters do not fit */
export function readRecoveryKey(typed: string): Uint8Array {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = Array.from(digits, (digit) => alphabet.indexOf(digit));
  if (values.length !== letters || values.includes(-1))
    throw new SinergiError('recovery-key-wrong', { mistyped: true });
  let bits = 0n;
  for (const value of values) bits = (bits << 5n) | BigInt(value);
  const bytes = new Uint8Array(seedLength + checkLength);
  for (let position = bytes.length - 1; position >= 0; position -= 1) {
    bytes[position] = Number(bits & 255n);
    bits >>= 8n;
  }
  const seed = bytes.slice(0, seedLength);
  if (!sameBytes(checkOf(seed), bytes.slice(seedLength))) {
    wipe(bytes, seed);
    throw new SinergiError('recovery-key-wrong', { mistyped: true });
  }
  wipe(bytes);
  return seed;
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
