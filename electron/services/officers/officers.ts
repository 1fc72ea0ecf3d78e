import type { Input } from '../../../shared/contract.ts';
import type { Officer, OfficerRole } from '../../../shared/domain/officer.ts';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { SlotSecret } from '../../vault/format/slot.ts';
import type { OwnLock } from '../../vault/port.ts';
import type { Session } from '../session.ts';
import { keepSealed } from '../sources/sealed-records.ts';
import { withNewSecret, withSecret } from '../vault/key-files.ts';

/** Who may open the vault and as what. Failures are those of the vault's `OfficerChanges`. */
export interface Officers {
  list(): readonly Officer[];
  /** @returns an invitation code when no passphrase is given; it is shown once and kept nowhere */
  add(officer: {
    name: string;
    roles: readonly OfficerRole[];
    passphrase?: string | undefined;
  }): Promise<{ officer: Officer; invitation: string | null }>;
  setRoles(id: string, roles: readonly OfficerRole[]): Promise<Officer>;
  disable(id: string): Promise<Officer>;
  rotate(): Promise<void>;
  /** How the recovery key is kept: null in one piece. */
  recovery(): RecoverySplit | null;
  /** @returns the new key, or its shares; shown once and kept nowhere */
  renewRecovery(shares: RecoverySplit | undefined): Promise<readonly string[]>;
  ownLock(): OwnLock;
  /** @throws SinergiError as `withSecret` and `withNewSecret` */
  changePassphrase(change: Input<'officers.changePassphrase'>): Promise<void>;
  /** @throws SinergiError `officer-unknown` */
  named(name: string): Officer;
}

/** Another passphrase with the same key file, or with as little as before. */
const withPassphrase = (secret: SlotSecret, passphrase: string): SlotSecret =>
  typeof secret === 'string' ? passphrase : { ...secret, passphrase };

const plain = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

export function createOfficers(session: Session): Officers {
  /** An administrator who also handles sources takes their key along at once; else the next handler does. */
  async function followInSources(): Promise<void> {
    const vault = session.vault('own.session');
    if (vault.actor.roles.includes('source-handler') && vault.sources.state() === 'held') await keepSealed(vault);
  }

  const register = (verb: 'officers.list' | 'officers.manage' | 'vault.keys' | 'own.session') =>
    session.vault(verb).officers;

  function known(id: string): Officer {
    const officer = register('officers.list')
      .list()
      .find((each) => each.id === id);
    if (officer === undefined) throw new SinergiError('officer-unknown');
    return officer;
  }

  return {
    list: () => register('officers.list').list(),
    async add(officer) {
      const added = await register('officers.manage').add(officer);
      return { officer: added.officer, invitation: added.invitation ?? null };
    },
    async setRoles(id, roles) {
      await register('officers.manage').setRoles(id, roles);
      await followInSources();
      return known(id);
    },
    async disable(id) {
      await register('officers.manage').disable(id);
      await followInSources();
      return known(id);
    },
    rotate: async () => await register('vault.keys').rotate(),
    recovery: () => register('vault.keys').recovery() ?? null,
    renewRecovery: async (shares) => await register('vault.keys').renewRecovery(shares),
    ownLock: () => register('own.session').ownLock(),
    async changePassphrase({ before, keyFile, after, newKeyFile }) {
      const { officers, folder } = session.vault('own.session');
      await withSecret(before, keyFile, async (secret) => {
        if (newKeyFile.kind === 'same') return await officers.changePassphrase(secret, withPassphrase(secret, after));
        const path = newKeyFile.kind === 'make' ? newKeyFile.path : undefined;
        return await withNewSecret(after, path, folder, (fresh) => officers.changePassphrase(secret, fresh));
      });
    },
    named(name) {
      const bearers = register('officers.list')
        .list()
        .filter((officer) => plain(officer.name) === plain(name));
      const officer = bearers.find(({ status }) => status !== 'disabled') ?? bearers[0];
      if (officer === undefined) throw new SinergiError('officer-unknown');
      return officer;
    },
  };
}
