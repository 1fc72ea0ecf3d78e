import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { SinergiError } from '../../../shared/errors.ts';

const ending = '.cvault';

/** Where a vault goes in the folder an officer chose: a folder of its own, unless the chosen one is named as a vault. */
export const vaultFolder = (chosen: string): string =>
  chosen.endsWith(ending) ? resolve(chosen) : join(resolve(chosen), `Sinergi${ending}`);

/** The chosen folder when it is a vault, else the vault that would lie in it. */
export const vaultIn = async (chosen: string): Promise<string> =>
  (await holdsVault(resolve(chosen))) ? resolve(chosen) : vaultFolder(chosen);

/** What the vault is called on screen and on paper: its folder's name without the ending. */
export const vaultName = (folder: string): string => basename(folder, ending);

export async function holdsVault(folder: string): Promise<boolean> {
  for (const name of ['header.json', 'header.copy.json']) {
    try {
      if ((await stat(join(folder, name))).isFile()) return true;
    } catch {
      // Not this one.
    }
  }
  return false;
}

/**
 * A vault shares its folder with nothing: what lies beside it would be carried along, backed up and deleted with it.
 *
 * @throws SinergiError `vault-exists`, `folder-not-empty`
 */
export async function requireFreeFolder(folder: string): Promise<void> {
  if (await holdsVault(folder)) throw new SinergiError('vault-exists');
  if ((await namesIn(folder)).length > 0) throw new SinergiError('folder-not-empty');
}

/** Of a folder that is missing or may not be read, none: making the vault then says why. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return code === 'ENOTDIR' ? [basename(folder)] : [];
  }
}
