import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../crypto/aead.ts';
import { concat, fromBase64, sameBytes, toBase64, wipe } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import type { Argon2Parameters, KeyDerivation } from '../crypto/key-derivation.ts';
import { passphraseBytes } from '../crypto/passphrase.ts';
import { canonicalBytes } from './canonical.ts';
import { formatVersion } from './constants.ts';
import type { RosterOfficer, Slot } from './header.ts';
import type { Trust } from './roster.ts';

/** An officer's own secrets. */
export interface OwnKeys {
  readonly boxPrivate: Uint8Array;
  readonly signSeed: Uint8Array;
}

/** With whom the officer believes. */
export interface OfficerKeys extends Trust, OwnKeys {}

/** What the sealed keys are bound to. */
const bindings = (vaultId: string, officer: SlotOwner, kdf: Slot['kdf']): Uint8Array =>
  canonicalBytes({
    for: 'sinergi/slot',
    format: formatVersion,
    vaultId,
    officer: officer.id,
    boxKey: officer.boxKey,
    signKey: officer.signKey,
    kdf,
  });

type SlotOwner = Pick<RosterOfficer, 'id' | 'boxKey' | 'signKey'>;

/** What opens a slot: a passphrase alone, or one together with the 32 bytes of a key file, which the caller wipes. */
export type SlotSecret = string | { readonly passphrase: string; readonly keyFile: Uint8Array };

export const passphraseOf = (secret: SlotSecret): string => (typeof secret === 'string' ? secret : secret.passphrase);
const keyFileOf = (secret: SlotSecret): Uint8Array | undefined =>
  typeof secret === 'string' ? undefined : secret.keyFile;

interface SlotSecrets {
  readonly wrap: Uint8Array;
  readonly commitment: Uint8Array;
}

/** By which a key file is told from others before the passphrase is tried; another for every slot. */
const keyFileMark = (keyFile: Uint8Array, salt: Uint8Array): Uint8Array =>
  deriveKey(keyFile, salt, 'sinergi/1/slot/key-file', 16);

/** AES-GCM does not commit to its key, so the slot holds a commitment of its own; it also tells a wrong passphrase from damage. */
async function slotSecrets(given: SlotSecret, kdf: Slot['kdf'], derivation: KeyDerivation): Promise<SlotSecrets> {
  const typed = passphraseBytes(passphraseOf(given));
  const salt = fromBase64(kdf.salt);
  const stretched = await derivation.derive(typed, salt, kdf).finally(() => wipe(typed));
  const keyFile = kdf.keyFile === undefined ? undefined : keyFileOf(given);
  const material = keyFile === undefined ? stretched : concat(stretched, keyFile);
  try {
    return {
      wrap: deriveKey(material, salt, 'sinergi/1/slot/wrap'),
      commitment: deriveKey(material, salt, 'sinergi/1/slot/commitment'),
    };
  } finally {
    wipe(stretched, material);
  }
}

export async function makeSlot(
  vaultId: string,
  officer: SlotOwner,
  keys: OfficerKeys,
  secret: SlotSecret,
  derivation: KeyDerivation,
  kdfName: Slot['kdf']['name'],
  parameters: Argon2Parameters,
): Promise<Slot> {
  const { memoryKiB, passes, lanes } = parameters;
  const salt = randomBytes(16);
  const keyFile = keyFileOf(secret);
  const kdf = {
    name: kdfName,
    memoryKiB,
    passes,
    lanes,
    salt: toBase64(salt),
    ...(keyFile === undefined ? {} : { keyFile: toBase64(keyFileMark(keyFile, salt)) }),
  };
  const { wrap, commitment } = await slotSecrets(secret, kdf, derivation);
  const sealedKeys = sealKeys(wrap, vaultId, officer, kdf, keys);
  wipe(wrap);
  return { officerId: officer.id, kdf, commitment: toBase64(commitment), sealedKeys };
}

/** No public key of this curve that anybody made is all zeros: between the roots and the refused, it parts them. */
const parting = new Uint8Array(32);

function sealKeys(
  wrap: Uint8Array,
  vaultId: string,
  officer: SlotOwner,
  kdf: Slot['kdf'],
  { boxPrivate, signSeed, roots, refused }: OfficerKeys,
): string {
  const content = concat(boxPrivate, signSeed, ...roots, ...(refused.length === 0 ? [] : [parting, ...refused]));
  const sealed = toBase64(seal(wrap, content, bindings(vaultId, officer, kdf)));
  wipe(content);
  return sealed;
}

/** The same slot with another trust in it. @param wrap as `openSlot` gave it */
export const resealSlot = (
  vaultId: string,
  officer: SlotOwner,
  slot: Slot,
  keys: OfficerKeys,
  wrap: Uint8Array,
): Slot => ({ ...slot, sealedKeys: sealKeys(wrap, vaultId, officer, slot.kdf, keys) });

export type SlotOpening =
  /** `wrap` seals the slot again without the passphrase; the caller wipes it. */
  | { readonly state: 'open'; readonly keys: OfficerKeys; readonly wrap: Uint8Array }
  | { readonly state: 'passphrase-wrong' | 'key-file-required' | 'key-file-wrong' }
  | { readonly state: 'damaged' };

export async function openSlot(
  vaultId: string,
  officer: SlotOwner,
  slot: Slot,
  secret: SlotSecret,
  derivation: KeyDerivation,
): Promise<SlotOpening> {
  const { kdf } = slot;
  const keyFile = keyFileOf(secret);
  if (kdf.keyFile !== undefined && keyFile === undefined) return { state: 'key-file-required' };
  if (kdf.keyFile !== undefined && keyFile !== undefined)
    if (!sameBytes(keyFileMark(keyFile, fromBase64(kdf.salt)), fromBase64(kdf.keyFile)))
      return { state: 'key-file-wrong' };
  const { wrap, commitment } = await slotSecrets(secret, kdf, derivation);
  if (!sameBytes(commitment, fromBase64(slot.commitment))) {
    wipe(wrap);
    return { state: 'passphrase-wrong' };
  }
  const content = unseal(wrap, fromBase64(slot.sealedKeys), bindings(vaultId, officer, slot.kdf));
  if (content === undefined || content.length < 96 || content.length % 32 !== 0) {
    wipe(wrap);
    return { state: 'damaged' };
  }
  const roots: Uint8Array[] = [];
  const refused: Uint8Array[] = [];
  let into = roots;
  for (let offset = 64; offset < content.length; offset += 32) {
    const key = content.slice(offset, offset + 32);
    if (sameBytes(key, parting)) into = refused;
    else into.push(key);
  }
  const keys = { boxPrivate: content.slice(0, 32), signSeed: content.slice(32, 64), roots, refused };
  wipe(content);
  return { state: 'open', keys, wrap };
}
