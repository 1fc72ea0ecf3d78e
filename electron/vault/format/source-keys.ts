import { boxTo, openBox } from '../crypto/box.ts';
import { seal, unseal } from '../crypto/aead.ts';
import { fromBase64, sameBytes, textOf, toBase64, utf8 } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { publicHalf } from '../crypto/raw-keys.ts';
import { isSignedBy, signAs } from '../crypto/signing.ts';
import { canonicalBytes } from './canonical.ts';
import { paddingStep } from './constants.ts';
import type { RosterOfficer, SourceKeys } from './header.ts';

/** Keys of the register of sources by epoch; the highest seals, all open. */
export type SourceKeyring = ReadonlyMap<number, Uint8Array>;

export type Holder = Pick<RosterOfficer, 'id' | 'boxKey'>;

const none = new Uint8Array(0);
const boxContext = (vaultId: string, epoch: number, receiver: string): string =>
  `sinergi/1/source-key/${vaultId}/${epoch}/${receiver}`;
const ringBinding = (vaultId: string, epoch: number): Uint8Array => utf8(`sinergi/1/source-key/${vaultId}/${epoch}`);
const commitmentOf = (key: Uint8Array): Uint8Array => deriveKey(key, none, 'sinergi/1/source/commitment');
const ringKeyOf = (key: Uint8Array): Uint8Array => deriveKey(key, none, 'sinergi/1/source/ring');
const contentKeyOf = (key: Uint8Array): Uint8Array => deriveKey(key, none, 'sinergi/1/source/content');

export const newestEpoch = (keys: SourceKeyring): number => Math.max(...keys.keys());

const statementOf = (
  vaultId: string,
  { epoch, holders, commitment, recoveryKey, recovery, ring }: Omit<SourceKeys, 'signedBy' | 'signature' | 'boxes'>,
): Uint8Array => canonicalBytes({ vaultId, epoch, holders, commitment, recoveryKey, recovery, ring });

function boxed(vaultId: string, epoch: number, key: Uint8Array, receiver: string, receiverKey: string) {
  const { ephemeral, sealed } = boxTo(fromBase64(receiverKey), key, boxContext(vaultId, epoch, receiver));
  return { ephemeral: toBase64(ephemeral), sealed: toBase64(sealed) };
}

/**
 * Gives the newest key to every holder and to the recovery key, and the older ones under it.
 *
 * @param recoveryKey the recovery key's public X25519 key
 * @param signSeed of a handler, or of the recovery key
 */
export function wrapSourceKeys(
  vaultId: string,
  keys: SourceKeyring,
  holders: readonly Holder[],
  recoveryKey: string,
  signSeed: Uint8Array,
): SourceKeys {
  const epoch = newestEpoch(keys);
  const key = keys.get(epoch);
  if (key === undefined) throw new RangeError('no key of sources');
  const content = {
    epoch,
    holders: holders.map(({ id }) => id),
    commitment: toBase64(commitmentOf(key)),
    recoveryKey,
    recovery: boxed(vaultId, epoch, key, 'recovery', recoveryKey),
    ring: [...keys]
      .filter(([each]) => each !== epoch)
      .map(([each, older]) => ({
        epoch: each,
        sealed: toBase64(seal(ringKeyOf(key), older, ringBinding(vaultId, each))),
      })),
  };
  return {
    ...content,
    signedBy: toBase64(publicHalf('ed25519', signSeed)),
    signature: toBase64(signAs('sources', signSeed, statementOf(vaultId, content))),
    boxes: holders.map(({ id, boxKey }) => ({ officerId: id, ...boxed(vaultId, epoch, key, id, boxKey) })),
  };
}

export const isSourceStatement = (vaultId: string, keys: SourceKeys): boolean =>
  isSignedBy('sources', fromBase64(keys.signedBy), statementOf(vaultId, keys), fromBase64(keys.signature));

/**
 * Every key of the register, for whoever holds the newest.
 *
 * @param receiver an officer's id, or `recovery`
 * @returns `undefined` when there is no box for the receiver, or it holds another key than the one committed to
 */
export function openSourceKeys(
  vaultId: string,
  { epoch, commitment, recovery, ring, boxes }: SourceKeys,
  ownPrivate: Uint8Array,
  receiver: string,
): SourceKeyring | undefined {
  const box = receiver === 'recovery' ? recovery : boxes.find(({ officerId }) => officerId === receiver);
  if (box === undefined) return undefined;
  const opened = { ephemeral: fromBase64(box.ephemeral), sealed: fromBase64(box.sealed) };
  const key = openBox(ownPrivate, opened, boxContext(vaultId, epoch, receiver));
  if (key === undefined || !sameBytes(commitmentOf(key), fromBase64(commitment))) return undefined;
  const keys = new Map([[epoch, key]]);
  for (const { epoch: each, sealed } of ring) {
    const older = unseal(ringKeyOf(key), fromBase64(sealed), ringBinding(vaultId, each));
    if (older === undefined) return undefined;
    keys.set(each, older);
  }
  return keys;
}

/** Where something sealed lies: what is sealed for one record does not open as another. */
export interface SealedPlace {
  readonly collection: string;
  readonly id: string;
}

const contentBinding = (vaultId: string, { collection, id }: SealedPlace, epoch: number): Uint8Array =>
  utf8(`sinergi/1/source/${vaultId}/${collection}/${id}/${epoch}`);

/** @returns base64; padded, so that its length tells little */
export function sealSourceText(keys: SourceKeyring, vaultId: string, place: SealedPlace, text: string) {
  const epoch = newestEpoch(keys);
  const key = keys.get(epoch);
  if (key === undefined) throw new RangeError('no key of sources');
  const bytes = utf8(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / paddingStep) * paddingStep).fill(0x20);
  padded.set(bytes);
  return { epoch, content: toBase64(seal(contentKeyOf(key), padded, contentBinding(vaultId, place, epoch))) };
}

/** @returns `undefined` when it was sealed by another key, or for another place */
export function openSourceText(
  keys: SourceKeyring,
  vaultId: string,
  place: SealedPlace,
  { epoch, content }: { readonly epoch: number; readonly content: string },
): string | undefined {
  const key = keys.get(epoch);
  if (key === undefined) return undefined;
  const text = unseal(contentKeyOf(key), fromBase64(content), contentBinding(vaultId, place, epoch));
  return text === undefined ? undefined : textOf(text);
}
