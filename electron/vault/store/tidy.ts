import { join } from 'node:path';
import { folders } from '../format/constants.ts';
import { readPreamble } from '../format/frame.ts';
import type { HeaderBody } from '../format/header.ts';
import { blobsIn } from './blob-keeper.ts';
import { diskError, type Files, isMissing } from './files.ts';
import type { VaultPaths } from './paths.ts';
import type { VaultState } from './state.ts';

/**
 * Removes what a crash left of an import or a compaction that never became part of the vault: sealed files of this
 * device that nothing names. Called only when the vault is held, everything it names was read and nothing was damaged;
 * what another device made, and what is not a sealed file at all, stays.
 */
export async function tidy(files: Files, paths: VaultPaths, body: HeaderBody, state: VaultState): Promise<void> {
  const { snapshot, journals, previous } = body.files;
  const named = new Set([
    paths.snapshot(snapshot),
    ...journals.map(({ file }) => paths.journal(file)),
    ...(previous === undefined ? [] : [paths.snapshot(previous.snapshot)]),
    ...(previous?.journals ?? []).map(({ file }) => paths.journal(file)),
    ...state.segments.map(({ file }) => paths.segment(file)),
    ...[...state.retired, ...state.replaced].map((file) => paths.segment(file)),
    ...[...blobsIn(state.document).keys()].map((file) => paths.blob(file)),
  ]);
  try {
    await files.remove(paths.newHeader);
    for (const folder of [folders.data, folders.segments, folders.blobs])
      for (const name of await namesIn(files, join(paths.folder, folder))) {
        const path = join(paths.folder, folder, name);
        if (!named.has(path) && (await isOurs(files, path, body.device))) await files.remove(path);
      }
  } catch (cause) {
    throw diskError(cause);
  }
}

/** Vaults of the first builds have no folder of blobs. */
async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
}

/** An empty file is one whose making was interrupted before its first byte. */
async function isOurs(files: Files, path: string, device: string): Promise<boolean> {
  try {
    for await (const part of files.readParts(path)) return readPreamble(part)?.device === device;
    return true;
  } catch {
    // A folder somebody put there, or a bad sector: not known to be ours, so it stays.
    return false;
  }
}
