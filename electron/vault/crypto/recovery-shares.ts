import { createHash } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import type { Id } from '../../../shared/domain/basics.ts';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, sameBytes, toHex, uuidBytes, wipe } from './bytes.ts';
import { printLetters, readLetters } from './crockford.ts';

/** needed and made 1 ‖ number 1 ‖ set 3 ‖ vault 3 ‖ share of the 32 bytes and where it lies 33; then 4 check bytes. */
const markLength = 3;
const contentLength = 2 + 2 * markLength + 33;
const checkLength = 4;

const checkOf = (content: Uint8Array): Uint8Array => digest('sinergi/1/share-check', content, checkLength);

const digest = (purpose: string, content: Uint8Array, length: number): Uint8Array =>
  new Uint8Array(createHash('sha256').update(purpose).update(content).digest().subarray(0, length));

/** Which shares belong together, from the public half of the recovery key they make up. */
const setMark = (boxPublic: Uint8Array): Uint8Array => digest('sinergi/1/share-set', boxPublic, markLength);
const vaultMark = (vaultId: Id): Uint8Array => uuidBytes(vaultId).slice(-markLength);

export interface RecoveryShare extends RecoverySplit {
  /** From 1 to `made`. */
  readonly number: number;
  /** Six hexadecimal digits: the last of the vault's identifier, and those of the set. */
  readonly vault: string;
  readonly set: string;
  readonly secret: Uint8Array;
}

/** Whether a share is one of this recovery key, and else of what it is one. */
export function shareFault(
  share: RecoveryShare,
  vaultId: Id,
  boxPublic: Uint8Array,
): 'share-other-vault' | 'share-other-set' | undefined {
  if (share.vault !== toHex(vaultMark(vaultId))) return 'share-other-vault';
  return share.set === toHex(setMark(boxPublic)) ? undefined : 'share-other-set';
}

/**
 * Splits by Shamir's scheme over GF(2^8) and tries two ways of putting it together again before anybody gets a share.
 *
 * @param seed 32 bytes; the caller wipes them
 * @returns `made` texts, each of 18 groups of four letters
 */
export async function splitSeed(
  seed: Uint8Array,
  { needed, made }: RecoverySplit,
  vaultId: Id,
  boxPublic: Uint8Array,
): Promise<readonly string[]> {
  const secrets = await split(seed, made, needed);
  try {
    for (const few of [secrets.slice(0, needed), secrets.slice(-needed)]) {
      const again = await combine(few);
      const same = sameBytes(again, seed);
      wipe(again);
      if (!same) throw new SinergiError('encryption-faulty', { primitive: 'Shamir' });
    }
    return secrets.map((secret, index) => {
      const head = Uint8Array.of(((needed - 1) << 4) | (made - 1), index + 1);
      const content = concat(head, setMark(boxPublic), vaultMark(vaultId), secret);
      const text = printLetters(concat(content, checkOf(content)));
      wipe(content);
      return text;
    });
  } finally {
    wipe(...secrets);
  }
}

/** Whatever way it was typed. @returns `undefined` when letters are wrong or missing */
export function readShare(typed: string): RecoveryShare | undefined {
  const bytes = readLetters(typed, contentLength + checkLength);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(0, contentLength);
  if (!sameBytes(checkOf(content), bytes.subarray(contentLength))) return undefined;
  const [counts = 0, number = 0] = content;
  const secret = content.slice(2 + 2 * markLength);
  const share = {
    needed: (counts >> 4) + 1,
    made: (counts & 15) + 1,
    number,
    set: toHex(content.subarray(2, 2 + markLength)),
    vault: toHex(content.subarray(2 + markLength, 2 + 2 * markLength)),
    secret,
  };
  wipe(bytes);
  return share;
}

/** @param shares at least as many as are needed, no two of one number; what comes of others is no key */
export const combineShares = (shares: readonly RecoveryShare[]): Promise<Uint8Array> =>
  combine(shares.map(({ secret }) => secret));
