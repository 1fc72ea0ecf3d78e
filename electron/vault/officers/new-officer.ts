import { randomBytes } from 'node:crypto';
import type { Id } from '../../../shared/domain/basics.ts';
import type { OfficerRole, OfficerStatus } from '../../../shared/domain/officer.ts';
import { toBase64, wipe } from '../crypto/bytes.ts';
import { type KeyDerivation, strengthOf, strongest } from '../crypto/key-derivation.ts';
import { publicHalf } from '../crypto/raw-keys.ts';
import { officerLabel, type RosterOfficer, type Slot } from '../format/header.ts';
import { boxVaultKey } from '../format/keys.ts';
import type { Trust } from '../format/roster.ts';
import { makeSlot, type OfficerKeys, type SlotSecret } from '../format/slot.ts';

/** Key pairs nobody has had before. */
export interface FreshKeys {
  readonly keys: OfficerKeys;
  readonly boxKey: Uint8Array;
  readonly signKey: Uint8Array;
}

export function freshKeys(trust: Trust): FreshKeys {
  const boxPrivate = new Uint8Array(randomBytes(32));
  const signSeed = new Uint8Array(randomBytes(32));
  return {
    keys: { boxPrivate, signSeed, roots: trust.roots, refused: trust.refused },
    boxKey: publicHalf('x25519', boxPrivate),
    signKey: publicHalf('ed25519', signSeed),
  };
}

/** How a slot is sealed: never weaker than `like`, and weak only where that is a vault for tests. */
export interface Sealing {
  readonly passphrase: SlotSecret;
  readonly kdf: KeyDerivation;
  readonly like: Slot['kdf'];
}

export async function sealSlot(
  vaultId: Id,
  owner: Pick<RosterOfficer, 'id' | 'boxKey' | 'signKey'>,
  keys: OfficerKeys,
  { passphrase, kdf, like }: Sealing,
): Promise<Slot> {
  const parameters = like.name === 'argon2id-practice' ? like : strongest(like, await strengthOf(kdf));
  return makeSlot(vaultId, owner, keys, passphrase, kdf, like.name, parameters);
}

export interface NewOfficer {
  readonly id: Id;
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  readonly status: Exclude<OfficerStatus, 'disabled'>;
}

/** An officer's entry in the roster and the slot that goes with it. */
export async function makeOfficer(
  vaultId: Id,
  { id, name, roles, status }: NewOfficer,
  vaultKey: Uint8Array,
  keyEpoch: number,
  trust: Trust,
  sealing: Sealing,
): Promise<{ readonly officer: RosterOfficer; readonly slot: Slot }> {
  const { keys, boxKey, signKey } = freshKeys(trust);
  const officer: RosterOfficer = {
    id,
    roles: [...roles],
    status,
    label: officerLabel(vaultId, name),
    boxKey: toBase64(boxKey),
    signKey: toBase64(signKey),
    retiredSignKeys: [],
    vaultKey: boxVaultKey(vaultKey, vaultId, keyEpoch, id, boxKey),
  };
  try {
    return { officer, slot: await sealSlot(vaultId, officer, keys, sealing) };
  } finally {
    wipe(keys.boxPrivate, keys.signSeed);
  }
}
