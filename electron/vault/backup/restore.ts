import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { toHex } from '../crypto/bytes.ts';
import { folders, headerName, restoredName } from '../format/constants.ts';
import { readHeader } from '../format/header.ts';
import { rolesOf } from '../officers/members.ts';
import { noted, openVault, type OpenedVault, type OpenOptions } from '../open-vault.ts';
import type { Watch } from '../port.ts';
import { diskError, type Files, isMissing, nodeFiles } from '../store/files.ts';
import { unlock } from '../unlocking.ts';
import { verifyVault } from '../verifying/verify-vault.ts';
import { partOf } from './back-up.ts';
import { BackupStore } from './backup-store.ts';
import { isManifestOf, type Manifest, readManifest } from './manifest.ts';
import { digestOfManifest } from './restored-copy.ts';

export interface RestoreOptions extends Omit<OpenOptions, 'folder'>, Watch {
  readonly from: string;
  /** The new vault; nothing may be there. */
  readonly folder: string;
  /** The name of a backup; the newest when none is given. */
  readonly backup?: string;
  readonly mayRestore?: (roles: readonly OfficerRole[]) => boolean;
}

export interface Restored extends OpenedVault {
  readonly backup: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, hexadecimal. */
  readonly digest: string;
  readonly files: number;
  readonly frames: number;
}

/**
 * Puts a backup together in a place beside the new vault's, opens its header by the passphrase, checks the manifest with
 * its key, verifies everything, and only then gives it its name. What is there already is never touched. The manifest
 * stays with the vault.
 *
 * @throws SinergiError `vault-exists`, `backup-not-found`, `backup-damaged`, `not-allowed`, `cancelled`, and as `openVault`
 */
export async function restoreVault(options: RestoreOptions): Promise<Restored> {
  const files = options.files ?? nodeFiles();
  const folder = resolve(options.folder);
  if ((await entriesIn(files, folder)).length > 0) throw new SinergiError('vault-exists');
  const store = new BackupStore(files, resolve(options.from));
  const backup = options.backup ?? (await store.names())[0];
  if (backup === undefined || !(await store.names()).includes(backup)) throw new SinergiError('backup-not-found');
  const written = await store.manifestBytes(backup);
  const manifest = readManifest(written);
  if (manifest === undefined) throw new SinergiError('backup-damaged', { file: backup });
  const place = join(dirname(folder), `.restoring-${toHex(randomBytes(8))}.cvault`);
  try {
    await requireAuthentic(store, manifest, options);
    for (const inner of ['', ...Object.values(folders)]) await files.makeFolder(join(place, inner));
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const entry of manifest.files) {
      if (options.signal?.aborted === true) throw new SinergiError('cancelled');
      await files.create(partOf(place, entry.name), store.piecesOf(entry));
      options.progress?.((done += entry.bytes), total * 2);
    }
    await files.create(join(place, restoredName), [written]);
    const { anchors: _later, ...beforehand } = options;
    const report = await verifyVault({
      ...beforehand,
      folder: place,
      progress: (read, expected) => options.progress?.(total * (1 + read / expected), total * 2),
    });
    if (!report.ok) throw new SinergiError('backup-damaged', { file: report.problems[0]?.file ?? backup });
    await files.rename(place, folder);
    const opened = await openVault({ ...options, folder, vouched: true });
    const { vault } = opened;
    await noted(vault, { action: 'vault.restore', entity: 'vault', entityId: vault.vaultId, reason: backup });
    const digest = digestOfManifest(written);
    return { ...opened, backup, manifest, digest, files: report.files, frames: report.frames };
  } catch (cause) {
    await discard(files, place, manifest);
    throw diskError(cause);
  }
}

/** The header in the backup opens, and its vault's key wrote this manifest. */
async function requireAuthentic(store: BackupStore, manifest: Manifest, options: RestoreOptions): Promise<void> {
  const { passphrase, officer, kdf, practice = false, mayRestore } = options;
  const entry = manifest.files.find(({ name }) => name === headerName);
  const header = entry === undefined ? undefined : readHeader(await store.fileOf(entry));
  if (header?.state !== 'read' || header.body.vaultId !== manifest.vaultId)
    throw new SinergiError('backup-damaged', { file: headerName });
  const { body, mac } = header;
  const unlocked = await unlock({ body, mac, fromCopy: false }, passphrase, officer, kdf, practice);
  try {
    if (!isManifestOf(unlocked.keyring.vaultKey, manifest))
      throw new SinergiError('backup-damaged', { file: 'manifest' });
    if (mayRestore?.(rolesOf(unlocked.officer)) === false)
      throw new SinergiError('not-allowed', { verb: 'vault.restore' });
  } finally {
    unlocked.keyring.wipe();
  }
}

async function entriesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  }
}

/** Takes away copies only: every one of them is in the backup still. */
async function discard(files: Files, place: string, manifest: Manifest): Promise<void> {
  try {
    for (const { name } of manifest.files) await files.remove(partOf(place, name));
    await files.remove(join(place, restoredName));
    for (const inner of [...Object.values(folders), '']) await files.removeFolder(join(place, inner));
  } catch {
    // The failure that led here is the one reported.
  }
}
