import { open, readFile, rm, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type ErrorCode, SinergiError, toSinergiError } from '../../../shared/errors.ts';
import { sameBytes, wipe } from '../../vault/crypto/bytes.ts';
import { largestKeyFile, newKeyFile, readKeyFile } from '../../vault/crypto/key-file.ts';
import type { SlotSecret } from '../../vault/format/slot.ts';
import { writeFailure } from '../documents/save-file.ts';

/**
 * Gives the passphrase, with the content of its key file where there is one, to what needs it, and wipes that content.
 *
 * @param path of the key file
 * @throws SinergiError `key-file-missing`, `key-file-damaged`, `permission-denied`, `disk-failed`
 */
export async function withSecret<T>(
  passphrase: string,
  path: string | undefined,
  work: (secret: SlotSecret) => Promise<T>,
): Promise<T> {
  if (path === undefined) return await work(passphrase);
  const keyFile = await keyFileAt(path);
  return await work({ passphrase, keyFile }).finally(() => wipe(keyFile));
}

/** After these the vault may need the new key file already, or the medium holds somebody else's. */
const keepsFile = new Set<ErrorCode>(['key-file-exists', 'disk-full', 'disk-failed', 'permission-denied', 'internal']);

/**
 * As `withSecret`, with a key file made for it; when what needs it is refused, the file is taken away again.
 *
 * @param vaultFolder where the key file must not lie: whoever has the vault would have it too
 * @throws SinergiError `key-file-inside`, `key-file-exists`, `permission-denied`, `disk-full`, `folder-not-found`, `disk-failed`
 */
export async function withNewSecret<T>(
  passphrase: string,
  path: string | undefined,
  vaultFolder: string,
  work: (secret: SlotSecret) => Promise<T>,
): Promise<T> {
  if (path === undefined) return await work(passphrase);
  const place = resolve(path);
  const way = relative(resolve(vaultFolder), place);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) throw new SinergiError('key-file-inside');
  const { key, content } = newKeyFile();
  try {
    await writeNew(place, content);
    // From the medium, as far as the system lets us: a slot must not need a file that cannot be read.
    const written = await keyFileAt(place);
    const same = sameBytes(written, key);
    wipe(written);
    if (!same) throw new SinergiError('disk-failed');
    return await work({ passphrase, keyFile: key });
  } catch (cause) {
    if (!keepsFile.has(toSinergiError(cause).code)) await rm(place, { force: true }).catch(() => undefined);
    throw cause;
  } finally {
    wipe(key, content);
  }
}

/** Never over another: it may be the only one that opens somebody's vault. */
async function writeNew(path: string, content: Uint8Array): Promise<void> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new SinergiError(exists ? 'key-file-exists' : writeFailure(cause), undefined, { cause });
  }
}

async function keyFileAt(path: string): Promise<Uint8Array> {
  let content: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > largestKeyFile) throw new SinergiError('key-file-damaged');
    content = await readFile(path);
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const code = writeFailure(cause);
    throw new SinergiError(code === 'folder-not-found' ? 'key-file-missing' : code, undefined, { cause });
  }
  try {
    return readKeyFile(content);
  } finally {
    wipe(content);
  }
}
