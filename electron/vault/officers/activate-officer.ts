import { SinergiError } from '../../../shared/errors.ts';
import { toBase64, wipe } from '../crypto/bytes.ts';
import { readInvitationCode } from '../crypto/invitation-code.ts';
import { requireLength } from '../crypto/passphrase.ts';
import { boxVaultKey } from '../format/keys.ts';
import { activate } from '../format/roster.ts';
import { passphraseOf, type SlotSecret } from '../format/slot.ts';
import { loadVault } from '../load-vault.ts';
import { held, noted, type OpenedVault, type OpenOptions } from '../open-vault.ts';
import { nextRevision, saveHeader } from '../store/header-file.ts';
import { unlockInvitation } from '../unlocking.ts';
import { freshKeys, sealSlot } from './new-officer.ts';

export interface ActivateOptions extends Omit<OpenOptions, 'passphrase' | 'officer'> {
  readonly officer: string;
  readonly invitation: string;
  readonly newPassphrase: SlotSecret;
}

/**
 * Turns an invitation into an officer with keys of the officer's own, which the administrator who invited never had, and
 * opens the vault. The invitation is good for nothing afterwards.
 *
 * @throws SinergiError `invitation-wrong`, `passphrase-short`, `officer-unknown`, and as `openVault`
 */
export async function activateOfficer(options: ActivateOptions): Promise<OpenedVault> {
  const { officer: name, newPassphrase, kdf, practice = false } = options;
  const invitation = readInvitationCode(options.invitation);
  if (invitation === undefined) throw new SinergiError('invitation-wrong', { mistyped: true });
  requireLength(passphraseOf(newPassphrase));
  const opened = await held(options, 'changing', async (vault) => {
    const { files, paths, now, header } = vault;
    const { body } = header;
    const unlocked = await unlockInvitation(header, invitation, name, kdf, practice);
    const { officer, keys: invited, keyring, directory, slot, trust } = unlocked;
    const { keys, boxKey, signKey } = freshKeys(trust);
    const { vaultId, roster } = body;
    const made = { id: officer.id, boxKey: toBase64(boxKey), signKey: toBase64(signKey) };
    const vaultKey = boxVaultKey(keyring.vaultKey, vaultId, roster.keyEpoch, officer.id, boxKey);
    const activation = activate(
      vaultId,
      { officerId: officer.id, boxKey: made.boxKey, signKey: made.signKey, vaultKey },
      invited.signSeed,
    );
    const own = await sealSlot(vaultId, made, keys, { passphrase: newPassphrase, kdf, like: slot.kdf });
    const others = (body.activations ?? []).filter(({ officerId }) => officerId !== officer.id);
    const changed = nextRevision(
      {
        ...body,
        activations: [...others, activation],
        slots: body.slots.map((each) => (each.officerId === officer.id ? own : each)),
      },
      now(),
    );
    await saveHeader(files, paths, keyring.vaultKey, changed);
    wipe(invited.boxPrivate, invited.signSeed);
    const member = { ...officer, ...made, status: 'active', vaultKey } as const;
    return loadVault({
      ...vault,
      body: changed,
      keyring: keyring.heldBy(keys),
      directory,
      officer: member,
      kdf,
    });
  });
  const { officerId } = opened.vault.actor;
  await noted(opened.vault, { action: 'officer.activate', entity: 'officers', entityId: officerId });
  return opened;
}
