import { createHash } from 'node:crypto';
import type { SealState } from '../../../shared/domain/audit.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { concat, readU32, sameBytes, u32, utf8 } from '../../vault/crypto/bytes.ts';
import { printLetters, readLetters } from '../../vault/crypto/crockford.ts';
import type { AuditEntry } from '../../vault/format/audit.ts';
import { canonicalBytes } from '../../vault/format/canonical.ts';

/** How many entries u32 ‖ day u16 ‖ 96 bits of the digest ‖ 16 check bits: eight groups of four letters. */
const digestLength = 12;
const checkLength = 2;
const wholeLength = 4 + 2 + digestLength + checkLength;

const dayLength = 86_400_000;
/** Days are counted from here in a code. */
const firstDay = Date.UTC(2020, 0, 1);

interface Sealed {
  readonly vaultId: string;
  readonly device: string;
  /** How many entries of the device's chain, and the hash of the last of them. */
  readonly count: number;
  readonly head: string;
  /** Since `firstDay`. */
  readonly day: number;
}

const u16 = (value: number): Uint8Array => u32(value).slice(2);
const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};
const digestOf = ({ vaultId, device, count, head, day }: Sealed): Uint8Array =>
  sha256(utf8('sinergi/1/audit-seal\0'), canonicalBytes({ vaultId, device, count, head, day })).slice(0, digestLength);
const checkOf = (bytes: Uint8Array): Uint8Array =>
  sha256(utf8('sinergi/1/audit-seal-check'), bytes).slice(0, checkLength);

/**
 * A code that stands for the trail as it is: kept outside the program, it tells later whether these entries are all still
 * there, unchanged. It gives away nothing but how many there are.
 *
 * @param entries of a sound trail, in order within each device; the chain of the last entry is sealed
 */
export function sealOf(vaultId: string, entries: readonly AuditEntry[], now: Date): { code: string; entries: number } {
  const last = entries.reduce<AuditEntry | undefined>(
    (latest, entry) => (latest === undefined || entry.stamp >= latest.stamp ? entry : latest),
    undefined,
  );
  if (last === undefined) throw new SinergiError('not-found');
  const { device, sequence: count, hash: head } = last;
  const day = Math.max(0, Math.floor((now.getTime() - firstDay) / dayLength));
  const bytes = concat(u32(count), u16(day), digestOf({ vaultId, device, count, head, day }));
  return { code: printLetters(concat(bytes, checkOf(bytes))), entries: count };
}

export interface SealVerdict {
  readonly state: SealState;
  /** How many entries were sealed. */
  readonly entries: number;
  /** When. */
  readonly day: string;
}

/**
 * @param firstBad the first entry that is not as it was signed, when there is one
 * @throws SinergiError `seal-wrong` when letters are missing or mistyped
 */
export function checkSeal(
  typed: string,
  vaultId: string,
  entries: readonly AuditEntry[],
  firstBad: { readonly sequence: number } | null,
): SealVerdict {
  const bytes = readLetters(typed, wholeLength);
  const body = bytes?.slice(0, wholeLength - checkLength);
  if (bytes === undefined || body === undefined || !sameBytes(checkOf(body), bytes.slice(body.length)))
    throw new SinergiError('seal-wrong');
  const count = readU32(body, 0);
  const day = readU32(concat(new Uint8Array(2), body.slice(4, 6)), 0);
  const digest = body.slice(6);
  const matching = entries
    .filter(({ sequence }) => sequence === count)
    .some(({ device, hash: head }) => sameBytes(digestOf({ vaultId, device, count, head, day }), digest));
  const longest = Math.max(0, ...new Set(entries.map(({ sequence }) => sequence)));
  const sound = firstBad === null || firstBad.sequence > count;
  return {
    state: matching ? (sound ? 'intact' : 'damaged') : longest < count ? 'shorter' : 'different',
    entries: count,
    day: new Date(firstDay + day * dayLength).toISOString().slice(0, 10),
  };
}
