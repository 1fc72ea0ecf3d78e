import { createHash, randomBytes } from 'node:crypto';
import { concat, sameBytes } from './bytes.ts';
import { printLetters, readLetters } from './crockford.ts';

/** 104 random bits and 16 check bits, printed as six groups of four letters: good for one activation. */
const secretLength = 13;
const checkLength = 2;

const checkOf = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha256').update('sinergi/1/invitation-check').update(secret).digest().subarray(0, checkLength),
  );

export function newInvitationCode(): string {
  const secret = new Uint8Array(randomBytes(secretLength));
  return printLetters(concat(secret, checkOf(secret)));
}

/** The code as it was printed, whatever way it was typed, or `undefined` when letters are wrong or missing. */
export function readInvitationCode(typed: string): string | undefined {
  const bytes = readLetters(typed, secretLength + checkLength);
  if (bytes === undefined) return undefined;
  return sameBytes(checkOf(bytes.slice(0, secretLength)), bytes.slice(secretLength)) ? printLetters(bytes) : undefined;
}
