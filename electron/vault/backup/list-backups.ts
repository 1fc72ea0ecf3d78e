import { resolve } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';
import type { Watch } from '../port.ts';
import { type Files, nodeFiles } from '../store/files.ts';
import { BackupStore, momentOf } from './backup-store.ts';
import type { Manifest } from './manifest.ts';

/** `incomplete`: an object is missing or has another length; `unreadable`: the manifest is. */
export const backupStates = ['whole', 'incomplete', 'unreadable'] as const;

export interface BackupEntry {
  /** Its name among the backups of the folder. */
  readonly name: string;
  readonly at: string;
  readonly state: (typeof backupStates)[number];
  /** Null when the manifest cannot be read. */
  readonly vaultId: string | null;
  readonly generation: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * The backups of a folder, newest first. No key is needed and none is used: whether everything is there and has its
 * length is told, not who wrote it; that is found when one is restored.
 *
 * @throws SinergiError `disk-failed`, `permission-denied`
 */
export async function listBackups(from: string, files: Files = nodeFiles()): Promise<readonly BackupEntry[]> {
  const store = new BackupStore(files, resolve(from));
  const sizes = new Map<string, number | undefined>();
  const entries: BackupEntry[] = [];
  for (const name of await store.names()) {
    const manifest = await store.manifest(name);
    entries.push(
      manifest === undefined
        ? { name, at: momentOf(name), state: 'unreadable', vaultId: null, generation: 0, files: 0, bytes: 0 }
        : {
            name,
            at: manifest.at,
            state: (await isThere(store, manifest, sizes)) ? 'whole' : 'incomplete',
            vaultId: manifest.vaultId,
            generation: manifest.generation,
            files: manifest.files.length,
            bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
          },
    );
  }
  return entries;
}

/** Backups share objects, so each is looked at once. */
async function isThere(
  store: BackupStore,
  { files }: Manifest,
  sizes: Map<string, number | undefined>,
): Promise<boolean> {
  for (const { bytes, pieces } of files) {
    let sum = 0;
    for (const piece of pieces) {
      if (!sizes.has(piece)) sizes.set(piece, await store.sizeOf(piece));
      const size = sizes.get(piece);
      if (size === undefined) return false;
      sum += size;
    }
    if (sum !== bytes) return false;
  }
  return true;
}

export interface BackupCheck {
  readonly ok: boolean;
  readonly files: number;
  /** Names of the vault's files that cannot be put together from this backup. */
  readonly damaged: readonly string[];
}

/**
 * Reads every byte of one backup and compares it with what its manifest says.
 *
 * @throws SinergiError `backup-not-found`, `backup-damaged` when the manifest itself cannot be read, `disk-failed`, `cancelled`
 */
export async function checkBackup(
  from: string,
  name: string,
  watch: Watch,
  files: Files = nodeFiles(),
): Promise<BackupCheck> {
  const store = new BackupStore(files, resolve(from));
  if (!(await store.names()).includes(name)) throw new SinergiError('backup-not-found');
  const manifest = await store.manifest(name);
  if (manifest === undefined) throw new SinergiError('backup-damaged', { file: name });
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const damaged: string[] = [];
  let done = 0;
  for (const file of manifest.files) {
    if (watch.signal?.aborted === true) throw new SinergiError('cancelled');
    if (!(await store.isWhole(file))) damaged.push(file.name);
    watch.progress?.((done += file.bytes), total);
  }
  return { ok: damaged.length === 0, files: manifest.files.length, damaged };
}
