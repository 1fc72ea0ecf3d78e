import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ErrorCode, SinergiError } from '../../../shared/errors.ts';

/**
 * Puts a file in place whole or not at all: written beside its name, made durable, then renamed over it.
 *
 * @throws SinergiError `permission-denied`, `disk-full`, `file-not-found` when the folder is missing, `disk-failed`.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.sinergi-${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new SinergiError(writeFailure(cause), undefined, { cause });
  }
}

/** What to tell the officer when the operating system refuses a file. */
export function writeFailure(cause: unknown): ErrorCode {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'permission-denied';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'file-not-found';
    default:
      return 'disk-failed';
  }
}
