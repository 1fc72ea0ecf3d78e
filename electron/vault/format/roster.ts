import { fromBase64, toBase64 } from '../crypto/bytes.ts';
import { isSignedBy, signAs } from '../crypto/signing.ts';
import { canonicalBytes } from './canonical.ts';
import type { Roster } from './header.ts';

type UnsignedRoster = Omit<Roster, 'signedBy' | 'signature'>;

const signedContent = (vaultId: string, roster: UnsignedRoster): Uint8Array => canonicalBytes({ vaultId, ...roster });

export function signRoster(vaultId: string, roster: UnsignedRoster, seed: Uint8Array, signKey: Uint8Array): Roster {
  const { keyEpoch, officers, recovery, certificates } = roster;
  const content = signedContent(vaultId, { keyEpoch, officers, recovery, certificates });
  return {
    keyEpoch,
    officers,
    recovery,
    certificates,
    signedBy: toBase64(signKey),
    signature: toBase64(signAs('roster', seed, content)),
  };
}

export type Certificate = Roster['certificates'][number];

const certified = (vaultId: string, key: string): Uint8Array => canonicalBytes({ vaultId, key });

/** `seed` vouches for `key`: whoever holds it may sign rosters. */
export function certify(vaultId: string, key: Uint8Array, seed: Uint8Array, signKey: Uint8Array): Certificate {
  const text = toBase64(key);
  return {
    key: text,
    by: toBase64(signKey),
    signature: toBase64(signAs('certificate', seed, certified(vaultId, text))),
  };
}

/** Longest chain of vouching a reader follows. */
const longestChain = 8;

/**
 * Whether the roster comes from somebody this officer trusts. The roots lie in the officer's own sealed keys, so that
 * nobody without the passphrase can put a vault of their own making under the officer's slot.
 */
export function isTrustedRoster(vaultId: string, roster: Roster, roots: readonly Uint8Array[]): boolean {
  const { signedBy, signature, ...content } = roster;
  if (!isSignedBy('roster', fromBase64(signedBy), signedContent(vaultId, content), fromBase64(signature))) return false;
  const rootTexts = new Set(roots.map(toBase64));
  let key = signedBy;
  for (let step = 0; step < longestChain; step += 1) {
    if (rootTexts.has(key)) return true;
    const wanted = key;
    const certificate = roster.certificates.find(
      (each) =>
        each.key === wanted &&
        isSignedBy('certificate', fromBase64(each.by), certified(vaultId, each.key), fromBase64(each.signature)),
    );
    if (certificate === undefined) return false;
    key = certificate.by;
  }
  return false;
}
