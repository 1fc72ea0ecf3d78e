import { SinergiError } from '../../../shared/errors.ts';
import { type HeaderBody, readHeader, writeHeader } from '../format/header.ts';
import { diskError, type Files, isMissing } from './files.ts';
import type { VaultPaths } from './paths.ts';

export interface StoredHeader {
  readonly body: HeaderBody;
  readonly mac: Uint8Array;
}

/**
 * The header. Only when a crash came between the two renames of `saveHeader` is it missing, and then the one before it
 * still tells the truth; a damaged one is never replaced by an older one, which would forget what came after it.
 *
 * @throws SinergiError `vault-not-found`, `vault-version-unknown`, `vault-damaged`
 */
export async function loadHeader(files: Files, paths: VaultPaths): Promise<StoredHeader> {
  const file = (await readIfThere(files, paths.header)) ?? (await readIfThere(files, paths.previousHeader));
  if (file === undefined) throw new SinergiError('vault-not-found');
  const reading = readHeader(file);
  if (reading.state === 'version-unknown') throw new SinergiError('vault-version-unknown');
  if (reading.state === 'damaged') throw new SinergiError('vault-damaged', { file: 'header.json' });
  return reading;
}

async function readIfThere(files: Files, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw diskError(cause);
  }
}

/** New file, durable, then renamed into place; the old one stays as the one before. */
export async function saveHeader(
  files: Files,
  paths: VaultPaths,
  vaultKey: Uint8Array,
  body: HeaderBody,
): Promise<void> {
  try {
    await files.remove(paths.newHeader);
    await files.create(paths.newHeader, [writeHeader(vaultKey, body)]);
    if ((await files.size(paths.header)) !== undefined) {
      await files.remove(paths.previousHeader);
      await files.rename(paths.header, paths.previousHeader);
    }
    await files.rename(paths.newHeader, paths.header);
  } catch (cause) {
    throw diskError(cause);
  }
}
