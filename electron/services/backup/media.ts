import { resolve } from 'node:path';
import { isBackupDue } from '../../../shared/domain/backup.ts';
import type { RecordOf } from '../../../shared/domain/document.ts';
import type { MediumRow } from '../../../shared/contract/backups.ts';
import type { BackupReport, VaultPort } from '../../vault/port.ts';
import type { Places } from '../policy/places.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';

/** Where backups go, by what officers call it. */
export interface Media {
  list(): readonly MediumRow[];
  /** A label that is known gets another folder. @throws SinergiError as `Places.backup` */
  remember(label: string, folder: string): Promise<MediumRow>;
  /** @throws SinergiError `not-found` */
  forget(id: string): Promise<void>;
}

type Medium = RecordOf<'backupMedia'>;

const rowOf = ({ id, label, folder, last }: Medium): MediumRow => ({
  id,
  label,
  folder,
  last: last === undefined ? null : { at: last.at, generation: last.generation, bytes: last.bytes },
});

const sameLabel = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** When this vault was last backed up, and whether it is time again. */
export function backupStanding(
  vault: Pick<VaultPort, 'document' | 'vaultId'>,
  now: number,
): { readonly lastBackup: string | null; readonly backupDue: boolean } {
  const moments = [...living(vault, 'backupMedia')].flatMap(({ last }) => (last === undefined ? [] : [last.at]));
  const lastBackup = moments.sort().at(-1) ?? null;
  return { lastBackup, backupDue: isBackupDue(vault.vaultId, lastBackup, settingsOf(vault).backupEveryDays, now) };
}

/** Remembers what was written where; a folder nobody gave a name is called by itself. */
export async function rememberBackup(vault: VaultPort, folder: string, report: BackupReport): Promise<void> {
  // A vault that can only be read keeps no memory of it; the backup itself is whole.
  if (vault.readOnly) return;
  const { at, backup: name, generation, bytes } = report;
  const last = { at, name, generation, bytes };
  const known = [...living(vault, 'backupMedia')].find((medium) => medium.folder === folder);
  const note = { action: 'vault.medium', entity: 'backupMedia' } as const;
  await vault.transact({ ...note, ...(known === undefined ? {} : { entityId: known.id }) }, (transaction) =>
    known === undefined
      ? transaction.create('backupMedia', { label: folder.slice(-60), folder, last })
      : transaction.change('backupMedia', known.id, known.version, { last }),
  );
}

export function createMedia(session: Session, places: Places): Media {
  const open = () => session.vault('vault.backup');
  return {
    list: () => [...living(open(), 'backupMedia')].map(rowOf).sort((a, b) => a.label.localeCompare(b.label)),
    async remember(label, chosen) {
      const vault = open();
      const folder = resolve(chosen);
      await places.backup(folder);
      const all = [...living(vault, 'backupMedia')];
      const known = all.find((medium) => sameLabel(medium.label, label)) ?? all.find((one) => one.folder === folder);
      const note = { action: 'vault.medium', entity: 'backupMedia' } as const;
      const made = await vault.transact(note, (transaction) =>
        known === undefined
          ? transaction.create('backupMedia', { label, folder })
          : transaction.change('backupMedia', known.id, known.version, { label, folder }),
      );
      return rowOf(made);
    },
    async forget(id) {
      const vault = open();
      const { version } = find(vault, 'backupMedia', id);
      await vault.transact({ action: 'vault.medium', entity: 'backupMedia', entityId: id }, (transaction) =>
        transaction.remove('backupMedia', id, version),
      );
    },
  };
}
