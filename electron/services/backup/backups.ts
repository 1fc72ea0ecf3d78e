import { resolve } from 'node:path';
import { backupsKept } from '../../../shared/domain/backup.ts';
import type { VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { type BackupCheck, type BackupEntry, checkBackup, listBackups } from '../../vault/backup/list-backups.ts';
import type { BackupReport } from '../../vault/port.ts';
import type { Places } from '../policy/places.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { LongWork } from './long-work.ts';
import { rememberBackup } from './media.ts';

export interface Backups {
  /** To any folder, which is made when it is not there. @throws SinergiError `busy`, and as `Places.backup` and `backUp` */
  run(out: string, keep?: number): Promise<BackupReport>;
  /** To a medium that is remembered. @throws SinergiError `medium-missing` when what is there is not that medium */
  runTo(mediumId: string): Promise<BackupReport>;
  list(folder: string): Promise<readonly BackupEntry[]>;
  check(folder: string, backup: string): Promise<BackupCheck>;
  /** Reads the open vault through. @throws SinergiError `busy`, `cancelled` */
  verifyVault(): Promise<VerifyReport>;
  cancel(): void;
}

export function createBackups(session: Session, longWork: LongWork, places: Places): Backups {
  async function run(out: string, keep = backupsKept): Promise<BackupReport> {
    const folder = resolve(out);
    const vault = session.vault('vault.backup');
    await places.backup(folder);
    const report = await longWork.run('backup', 'copying', (watch) => vault.backup(folder, keep, watch));
    await rememberBackup(vault, folder, report);
    return report;
  }

  return {
    run,
    async runTo(mediumId) {
      const { folder, last } = find(session.vault('vault.backup'), 'backupMedia', mediumId);
      const there = await listBackups(folder);
      // Where a medium was pulled out an empty folder may be left; a backup into that would be one on this very disk.
      if (last !== undefined && there.length === 0) throw new SinergiError('medium-missing');
      return await run(folder);
    },
    list: (folder) => listBackups(folder),
    check: (folder, backup) => longWork.run('verify', 'checking', (watch) => checkBackup(folder, backup, watch)),
    verifyVault: () => longWork.run('verify', 'checking', (watch) => session.vault('vault.verify').examine(watch)),
    cancel: () => longWork.cancel(),
  };
}
