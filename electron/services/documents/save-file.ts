import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ErrorCode, SinergiError } from '../../../shared/errors.ts';

/**
 * Puts a file in place whole or not at all: written beside its name, made durable, then renamed over it. Given in pieces,
 * no more than one of them is held at a time.
 *
 * @throws SinergiError `permission-denied`, `disk-full`, `folder-not-found`, `export-failed` where something stands that is no file, `disk-failed`.
 */
export async function saveFile(
  path: string,
  content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await requireReplaceable(path);
  const unfinished = join(dirname(path), `.sinergi-${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      for await (const piece of content instanceof Uint8Array ? [content] : content) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (cause instanceof SinergiError) throw cause;
    throw new SinergiError(writeFailure(cause), undefined, { cause });
  }
}

/** A folder, a device or a pipe is no document that a newer one may replace. */
async function requireReplaceable(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) throw new SinergiError('export-failed');
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
      return 'folder-not-found';
    default:
      return 'disk-failed';
  }
}
