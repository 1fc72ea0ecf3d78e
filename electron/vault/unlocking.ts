import { SinergiError } from '../../shared/errors.ts';
import { wipe } from './crypto/bytes.ts';
import { type KeyDerivation, withinOpeningBounds } from './crypto/key-derivation.ts';
import { type HeaderBody, isHeaderOf, officerLabel, type RosterOfficer, type Slot } from './format/header.ts';
import { type Directory, openDirectory, openRing, openVaultKey } from './format/keys.ts';
import { isTrustedRoster, type Trust } from './format/roster.ts';
import { type OfficerKeys, openSlot, type OwnKeys, resealSlot, type SlotSecret } from './format/slot.ts';
import { isSameTrust, membersOf, trustIn } from './officers/members.ts';
import { Keyring } from './store/keyring.ts';
import type { StoredHeader } from './store/header-file.ts';

export interface Unlocked {
  readonly officer: RosterOfficer;
  readonly keys: OfficerKeys;
  readonly keyring: Keyring;
  readonly directory: Directory;
  readonly slot: Slot;
  /** Whom the officer believes from now on. */
  readonly trust: Trust;
  /** The slot with that trust in it, when it is another than the slot holds. */
  readonly renewedSlot: Slot | undefined;
}

const damaged = (part: string): SinergiError => new SinergiError('vault-damaged', { part });

/** Who is meant: the one of that name, or without a name the only one who can open the vault. */
export function memberNamed(body: HeaderBody, name: string | undefined): RosterOfficer {
  const members = membersOf(body);
  if (name === undefined) {
    const [only, second] = members.filter((member) => member.status === 'active');
    if (only === undefined) throw new SinergiError('officer-unknown');
    if (second !== undefined) throw new SinergiError('officer-required');
    return only;
  }
  const label = officerLabel(body.vaultId, name);
  const named = members.filter((member) => member.label === label);
  const member = named.find(({ status }) => status !== 'disabled') ?? named[0];
  if (member === undefined) throw new SinergiError('officer-unknown');
  if (member.status === 'disabled') throw new SinergiError('officer-disabled');
  return member;
}

/** Tests make vaults with weak parameters, under a name of their own that nothing else opens. */
export function slotOf(body: HeaderBody, { id }: RosterOfficer, practice: boolean): Slot {
  const slot = body.slots.find(({ officerId }) => officerId === id);
  if (slot === undefined) throw damaged('slot');
  if (slot.kdf.name === 'argon2id-practice' ? !practice : !withinOpeningBounds(slot.kdf)) throw damaged('kdf');
  return slot;
}

/**
 * From a passphrase to every key of the vault, each step checked before the next.
 *
 * @throws SinergiError `officer-unknown`, `officer-required`, `officer-disabled`, `officer-invited`, `key-file-required`,
 * `key-file-wrong`, `passphrase-wrong`, `vault-damaged`
 */
export async function unlock(
  header: StoredHeader,
  passphrase: SlotSecret,
  name: string | undefined,
  kdf: KeyDerivation,
  practice: boolean,
): Promise<Unlocked> {
  const officer = memberNamed(header.body, name);
  if (officer.status === 'invited') throw new SinergiError('officer-invited');
  return await unlockAs(header, officer, passphrase, kdf, practice);
}

/** As `unlock`, with the code of an invitation. @throws SinergiError `invitation-wrong` also when it was used already */
export async function unlockInvitation(
  header: StoredHeader,
  code: string,
  name: string,
  kdf: KeyDerivation,
  practice: boolean,
): Promise<Unlocked> {
  const officer = memberNamed(header.body, name);
  if (officer.status !== 'invited') throw new SinergiError('invitation-wrong');
  try {
    return await unlockAs(header, officer, code, kdf, practice);
  } catch (cause) {
    if (cause instanceof SinergiError && cause.code === 'passphrase-wrong') throw new SinergiError('invitation-wrong');
    throw cause;
  }
}

async function unlockAs(
  { body, mac }: StoredHeader,
  officer: RosterOfficer,
  passphrase: SlotSecret,
  kdf: KeyDerivation,
  practice: boolean,
): Promise<Unlocked> {
  const slot = slotOf(body, officer, practice);
  const opening = await openSlot(body.vaultId, officer, slot, passphrase, kdf);
  if (opening.state === 'damaged') throw damaged('slot');
  if (opening.state !== 'open') throw new SinergiError(opening.state);
  const { keys, wrap } = opening;
  try {
    if (!isTrustedRoster(body.vaultId, body, keys)) throw damaged('roster');
    const box = officer.vaultKey;
    const vaultKey =
      box === undefined
        ? undefined
        : openVaultKey(keys.boxPrivate, box, body.vaultId, body.roster.keyEpoch, officer.id);
    if (vaultKey === undefined) throw damaged('vault key');
    const opened = withVaultKey(body, mac, vaultKey, keys);
    const trust = trustIn(body, keys);
    const renewedSlot = isSameTrust(trust, keys)
      ? undefined
      : resealSlot(body.vaultId, officer, slot, { ...keys, ...trust }, wrap);
    return { officer, keys, ...opened, slot, trust, renewedSlot };
  } finally {
    wipe(wrap);
  }
}

/** What the vault key opens. @throws SinergiError `vault-damaged` */
export function withVaultKey(
  body: HeaderBody,
  mac: Uint8Array,
  vaultKey: Uint8Array,
  own: OwnKeys,
): Pick<Unlocked, 'keyring' | 'directory'> {
  if (!isHeaderOf(vaultKey, body, mac)) throw damaged('header');
  const dataKeys = openRing(vaultKey, body.vaultId, body.ring);
  if (dataKeys === undefined) throw damaged('ring');
  const directory = openDirectory(vaultKey, body.vaultId, body.directory);
  if (directory === undefined) throw damaged('directory');
  return { keyring: new Keyring(vaultKey, own, dataKeys), directory };
}
