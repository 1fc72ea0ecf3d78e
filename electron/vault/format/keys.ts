import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { seal, unseal } from '../crypto/aead.ts';
import { fromBase64, textOf, toBase64, utf8, wipe } from '../crypto/bytes.ts';
import { boxTo, openBox } from '../crypto/box.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { canonicalBytes } from './canonical.ts';
import type { HeaderBody, Roster } from './header.ts';

type BoxText = Roster['recovery']['vaultKey'];
export type RingEntry = HeaderBody['ring'][number];

const context = (vaultId: string, keyEpoch: number, receiver: string): string =>
  `sinergi/1/vault-key/${vaultId}/${keyEpoch}/${receiver}`;

/** @param receiver an officer's id, or `recovery` */
export function boxVaultKey(
  vaultKey: Uint8Array,
  vaultId: string,
  keyEpoch: number,
  receiver: string,
  receiverKey: Uint8Array,
): BoxText {
  const box = boxTo(receiverKey, vaultKey, context(vaultId, keyEpoch, receiver));
  return { ephemeral: toBase64(box.ephemeral), sealed: toBase64(box.sealed) };
}

export function openVaultKey(
  ownPrivate: Uint8Array,
  box: BoxText,
  vaultId: string,
  keyEpoch: number,
  receiver: string,
): Uint8Array | undefined {
  const opened = { ephemeral: fromBase64(box.ephemeral), sealed: fromBase64(box.sealed) };
  return openBox(ownPrivate, opened, context(vaultId, keyEpoch, receiver));
}

const ringBinding = (vaultId: string, epoch: number): Uint8Array => utf8(`sinergi/1/data-key/${vaultId}/${epoch}`);
const derivedFrom = (vaultKey: Uint8Array, purpose: string): Uint8Array =>
  deriveKey(vaultKey, new Uint8Array(0), `sinergi/1/${purpose}`);

export function sealDataKey(vaultKey: Uint8Array, vaultId: string, epoch: number, dataKey: Uint8Array): RingEntry {
  const key = derivedFrom(vaultKey, 'ring');
  try {
    return { epoch, sealed: toBase64(seal(key, dataKey, ringBinding(vaultId, epoch))) };
  } finally {
    wipe(key);
  }
}

export const newDataKey = (): Uint8Array => new Uint8Array(randomBytes(32));

/** Data keys of every epoch, or `undefined` when one does not open. */
export function openRing(
  vaultKey: Uint8Array,
  vaultId: string,
  ring: readonly RingEntry[],
): Map<number, Uint8Array> | undefined {
  const key = derivedFrom(vaultKey, 'ring');
  const keys = new Map<number, Uint8Array>();
  for (const entry of ring) {
    const dataKey = unseal(key, fromBase64(entry.sealed), ringBinding(vaultId, entry.epoch));
    if (dataKey === undefined) return undefined;
    keys.set(entry.epoch, dataKey);
  }
  wipe(key);
  return keys;
}

const directorySchema = z.record(z.string(), z.string().max(400));
/** Officers' names by id. Sealed in the header because a name on a disk tells who works here. */
export type Directory = z.infer<typeof directorySchema>;

const directoryBinding = (vaultId: string): Uint8Array => utf8(`sinergi/1/directory/${vaultId}`);

export function sealDirectory(vaultKey: Uint8Array, vaultId: string, directory: Directory): string {
  const text = canonicalBytes(directory);
  const padded = new Uint8Array(Math.ceil(text.length / 256) * 256).fill(0x20);
  padded.set(text);
  return toBase64(seal(derivedFrom(vaultKey, 'directory'), padded, directoryBinding(vaultId)));
}

export function openDirectory(vaultKey: Uint8Array, vaultId: string, sealed: string): Directory | undefined {
  const text = unseal(derivedFrom(vaultKey, 'directory'), fromBase64(sealed), directoryBinding(vaultId));
  return text === undefined ? undefined : directorySchema.parse(JSON.parse(textOf(text)));
}
