import { SinergiError, toSinergiError } from '../../../shared/errors.ts';
import { lockFor } from '../open-vault.ts';
import { diskError, type Files, isMissing, nodeFiles } from '../store/files.ts';

export interface Place {
  /** The vault that was restored. */
  readonly restored: string;
  /** Where the vault in use lies. */
  readonly place: string;
  /** Where it is kept from now on, beside its old place; nothing may be there. */
  readonly aside: string;
}

/**
 * Gives a restored vault the place of the one in use, which is moved aside and kept. On another disk a folder cannot be
 * moved at once; then the restored vault stays where it is. Between the two steps a crash leaves both under names that
 * say what they are.
 *
 * @returns where the restored vault is now
 * @throws SinergiError `vault-in-use`, `vault-exists`, `disk-failed`, `permission-denied`
 */
export async function takePlace({ restored, place, aside }: Place, files: Files = nodeFiles()): Promise<string> {
  if ((await sizeOrNothing(files, aside)) !== undefined) throw new SinergiError('vault-exists');
  await requireUnused(restored);
  await requireUnused(place);
  try {
    await files.rename(place, aside);
  } catch (cause) {
    throw diskError(cause);
  }
  try {
    await files.rename(restored, place);
    return place;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EXDEV') return restored;
    await files.rename(aside, place).catch(() => undefined);
    throw diskError(cause);
  }
}

const sizeOrNothing = async (files: Files, path: string): Promise<number | undefined> => {
  try {
    return await files.size(path);
  } catch (cause) {
    throw diskError(cause);
  }
};

/** A lock would move along with its folder and outlive the program, so it is only tried. */
async function requireUnused(folder: string): Promise<void> {
  try {
    const lock = await lockFor(folder, 'changing');
    await lock.release();
  } catch (cause) {
    if (!isMissing(cause)) throw toSinergiError(cause);
  }
}
