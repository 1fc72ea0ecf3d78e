import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

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
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), createWriteStream(to, { flags: 'wx' }));
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  if ((await digestOf(to)) !== (await digestOf(path))) throw new Error('the copy is not what was written');
  return 1;
}
