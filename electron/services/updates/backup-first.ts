import type { VaultPort } from '../../vault/port.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { backupStanding } from '../backup/media.ts';

const day = 86_400_000;

/**
 * What one version writes another may refuse to read: before the program changes, the vault at hand has a backup no older than a day.
 *
 * @throws SinergiError `update-backup-first`
 */
export function requireFreshBackup(vault: VaultPort, now: Date): void {
  const { lastBackup } = backupStanding(vault, now.getTime());
  if (lastBackup === null || now.getTime() - Date.parse(lastBackup) > day)
    throw new SinergiError('update-backup-first');
}
