import { createHash, sign } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Writes an update: head, signed manifest, and the files of a program one behind the other (electron/services/updates/update-file.ts).
 * The same program gives the same bytes.
 *
 * @param {{ program: string; out: string; version: string; platform?: string; arch?: string; vaultFormats?: number[];
 *   notes?: { id: string; en: string }; key: import('node:crypto').KeyObject }} about
 */
export async function writeUpdate({
  program,
  out,
  version,
  platform = process.platform,
  arch = process.arch,
  vaultFormats = [1],
  notes = { id: '', en: '' },
  key,
}) {
  const names = (await readdir(program, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mode } = await stat(name);
      const sha256 = createHash('sha256')
        .update(await readFile(name))
        .digest('hex');
      return {
        path: relative(program, name).split(sep).join('/'),
        bytes: size,
        sha256,
        executable: (mode & 0o100) !== 0,
      };
    }),
  );
  const told = { format: 1, product: 'sinergi', version, platform, arch, vaultFormats, notes, files };
  const manifest = Buffer.from(JSON.stringify(told));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(manifest.length);
  const signature = sign(null, Buffer.concat([Buffer.from('sinergi/1/update\0'), manifest]), key);
  const handle = await open(out, 'w');
  try {
    await handle.writeFile(
      Buffer.concat([Buffer.from('SNGU'), Buffer.from([1, 0, 0, 0]), signature, length, manifest]),
    );
    for (const name of names) await handle.writeFile(await readFile(name));
  } finally {
    await handle.close();
  }
}
