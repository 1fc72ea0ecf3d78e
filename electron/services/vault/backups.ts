import { resolve } from 'node:path';
import type { Progress } from '../../../shared/contract.ts';
import type { VaultCounts } from '../../../shared/contract/vault.ts';
import { may } from '../../../shared/domain/access.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { restoreVault } from '../../vault/backup/restore.ts';
import type { KeyDerivation } from '../../vault/crypto/key-derivation.ts';
import type { BackupReport } from '../../vault/port.ts';
import type { Session } from '../session.ts';
import type { Readiness } from './readiness.ts';
import { vaultCounts } from './vault-counts.ts';

export interface RestoreInput {
  readonly from: string;
  readonly folder: string;
  readonly passphrase: string;
  readonly officerName?: string;
  readonly backup?: string;
}

export interface RestoreReport {
  readonly vaultId: string;
  readonly backup: string;
  readonly at: string;
  readonly generation: number;
  readonly files: number;
  readonly frames: number;
  readonly counts: VaultCounts;
  readonly verified: true;
}

export interface Backups {
  /** @throws SinergiError `busy`, and as `backUp` */
  run(out: string, keep?: number): Promise<BackupReport>;
  cancel(): void;
  /** Leaves the restored vault locked. @throws SinergiError as `restoreVault` */
  restore(input: RestoreInput): Promise<RestoreReport>;
}

/** Backups that stay when nothing else is said. */
const usualKeep = 10;

export function createBackups(
  session: Session,
  kdf: KeyDerivation,
  ready: Readiness,
  progress: (payload: Progress) => void,
): Backups {
  let running: AbortController | null = null;
  return {
    async run(out, keep = usualKeep) {
      if (running !== null) throw new SinergiError('busy');
      const { signal } = (running = new AbortController());
      try {
        return await session.vault('vault.backup').backup(resolve(out), keep, {
          signal,
          progress: (done, total) => progress({ task: 'backup', step: 'writing', done, total, secondsLeft: null }),
        });
      } finally {
        running = null;
      }
    },
    cancel: () => running?.abort(),
    async restore({ from, folder, passphrase, officerName, backup }) {
      await ready();
      const restored = await restoreVault({
        from: resolve(from),
        folder: resolve(folder),
        passphrase,
        kdf,
        mayRestore: (roles) => may(roles, 'vault.restore'),
        ...(officerName === undefined ? {} : { officer: officerName }),
        ...(backup === undefined ? {} : { backup }),
      });
      const { vault, manifest, files, frames } = restored;
      try {
        const { vaultId, at, generation } = manifest;
        const counts = vaultCounts(vault);
        return { vaultId, backup: restored.backup, at, generation, files, frames, counts, verified: true };
      } finally {
        await vault.close();
      }
    },
  };
}
