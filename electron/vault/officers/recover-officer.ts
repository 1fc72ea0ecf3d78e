import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, toBase64, wipe } from '../crypto/bytes.ts';
import { requireLength } from '../crypto/passphrase.ts';
import { type RecoveryKeys, recoveryKeys } from '../crypto/recovery-key.ts';
import type { HeaderBody, RosterOfficer } from '../format/header.ts';
import { boxVaultKey, openVaultKey } from '../format/keys.ts';
import { certify } from '../format/roster.ts';
import { loadVault } from '../load-vault.ts';
import { held, noted, type OpenedVault, type OpenOptions } from '../open-vault.ts';
import { nextRevision, saveHeader } from '../store/header-file.ts';
import { readmitted } from '../sources/source-holders.ts';
import { memberNamed, slotOf, withVaultKey } from '../unlocking.ts';
import { rolesOf, trustIn } from './members.ts';
import { type FreshKeys, freshKeys, sealSlot } from './new-officer.ts';
import { seedOf } from './recovery-pieces.ts';
import { type Draft, draftOf, signed, withMember } from './roster-draft.ts';

export interface RecoverOptions extends Omit<OpenOptions, 'passphrase'> {
  /** The key, or so many of its shares as are needed. */
  readonly recovery: readonly string[];
  readonly newPassphrase: string;
}

/**
 * Gives an officer a new passphrase and new keys by the recovery key, then opens. The keys given up still verify what was
 * signed with them; a key file is asked for no longer. A copy of the old header still opens with the old passphrase: `rotate`
 * ends what such a copy can read.
 *
 * @throws SinergiError `passphrase-short`, and as `seedOf` and `openVault`
 */
export async function openVaultWithRecoveryKey(options: RecoverOptions): Promise<OpenedVault> {
  const { recovery: typed, newPassphrase, officer: name, kdf, practice = false } = options;
  requireLength(newPassphrase);
  const opened = await held(options, 'changing', async (vault) => {
    const { files, paths, now, header } = vault;
    const { body, mac } = header;
    const seed = await seedOf(body, typed);
    const recovery = recoveryKeys(seed);
    wipe(seed);
    try {
      const vaultKey = vaultKeyBy(recovery, body);
      const old = memberNamed(body, name);
      const slot = slotOf(body, old, practice);
      const fresh = freshKeys(trustIn(body, { roots: [], refused: [] }));
      const officer = renewed(body, old, vaultKey, fresh);
      const { keyring, directory } = withVaultKey(body, mac, vaultKey, fresh.keys);
      const rostered = signed(vouched(withMember(draftOf(body), officer), officer, recovery), recovery.signSeed);
      const changed = readmitted(rostered, officer, recovery);
      const keys = { ...fresh.keys, ...trustIn(changed, { roots: [], refused: [] }) };
      const own = await sealSlot(body.vaultId, officer, keys, { passphrase: newPassphrase, kdf, like: slot.kdf });
      const slots = changed.slots.map((each) => (each.officerId === officer.id ? own : each));
      const next = nextRevision({ ...changed, slots }, now());
      await saveHeader(files, paths, vaultKey, next);
      return await loadVault({ ...vault, body: next, keyring, directory, officer, kdf });
    } finally {
      wipe(recovery.boxPrivate, recovery.signSeed);
    }
  });
  await noted(opened.vault, { action: 'vault.recover', entity: 'vault', entityId: opened.vault.vaultId });
  return opened;
}

function vaultKeyBy(recovery: RecoveryKeys, { roster, vaultId }: HeaderBody): Uint8Array {
  const vaultKey = openVaultKey(recovery.boxPrivate, roster.recovery.vaultKey, vaultId, roster.keyEpoch, 'recovery');
  if (vaultKey === undefined) throw new SinergiError('vault-damaged', { part: 'recovery' });
  return vaultKey;
}

/** The officer with new key pairs; the signing key given up is kept for the entries it signed. */
function renewed(
  { vaultId, roster }: HeaderBody,
  old: RosterOfficer,
  vaultKey: Uint8Array,
  { boxKey, signKey }: FreshKeys,
): RosterOfficer {
  return {
    ...old,
    status: 'active',
    boxKey: toBase64(boxKey),
    signKey: toBase64(signKey),
    retiredSignKeys: [...old.retiredSignKeys, old.signKey],
    vaultKey: boxVaultKey(vaultKey, vaultId, roster.keyEpoch, old.id, boxKey),
  };
}

/** The recovery key, which everybody believes, vouches for an administrator's new key, which nobody knows yet. */
function vouched(draft: Draft, officer: RosterOfficer, { signSeed, signPublic }: RecoveryKeys): Draft {
  if (!rolesOf(officer).includes('administrator')) return draft;
  const voucher = certify(draft.vaultId, fromBase64(officer.signKey), signSeed, signPublic);
  return { ...draft, roster: { ...draft.roster, certificates: [...draft.roster.certificates, voucher] } };
}
