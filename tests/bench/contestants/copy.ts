import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A file copied to a folder, made durable, read back and compared: the least that a backup has to do. What lay there is
 * written anew, because nothing tells which pages have changed.
 *
 * @returns how many files were copied
 */
export async function copyAndReadBack(path: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const to = join(folder, 'case.db');
  await rm(to, { force: true });
  const bytes = await readFile(path);
  const handle = await open(to, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (digestOf(await readFile(to)) !== digestOf(bytes)) throw new Error('the copy is not what was written');
  return 1;
}
