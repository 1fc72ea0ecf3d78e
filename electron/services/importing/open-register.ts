import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { SinergiError } from '../../../shared/errors.ts';
import { openCsv } from './csv-file.ts';
import type { RegisterFile } from './register-file.ts';
import { openXlsx } from './xlsx-file.ts';

/** Read whole: the largest register of a million visits is some 200 MB. */
const largestFile = 480 * 1024 * 1024;
const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Old Excel files, and new ones under a password, are compound files. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What a file is, is told by its first bytes, not by its name.
 *
 * @throws SinergiError `file-not-found`, `permission-denied`, `file-too-large`, `file-empty`, `file-password`,
 * `file-format-unknown`, `file-unreadable`
 */
export async function openRegister(path: string): Promise<RegisterFile> {
  const bytes = await contentOf(path);
  if (bytes.length === 0) throw new SinergiError('file-empty');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (startsWith(compoundMark)) throw new SinergiError('file-password');
  if (startsWith(zipMark)) return await openXlsx(bytes, sha256);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) throw new SinergiError('file-format-unknown');
  return openCsv(bytes, sha256);
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largestFile)
      throw new SinergiError('file-too-large', { megabytes: Math.round(largestFile / 1024 ** 2) });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new SinergiError('file-not-found');
    if (code === 'EACCES' || code === 'EPERM') throw new SinergiError('permission-denied');
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
}
