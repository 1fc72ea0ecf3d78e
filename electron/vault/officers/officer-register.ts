import type { Id } from '../../../shared/domain/basics.ts';
import {
  type Officer,
  officerNameSchema,
  type OfficerRole,
  officerRolesSchema,
} from '../../../shared/domain/officer.ts';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { wipe } from '../crypto/bytes.ts';
import { newInvitationCode } from '../crypto/invitation-code.ts';
import type { KeyDerivation } from '../crypto/key-derivation.ts';
import { requireLength } from '../crypto/passphrase.ts';
import { type HeaderBody, officerLabel, type RosterOfficer, type Slot } from '../format/header.ts';
import { type Directory, sealDirectory } from '../format/keys.ts';
import { openSlot, passphraseOf, type SlotSecret } from '../format/slot.ts';
import { newId } from '../ids.ts';
import type { AuditNote, OfficerChanges, OwnLock } from '../port.ts';
import type { Keyring } from '../store/keyring.ts';
import { isAdministrator, membersOf, officersOf, trustIn } from './members.ts';
import { makeOfficer, sealSlot } from './new-officer.ts';
import { newRecovery } from './new-recovery.ts';
import { disabled, type Draft, draftOf, signed, withOfficer, withRecovery, withRoles } from './roster-draft.ts';

/** An open vault's header, as the register may change it: alone in the queue, noted in the audit trail, all or nothing. */
export interface HeaderDesk {
  header(): HeaderBody;
  keyring(): Keyring;
  directory(): Directory;
  readonly actorId: Id;
  readonly kdf: KeyDerivation;
  now(): number;
  rewrite(note: AuditNote, change: (current: HeaderBody) => HeaderBody): Promise<void>;
  /** As `rewrite`, with another vault key for everybody and a new data key; what is stored is sealed anew. */
  rekey(note: AuditNote, change: (current: Draft) => Draft): Promise<void>;
}

const noTrust = { roots: [], refused: [] };

/** Who may open the vault. Every change is signed by the administrator who makes it. */
export class OfficerRegister implements OfficerChanges {
  readonly #desk: HeaderDesk;

  constructor(desk: HeaderDesk) {
    this.#desk = desk;
  }

