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

interface SlotSecrets {
  readonly wrap: Uint8Array;
  readonly commitment: Uint8Array;
}

/** AES-GCM does not commit to its key, so the slot holds a commitment of its own; it also tells a wrong passphrase from damage. */
async function slotSecrets(passphrase: string, kdf: Slot['kdf'], derivation: KeyDerivation): Promise<SlotSecrets> {
  const typed = passphraseBytes(passphrase);
  const salt = fromBase64(kdf.salt);
  const secret = await derivation.derive(typed, salt, kdf).finally(() => wipe(typed));
  try {
    return {
      wrap: deriveKey(secret, salt, 'sinergi/1/slot/wrap'),
      commitment: deriveKey(secret, salt, 'sinergi/1/slot/commitment'),
    };
  } finally {
    wipe(secret);
  }
}

export async function makeSlot(
  vaultId: string,
  officer: SlotOwner,
  keys: OfficerKeys,
  passphrase: string,
  derivation: KeyDerivation,
  kdfName: Slot['kdf']['name'],
  parameters: Argon2Parameters,
): Promise<Slot> {
  const { memoryKiB, passes, lanes } = parameters;
  const kdf = { name: kdfName, memoryKiB, passes, lanes, salt: toBase64(randomBytes(16)) };
  const { wrap, commitment } = await slotSecrets(passphrase, kdf, derivation);
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
  | { readonly state: 'passphrase-wrong' }
  | { readonly state: 'damaged' };

export async function openSlot(
  vaultId: string,
  officer: SlotOwner,
  slot: Slot,
  passphrase: string,
  derivation: KeyDerivation,
): Promise<SlotOpening> {
  const { wrap, commitment } = await slotSecrets(passphrase, slot.kdf, derivation);
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
