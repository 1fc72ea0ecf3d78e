import { SinergiError } from '../../shared/errors.ts';
import { fromBase64, sameBytes } from './crypto/bytes.ts';
import { type KeyDerivation, withinOpeningBounds } from './crypto/key-derivation.ts';
import {
  type HeaderBody,
  isHeaderOf,
  officerLabel,
  type Roster,
  type RosterOfficer,
  type Slot,
} from './format/header.ts';
import { type Directory, openDirectory, openRing, openVaultKey } from './format/keys.ts';
import { isTrustedRoster } from './format/roster.ts';
import { type OfficerKeys, openSlot } from './format/slot.ts';
import { Keyring } from './store/keyring.ts';
import type { StoredHeader } from './store/header-file.ts';

export interface Unlocked {
  readonly officer: RosterOfficer;
  readonly keys: OfficerKeys;
  readonly keyring: Keyring;
  readonly directory: Directory;
}

const damaged = (part: string): SinergiError => new SinergiError('vault-damaged', { part });

/** @throws SinergiError `officer-unknown`, `officer-required` */
function officerNamed(body: HeaderBody, name: string | undefined): { officer: RosterOfficer; slot: Slot } {
  const active = body.roster.officers.filter((officer) => officer.status === 'active');
  const label = name === undefined ? undefined : officerLabel(body.vaultId, name);
  const named = label === undefined ? active : active.filter((officer) => officer.label === label);
  const [officer, second] = named;
  if (officer === undefined) throw new SinergiError('officer-unknown');
  if (second !== undefined) throw new SinergiError('officer-required');
  const slot = body.slots.find(({ officerId }) => officerId === officer.id);
  if (slot === undefined) throw damaged('slot');
  return { officer, slot };
}

/** Tests make vaults with weak parameters, under a name of their own that nothing else opens. */
function requireKnownDerivation(slot: Slot, practice: boolean): void {
  if (slot.kdf.name === 'argon2id-practice' ? !practice : !withinOpeningBounds(slot.kdf)) throw damaged('kdf');
}

/**
 * From a passphrase to every key of the vault, each step checked before the next.
 *
 * @throws SinergiError `officer-unknown`, `officer-required`, `passphrase-wrong`, `vault-damaged`
 */
export async function unlock(
  { body, mac }: StoredHeader,
  passphrase: string,
  name: string | undefined,
  kdf: KeyDerivation,
  practice: boolean,
): Promise<Unlocked> {
  const { officer, slot } = officerNamed(body, name);
  requireKnownDerivation(slot, practice);
  const opening = await openSlot(body.vaultId, officer, slot, passphrase, kdf);
  if (opening.state === 'passphrase-wrong') throw new SinergiError('passphrase-wrong');
  if (opening.state === 'damaged') throw damaged('slot');
  const { keys } = opening;
  if (!isTrustedRoster(body.vaultId, body.roster, keys.roots)) throw damaged('roster');
  const box = officer.vaultKey;
  const vaultKey =
    box === undefined ? undefined : openVaultKey(keys.boxPrivate, box, body.vaultId, body.roster.keyEpoch, officer.id);
  if (vaultKey === undefined) throw damaged('vault key');
  return { officer, keys, ...withVaultKey(body, mac, vaultKey, keys.signSeed) };
}

/** What the vault key opens. @throws SinergiError `vault-damaged` */
export function withVaultKey(
  body: HeaderBody,
  mac: Uint8Array,
  vaultKey: Uint8Array,
  signSeed: Uint8Array,
): Pick<Unlocked, 'keyring' | 'directory'> {
  if (!isHeaderOf(vaultKey, body, mac)) throw damaged('header');
  const dataKeys = openRing(vaultKey, body.vaultId, body.ring);
  if (dataKeys === undefined) throw damaged('ring');
  const directory = openDirectory(vaultKey, body.vaultId, body.directory);
  if (directory === undefined) throw damaged('directory');
  return { keyring: new Keyring(vaultKey, signSeed, dataKeys), directory };
}

/** Whether the recovery key belongs to this vault, before anything is tried with it. */
export const isRecoveryKeyOf = (roster: Roster, boxPublic: Uint8Array): boolean =>
  sameBytes(fromBase64(roster.recovery.boxKey), boxPublic);