  list(): readonly Officer[] {
    return officersOf(this.#desk.header(), this.#desk.directory());
  }

  signKeys(id: Id): readonly string[] {
    const header = this.#desk.header();
    const known = [...membersOf(header), ...header.roster.officers].filter((officer) => officer.id === id);
    return [...new Set(known.flatMap(({ signKey, retiredSignKeys }) => [signKey, ...retiredSignKeys]))];
  }

  async add({ name, roles, passphrase }: Parameters<OfficerChanges['add']>[0]): ReturnType<OfficerChanges['add']> {
    const { kdf } = this.#desk;
    const [header, keyring] = [this.#desk.header(), this.#desk.keyring()];
    const called = officerNameSchema.safeParse(name);
    const parts = officerRolesSchema.safeParse(roles);
    if (!called.success || !parts.success)
      throw new SinergiError('invalid-input', { field: called.success ? 'roles' : 'name' });
    this.#requireAdministrator();
    this.#requireNameFree(called.data);
    if (passphrase !== undefined) requireLength(passphrase);
    const invitation = passphrase === undefined ? newInvitationCode() : undefined;
    const id = newId(this.#desk.now());
    const status = passphrase === undefined ? 'invited' : 'active';
    const { officer, slot } = await makeOfficer(
      header.vaultId,
      { id, name: called.data, roles: parts.data, status },
      keyring.vaultKey,
      header.roster.keyEpoch,
      trustIn(header, noTrust),
      { passphrase: passphrase ?? invitation ?? '', kdf, like: this.#ownSlot().kdf },
    );
    await this.#desk.rewrite({ action: 'officer.add', entity: 'officers', entityId: id }, (current) => {
      this.#requireAdministrator();
      this.#requireNameFree(called.data);
      if (current.roster.keyEpoch !== header.roster.keyEpoch) throw new SinergiError('conflict');
      const directory = { ...this.#desk.directory(), [id]: called.data };
      const draft = withOfficer(draftOf(current), officer, slot, keyring.signSeed);
      const sealed = sealDirectory(this.#desk.keyring().vaultKey, current.vaultId, directory);
      return signed({ ...draft, directory: sealed }, keyring.signSeed);
    });
    return { officer: { id, name: called.data, roles: parts.data, status }, invitation };
  }

  async setRoles(id: Id, roles: readonly OfficerRole[]): Promise<void> {
    const parts = officerRolesSchema.safeParse(roles);
    if (!parts.success) throw new SinergiError('invalid-input', { field: 'roles' });
    this.#requireAdministrator();
    if (id === this.#desk.actorId && !parts.data.includes('administrator')) throw new SinergiError('officer-self');
    const { signSeed } = this.#desk.keyring();
    await this.#desk.rewrite({ action: 'officer.roles', entity: 'officers', entityId: id }, (current) =>
      signed(withRoles(draftOf(current), id, parts.data, signSeed), signSeed),
    );
  }

  async disable(id: Id): Promise<void> {
    this.#requireAdministrator();
    if (id === this.#desk.actorId) throw new SinergiError('officer-self');
    // Refused before anything is written.
    disabled(draftOf(this.#desk.header()), id);
    await this.#desk.rekey({ action: 'officer.disable', entity: 'officers', entityId: id }, (draft) =>
      disabled(draft, id),
    );
  }

  async rotate(): Promise<void> {
    this.#requireAdministrator();
    const { vaultId } = this.#desk.header();
    await this.#desk.rekey({ action: 'vault.rotate', entity: 'vault', entityId: vaultId }, (draft) => draft);
  }

  recovery(): RecoverySplit | undefined {
    return this.#desk.header().roster.recovery.shares;
  }

  async renewRecovery(split: RecoverySplit | undefined): Promise<readonly string[]> {
    this.#requireAdministrator();
    const { vaultId } = this.#desk.header();
    const { signSeed } = this.#desk.keyring();
    const { keys, entry, texts } = await newRecovery(vaultId, split);
    wipe(keys.boxPrivate, keys.signSeed);
    await this.#desk.rekey({ action: 'vault.recovery-key', entity: 'vault', entityId: vaultId }, (draft) =>
      withRecovery(draft, entry, signSeed),
    );
    return texts;
  }

  ownLock(): OwnLock {
    const { memoryKiB, passes, keyFile } = this.#ownSlot().kdf;
    return { memoryKiB, passes, keyFile: keyFile !== undefined };
  }

  async changePassphrase(before: SlotSecret, after: SlotSecret): Promise<void> {
    requireLength(passphraseOf(after));
    const { kdf, actorId } = this.#desk;
    const header = this.#desk.header();
    const [own, slot] = [this.#own(), this.#ownSlot()];
    const opening = await openSlot(header.vaultId, own, slot, before, kdf);
    if (opening.state === 'damaged') throw new SinergiError('vault-damaged', { part: 'slot' });
    if (opening.state !== 'open') throw new SinergiError(opening.state);
    wipe(opening.wrap);
    const changed = await sealSlot(header.vaultId, own, opening.keys, { passphrase: after, kdf, like: slot.kdf });
    wipe(opening.keys.boxPrivate, opening.keys.signSeed);
    const note = { action: 'officer.passphrase', entity: 'officers', entityId: actorId } as const;
    await this.#desk.rewrite(note, (current) => ({ ...current, slots: replaced(current.slots, changed) }));
  }

  #own(): RosterOfficer {
    const own = membersOf(this.#desk.header()).find(({ id }) => id === this.#desk.actorId);
    if (own === undefined) throw new SinergiError('officer-unknown');
    return own;
  }

  #ownSlot(): Slot {
    const slot = this.#desk.header().slots.find(({ officerId }) => officerId === this.#desk.actorId);
    if (slot === undefined) throw new SinergiError('vault-damaged', { part: 'slot' });
    return slot;
  }

  /** A roster signed by anybody else would not be believed; this says so before it is written. */
  #requireAdministrator(): void {
    if (!isAdministrator(this.#own())) throw new SinergiError('not-allowed');
  }

  #requireNameFree(name: string): void {
    const label = officerLabel(this.#desk.header().vaultId, name);
    if (membersOf(this.#desk.header()).some((member) => member.label === label && member.status !== 'disabled'))
      throw new SinergiError('officer-exists');
  }
}

const replaced = (slots: readonly Slot[], slot: Slot): Slot[] =>
  slots.map((each) => (each.officerId === slot.officerId ? slot : each));
