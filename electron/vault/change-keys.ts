import { randomBytes } from 'node:crypto';
import { SinergiError } from '../../shared/errors.ts';
import { toBase64, wipe } from './crypto/bytes.ts';
import { type Argon2Parameters, type KeyDerivation, settingFloor } from './crypto/key-derivation.ts';
import { requireLength } from './crypto/passphrase.ts';
import { publicHalf } from './crypto/raw-keys.ts';
import { readRecoveryKey, type RecoveryKeys, recoveryKeys } from './crypto/recovery-key.ts';
import type { HeaderBody, RosterOfficer, Slot } from './format/header.ts';
import { boxVaultKey, openVaultKey } from './format/keys.ts';
import { certify, signRoster } from './format/roster.ts';
import { makeSlot, type OfficerKeys } from './format/slot.ts';
import { loadVault } from './load-vault.ts';
import { held, type HeldVault, type OpenedVault, type OpenOptions } from './open-vault.ts';
import { saveHeader } from './store/header-file.ts';
import { isRecoveryKeyOf, unlock, withVaultKey } from './unlocking.ts';

export interface ChangePassphraseOptions extends OpenOptions {
  readonly newPassphrase: string;
}

/**
 * Seals an officer's keys by another passphrase, then opens. The vault must be locked. A copy of the old header still
 * opens with the old passphrase: who may have both needs a new vault key.
 *
 * @throws SinergiError `passphrase-short`, and as `openVault`
 */
export async function changePassphrase(options: ChangePassphraseOptions): Promise<OpenedVault> {
  const { passphrase, newPassphrase, officer: name, kdf, practice = false } = options;
  requireLength(newPassphrase);
  const opened = await held(options, 'changing', async (vault) => {
    const { body } = vault.header;
    const { officer, keys, keyring, directory } = await unlock(vault.header, passphrase, name, kdf, practice);
    const slot = await slotLike(body, officer, keys, newPassphrase, kdf);
    const changed = await save(vault, keyring.vaultKey, { ...body, slots: replaced(body.slots, slot) });
    return loadVault({ ...vault, body: changed, keyring, directory, officer });
  });
  await opened.vault.note({ action: 'vault.passphrase', entity: 'vault', entityId: opened.vault.vaultId });
  return opened;
}

export interface RecoverOptions extends Omit<OpenOptions, 'passphrase' | 'officer'> {
  readonly recoveryKey: string;
  readonly newPassphrase: string;
}

/**
 * Gives the first officer a new passphrase and new keys by the recovery key, then opens. The keys given up still verify
 * what was signed with them.
 *
 * @throws SinergiError `recovery-key-wrong`, `passphrase-short`, and as `openVault`
 */
export async function openVaultWithRecoveryKey(options: RecoverOptions): Promise<OpenedVault> {
  const { recoveryKey, newPassphrase, kdf, practice = false } = options;
  requireLength(newPassphrase);
  const seed = readRecoveryKey(recoveryKey);
  const recovery = recoveryKeys(seed);
  wipe(seed);
  const opened = await held(options, 'changing', async (vault) => {
    const { body, mac } = vault.header;
    const vaultKey = vaultKeyBy(recovery, body);
    const old = body.roster.officers.find((officer) => officer.status === 'active');
    if (old === undefined) throw new SinergiError('officer-unknown');
    requireSameKindOfVault(body, old, practice);
    const { officer, keys } = renewed(body, old, vaultKey, recovery);
    const { keyring, directory } = withVaultKey(body, mac, vaultKey, keys.signSeed);
    const slot = await slotLike(body, officer, keys, newPassphrase, kdf);
    const changed = await save(vault, vaultKey, {
      ...body,
      roster: rosterWith(body, officer, keys.signSeed, recovery),
      slots: replaced(body.slots, slot),
    });
    return loadVault({ ...vault, body: changed, keyring, directory, officer });
  }).finally(() => wipe(recovery.boxPrivate, recovery.signSeed));
  await opened.vault.note({ action: 'vault.recover', entity: 'vault', entityId: opened.vault.vaultId });
  return opened;
}

