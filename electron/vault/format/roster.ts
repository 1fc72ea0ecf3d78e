import { fromBase64, toBase64 } from '../crypto/bytes.ts';
import { isSignedBy, signAs } from '../crypto/signing.ts';
import { canonicalBytes } from './canonical.ts';
import type { Activation, HeaderBody, Roster, RosterOfficer } from './header.ts';

export type UnsignedRoster = Omit<Roster, 'signedBy' | 'signature'>;

const signedContent = (vaultId: string, roster: UnsignedRoster): Uint8Array => canonicalBytes({ vaultId, ...roster });

export function signRoster(vaultId: string, roster: UnsignedRoster, seed: Uint8Array, signKey: Uint8Array): Roster {
  const signature = toBase64(signAs('roster', seed, signedContent(vaultId, roster)));
  return { ...roster, signedBy: toBase64(signKey), signature };
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

/** More keys than this a reader does not look at on the way to one it believes. */
const longestChain = 64;

/** Whom an officer believes: kept in the officer's own sealed keys, so that nobody without the passphrase can change it. */
export interface Trust {
  /** Signing keys of administrators and of the recovery key, as they were when the officer was last here. */
  readonly roots: readonly Uint8Array[];
  /** Keys that lost that right; nothing they sign is believed again. */
  readonly refused: readonly Uint8Array[];
}

/** Whether the roster is signed by somebody this officer believes, or by a key such a one has vouched for. */
export function isTrustedRoster(
  vaultId: string,
  { roster, activations = [] }: Pick<HeaderBody, 'roster' | 'activations'>,
  trust: Trust,
): boolean {
  const { signedBy, signature, ...content } = roster;
  if (!isSignedBy('roster', fromBase64(signedBy), signedContent(vaultId, content), fromBase64(signature))) return false;
  const roots = new Set(trust.roots.map(toBase64));
  const refused = new Set(trust.refused.map(toBase64));
  const certificates = [...roster.certificates, ...activations.flatMap((each) => voucherOf(roster, each))];
  const reached = [signedBy];
  for (const key of reached) {
    if (refused.has(key)) continue;
    if (roots.has(key)) return true;
    if (reached.length > longestChain) return false;
    for (const { by, signature: proof } of certificates.filter((each) => each.key === key))
      if (
        !reached.includes(by) &&
        isSignedBy('certificate', fromBase64(by), certified(vaultId, key), fromBase64(proof))
      )
        reached.push(by);
  }
  return false;
}

/** The certificate an activation amounts to: by the invitation's key, for the key that replaces it. */
export function voucherOf({ officers }: Pick<Roster, 'officers'>, activation: Activation): readonly Certificate[] {
  const invited = officers.find(({ id }) => id === activation.officerId);
  return invited === undefined
    ? []
    : [{ key: activation.signKey, by: invited.signKey, signature: activation.certificate }];
}

const activated = (vaultId: string, { officerId, boxKey, signKey }: Omit<Activation, ActivationProof>): Uint8Array =>
  canonicalBytes({ vaultId, officerId, boxKey, signKey });
type ActivationProof = 'vaultKey' | 'signature' | 'certificate';

/** @param invitation seed of the signing key the invitation came with */
export function activate(
  vaultId: string,
  keys: Omit<Activation, 'signature' | 'certificate'>,
  invitation: Uint8Array,
): Activation {
  const signature = toBase64(signAs('activation', invitation, activated(vaultId, keys)));
  const certificate = toBase64(signAs('certificate', invitation, certified(vaultId, keys.signKey)));
  return { ...keys, signature, certificate };
}

export const isActivationOf = (vaultId: string, invited: RosterOfficer, activation: Activation): boolean =>
  invited.status === 'invited' &&
  isSignedBy(
    'activation',
    fromBase64(invited.signKey),
    activated(vaultId, activation),
    fromBase64(activation.signature),
  );
