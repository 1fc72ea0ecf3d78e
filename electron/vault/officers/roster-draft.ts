import type { Id } from '../../../shared/domain/basics.ts';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64 } from '../crypto/bytes.ts';
import { publicHalf } from '../crypto/raw-keys.ts';
import type { HeaderBody, Roster, RosterOfficer, Slot } from '../format/header.ts';
import { boxVaultKey, type Directory, sealDataKey, sealDirectory } from '../format/keys.ts';
import { certify, signRoster, type UnsignedRoster, voucherOf } from '../format/roster.ts';
import type { Keyring } from '../store/keyring.ts';
import { withoutSourceBox } from '../sources/source-holders.ts';
import { isAdministrator, membersOf, rolesOf } from './members.ts';

/** A header whose roster is being changed; `signed` ends it. */
export type Draft = Omit<HeaderBody, 'roster' | 'activations'> & { readonly roster: UnsignedRoster };

/** Takes activated officers into the roster itself. Their invitations' keys sign nothing any more. */
export function draftOf(body: HeaderBody): Draft {
  const { activations = [], roster, ...rest } = body;
  const { signedBy: _by, signature: _signature, ...content } = roster;
  const members = membersOf(body);
  const used = activations.filter(({ officerId }) =>
    members.some(({ id, status }) => id === officerId && status === 'active'),
  );
  const vouchers = used.flatMap((each) => voucherOf(roster, each));
  const certified = new Set(roster.certificates.map(({ key }) => key));
  // Only a key that was vouched for itself can vouch for the next.
  const certificates = [...roster.certificates, ...vouchers.filter(({ by }) => certified.has(by))];
  return { ...rest, roster: { ...content, officers: [...members], certificates } };
}

export const signed = (draft: Draft, seed: Uint8Array): HeaderBody => ({
  ...draft,
  roster: signRoster(draft.vaultId, draft.roster, seed, publicHalf('ed25519', seed)),
});

export function withOfficer(draft: Draft, officer: RosterOfficer, slot: Slot, seed: Uint8Array): Draft {
  const roster = { ...draft.roster, officers: [...draft.roster.officers, officer] };
  const added = { ...draft, roster, slots: [...draft.slots, slot] };
  return rolesOf(officer).includes('administrator') ? vouchedFor(added, officer.signKey, seed) : added;
}

/** @throws SinergiError `officer-unknown`, `last-administrator` */
export function withRoles(draft: Draft, id: Id, roles: readonly OfficerRole[], seed: Uint8Array): Draft {
  const before = memberOf(draft, id);
  const { role: _legacy, ...kept } = before;
  const rostered = withMember(draft, { ...kept, roles: [...roles] });
  const changed = roles.includes('source-handler') ? rostered : withoutSourceBox(rostered, id);
  const [was, is] = [rolesOf(before), roles].map((each) => each.includes('administrator'));
  if (was === is) return changed;
  return is ? vouchedFor(changed, before.signKey, seed) : withdrawn(changed, before.signKey);
}

/**
 * Without slot and box: the passphrase opens nothing any more. The signing key stays, for what it signed.
 *
 * @throws SinergiError `officer-unknown`, `last-administrator`
 */
export function disabled(draft: Draft, id: Id): Draft {
  const { vaultKey: _box, ...officer } = memberOf(draft, id);
  const changed = withoutSourceBox(withMember(draft, { ...officer, status: 'disabled' }), id);
  const without = { ...changed, slots: changed.slots.filter(({ officerId }) => officerId !== id) };
  return rolesOf(officer).includes('administrator') ? withdrawn(without, officer.signKey) : without;
}

/** Everybody's box under another vault key, and the data keys with a new one that writes from now on. */
export function rekeyed(draft: Draft, keyring: Keyring, directory: Directory): Draft {
  const { vaultId, roster } = draft;
  const { vaultKey } = keyring;
  const keyEpoch = roster.keyEpoch + 1;
  const officers = roster.officers.map((officer) =>
    officer.status === 'disabled'
      ? officer
      : { ...officer, vaultKey: boxVaultKey(vaultKey, vaultId, keyEpoch, officer.id, fromBase64(officer.boxKey)) },
  );
  const recoveryBox = boxVaultKey(vaultKey, vaultId, keyEpoch, 'recovery', fromBase64(roster.recovery.boxKey));
  return {
    ...draft,
    roster: { ...roster, keyEpoch, officers, recovery: { ...roster.recovery, vaultKey: recoveryBox } },
    ring: keyring.epochs.map(([epoch, dataKey]) => sealDataKey(vaultKey, vaultId, epoch, dataKey)),
    directory: sealDirectory(vaultKey, vaultId, directory),
  };
}

/** Another recovery key; the one before signs nothing any more. Its box is made when the vault key is changed with it. */
export function withRecovery(draft: Draft, entry: Omit<Roster['recovery'], 'vaultKey'>, seed: Uint8Array): Draft {
  const { recovery: before } = draft.roster;
  const recovery = { ...entry, vaultKey: before.vaultKey };
  const changed = { ...draft, roster: { ...draft.roster, recovery } };
  // Who was not here since knows only the key before, and the administrator who vouches for this one.
  return withdrawn(vouchedFor(changed, entry.signKey, seed), before.signKey);
}

function memberOf({ roster }: Draft, id: Id): RosterOfficer {
  const member = roster.officers.find((officer) => officer.id === id);
  if (member === undefined || member.status === 'disabled') throw new SinergiError('officer-unknown');
  return member;
}

/** @throws SinergiError `last-administrator` when nobody would be left to run the vault */
export function withMember(draft: Draft, member: RosterOfficer): Draft {
  const officers = draft.roster.officers.map((officer) => (officer.id === member.id ? member : officer));
  if (!officers.some(isAdministrator)) throw new SinergiError('last-administrator');
  return { ...draft, roster: { ...draft.roster, officers } };
}

function vouchedFor(draft: Draft, signKey: string, seed: Uint8Array): Draft {
  const certificate = certify(draft.vaultId, fromBase64(signKey), seed, publicHalf('ed25519', seed));
  const { certificates, withdrawn: gone = [] } = draft.roster;
  const kept = gone.filter((key) => key !== signKey);
  return { ...draft, roster: { ...draft.roster, certificates: [...certificates, certificate], withdrawn: kept } };
}

/** Certificates stay: whoever was not here since still needs them to reach the one who signed. */
function withdrawn(draft: Draft, signKey: string): Draft {
  const gone = new Set([...(draft.roster.withdrawn ?? []), signKey]);
  return { ...draft, roster: { ...draft.roster, withdrawn: [...gone] } };
}
