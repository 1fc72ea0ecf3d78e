import type { Input, Output, Progress } from '../../../shared/contract.ts';
import { officerNameSchema } from '../../../shared/domain/officer.ts';
import { isLongEnough, minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { may } from '../../../shared/domain/access.ts';
import type { RecoveryReading } from '../../../shared/domain/recovery.ts';
import type { VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { createVault } from '../../vault/create-vault.ts';
import { activateOfficer } from '../../vault/officers/activate-officer.ts';
import { openVaultWithRecoveryKey } from '../../vault/officers/recover-officer.ts';
import { readPieces } from '../../vault/officers/recovery-pieces.ts';
import { openVault, type OpenReport } from '../../vault/open-vault.ts';
import type { AnchorStore } from '../../vault/anchor/anchor-store.ts';
import { nodeFiles } from '../../vault/store/files.ts';
import { loadHeader } from '../../vault/store/header-file.ts';
import { pathsOf } from '../../vault/store/paths.ts';
import type { KeyDerivation } from '../../vault/crypto/key-derivation.ts';
import { verifyVault } from '../../vault/verifying/verify-vault.ts';
import type { Places } from '../policy/places.ts';
import type { PreferenceStore } from '../preferences.ts';
import type { Session } from '../session.ts';
import { withNewSecret, withSecret } from './key-files.ts';
import type { Readiness } from './readiness.ts';
import { backupStanding } from '../backup/media.ts';
import { markTraining } from '../training/mark.ts';
import { vaultCounts } from './vault-counts.ts';
import { holdsVault, requireFreeFolder } from './vault-folder.ts';

export interface Vaults {
  status(): Promise<Output<'vault.status'>>;
  /** @returns also the officer's identifier, which the command line shows */
  create(input: Input<'vault.create'>): Promise<Output<'vault.create'> & { officerId: string }>;
  open(input: Input<'vault.open'>): Promise<Output<'vault.open'>>;
  /** Says of typed shares whether they belong and how many are missing. @throws SinergiError as `loadHeader` */
  readRecovery(input: Input<'vault.readRecovery'>): Promise<RecoveryReading>;
  recover(input: Input<'vault.recover'>): Promise<Output<'vault.recover'>>;
  activate(input: Input<'vault.activate'>): Promise<Output<'vault.activate'>>;
  /** @throws SinergiError `vault-read-only` when the vault is damaged or not in doubt */
  accept(input: Input<'vault.accept'>): Promise<Output<'vault.accept'>>;
  info(): Promise<Output<'vault.info'>>;
  /** Reads a vault that is not open through, damaged or not. @throws SinergiError as `verifyVault` */
  verify(input: Input<'vault.open'>): Promise<VerifyReport>;
}

export interface VaultsOptions {
  readonly session: Session;
  readonly places: Places;
  readonly preferences: PreferenceStore;
  readonly kdf: KeyDerivation;
  readonly ready: Readiness;
  readonly progress: (payload: Progress) => void;
  readonly anchors: AnchorStore;
}

export function createVaults(options: VaultsOptions): Vaults {
  const { session, places, preferences, kdf, ready, progress, anchors } = options;
  const step = (name: 'deriving-key' | 'loading'): void =>
    progress({ task: 'unlock', step: name, done: 0, total: null, secondsLeft: null });

  function opened(report: OpenReport): Output<'vault.open'> {
    const vault = session.vault('own.session');
    preferences.set({ lastVault: vault.folder });
    return {
      officerName: vault.actor.name,
      cutOff: report.cutOff !== undefined,
      readOnly: vault.readOnly,
      doubted: vault.doubt !== undefined,
    };
  }

  function requireLocked(): void {
    if (session.isUnlocked()) throw new SinergiError('busy');
  }

  function requireNew(passphrase: string): void {
    requireLocked();
    if (!isLongEnough(passphrase)) throw new SinergiError('passphrase-short', { minimum: minimumPassphraseLength });
  }

  return {
    async status() {
      if (session.isUnlocked()) {
        const vault = session.vault('own.session');
        const { officerId, name, roles } = vault.actor;
        return {
          state: 'unlocked',
          folder: vault.folder,
          officerName: name,
          officerId,
          roles: [...roles],
          readOnly: vault.readOnly,
          doubt: vault.doubt ?? null,
        };
      }
      const { lastVault } = preferences.get();
      const there = lastVault !== null && (await holdsVault(lastVault));
      return {
        state: there ? 'locked' : 'none',
        folder: there ? lastVault : null,
        officerName: null,
        officerId: null,
        roles: [],
        readOnly: false,
        doubt: null,
      };
    },
    async create({ folder, officerName, passphrase, shares, keyFile, training }) {
      requireNew(passphrase);
      const name = officerNameSchema.safeParse(officerName);
      if (!name.success) throw new SinergiError('invalid-input', { field: 'officerName' });
      const place = await places.vault(folder);
      await requireFreeFolder(place);
      await ready();
      step('deriving-key');
      const made = await withNewSecret(passphrase, keyFile, folder, (secret) =>
        createVault({ folder: place, officerName: name.data, passphrase: secret, shares, kdf, anchors }),
      );
      session.begin(made.vault);
      if (training === true) await markTraining(session);
      preferences.set({ lastVault: made.vault.folder });
      return { vaultId: made.vault.vaultId, recovery: [...made.recovery], officerId: made.officerId };
    },
    async open({ folder, passphrase, officerName, keyFile }) {
      requireLocked();
      const place = await places.vault(folder);
      await ready();
      step('deriving-key');
      const { vault, report } = await withSecret(passphrase, keyFile, (secret) =>
        openVault({
          folder: place,
          passphrase: secret,
          kdf,
          anchors,
          ...(officerName === undefined ? {} : { officer: officerName }),
        }),
      );
      session.begin(vault);
      const tried = report.wrongPassphrases ?? 0;
      if (tried > 0) session.refused({ action: 'refused.passphrase', entity: 'vault', reason: String(tried) });
      return opened(report);
    },
    async readRecovery({ folder, pieces }) {
      const { body } = await loadHeader(nodeFiles(), pathsOf(await places.vault(folder)));
      return readPieces(body, pieces);
    },
    async recover({ folder, recovery, newPassphrase, officerName }) {
      requireNew(newPassphrase);
      const place = await places.vault(folder);
      await ready();
      step('deriving-key');
      const { vault, report } = await openVaultWithRecoveryKey({
        folder: place,
        recovery,
        newPassphrase,
        kdf,
        anchors,
        ...(officerName === undefined ? {} : { officer: officerName }),
      });
      session.begin(vault);
      return opened(report);
    },
    async activate({ folder, officerName, invitation, newPassphrase, keyFile }) {
      requireNew(newPassphrase);
      const place = await places.vault(folder);
      await ready();
      step('deriving-key');
      const { vault, report } = await withNewSecret(newPassphrase, keyFile, folder, (secret) =>
        activateOfficer({
          folder: place,
          officer: officerName,
          invitation,
          newPassphrase: secret,
          kdf,
          anchors,
        }),
      );
      session.begin(vault);
      return opened(report);
    },
    async accept({ reason }) {
      await session.vault('vault.accept').accept(reason);
      return {};
    },
    async verify({ folder, passphrase, officerName, keyFile }) {
      const place = await places.vault(folder);
      await ready();
      return await withSecret(passphrase, keyFile, (secret) =>
        verifyVault({
          folder: place,
          passphrase: secret,
          kdf,
          anchors,
          mayVerify: (roles) => may(roles, 'vault.verify'),
          ...(officerName === undefined ? {} : { officer: officerName }),
          progress: (done, total) => progress({ task: 'verify', step: 'reading', done, total, secondsLeft: null }),
        }),
      );
    },
    async info() {
      const vault = session.vault('vault.info');
      const { generation, bytes } = await vault.info();
      return {
        vaultId: vault.vaultId,
        folder: vault.folder,
        counts: vaultCounts({ document: vault.beyondNeedToKnow, visits: vault.visits }),
        generation,
        bytes,
        ...backupStanding(vault, Date.now()),
      };
    },
  };
}