function vaultKeyBy(recovery: RecoveryKeys, { roster, vaultId }: HeaderBody): Uint8Array {
  if (!isRecoveryKeyOf(roster, recovery.boxPublic)) throw new SinergiError('recovery-key-wrong');
  const vaultKey = openVaultKey(recovery.boxPrivate, roster.recovery.vaultKey, vaultId, roster.keyEpoch, 'recovery');
  if (vaultKey === undefined) throw new SinergiError('vault-damaged', { part: 'recovery' });
  return vaultKey;
}

function requireSameKindOfVault(body: HeaderBody, { id }: RosterOfficer, practice: boolean): void {
  const slot = body.slots.find(({ officerId }) => officerId === id);
  if (slot === undefined || (slot.kdf.name === 'argon2id-practice') !== practice)
    throw new SinergiError('vault-damaged', { part: 'kdf' });
}

/** The officer with new key pairs; the signing key given up is kept for the entries it signed. */
function renewed(
  { vaultId, roster }: HeaderBody,
  old: RosterOfficer,
  vaultKey: Uint8Array,
  recovery: RecoveryKeys,
): { readonly officer: RosterOfficer; readonly keys: OfficerKeys } {
  const boxPrivate = new Uint8Array(randomBytes(32));
  const signSeed = new Uint8Array(randomBytes(32));
  const boxKey = publicHalf('x25519', boxPrivate);
  const signKey = publicHalf('ed25519', signSeed);
  const officer: RosterOfficer = {
    ...old,
    boxKey: toBase64(boxKey),
    signKey: toBase64(signKey),
    retiredSignKeys: [...old.retiredSignKeys, old.signKey],
    vaultKey: boxVaultKey(vaultKey, vaultId, roster.keyEpoch, old.id, boxKey),
  };
  return { officer, keys: { boxPrivate, signSeed, roots: [signKey, recovery.signPublic] } };
}

/** Signed by the recovery key, which every officer trusts, and vouching for the new key, which none knows yet. */
function rosterWith(
  { vaultId, roster }: HeaderBody,
  officer: RosterOfficer,
  signSeed: Uint8Array,
  { signSeed: recoverySeed, signPublic }: RecoveryKeys,
): HeaderBody['roster'] {
  const voucher = certify(vaultId, publicHalf('ed25519', signSeed), recoverySeed, signPublic);
  const officers = roster.officers.map((each) => (each.id === officer.id ? officer : each));
  const certificates = [...roster.certificates, voucher];
  const { keyEpoch, recovery } = roster;
  return signRoster(vaultId, { keyEpoch, officers, recovery, certificates }, recoverySeed, signPublic);
}

/** A slot as strong as the one it replaces, and never weaker than the floor. */
async function slotLike(
  { slots, vaultId }: HeaderBody,
  officer: RosterOfficer,
  keys: OfficerKeys,
  passphrase: string,
  kdf: KeyDerivation,
): Promise<Slot> {
  const before = slots.find(({ officerId }) => officerId === officer.id)?.kdf;
  const name = before?.name ?? 'argon2id';
  const parameters = name === 'argon2id-practice' && before !== undefined ? before : strongest(before);
  return makeSlot(vaultId, officer, keys, passphrase, kdf, name, parameters);
}

const strongest = (before: Argon2Parameters = settingFloor): Argon2Parameters => ({
  memoryKiB: Math.max(before.memoryKiB, settingFloor.memoryKiB),
  passes: Math.max(before.passes, settingFloor.passes),
  lanes: Math.max(before.lanes, settingFloor.lanes),
});

const replaced = (slots: readonly Slot[], slot: Slot): Slot[] =>
  slots.map((each) => (each.officerId === slot.officerId ? slot : each));

async function save({ files, paths, now }: HeldVault, vaultKey: Uint8Array, body: HeaderBody): Promise<HeaderBody> {
  const changed = { ...body, revision: body.revision + 1, writtenAt: new Date(now()).toISOString() };
  await saveHeader(files, paths, vaultKey, changed);
  return changed;
}
