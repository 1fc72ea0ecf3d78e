import { mkdtemp, open, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import { type Disk, nodeFiles } from '../../../electron/vault/store/files.ts';
import { note, passphrase, practice, somebody } from './support/rich-vault.ts';

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-audit-log-'));
  folder = join(base, 'A.cvault');
  const { vault } = await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...practice });
  await vault.close();
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** A disk on which nothing is appended to an audit log before `free` is called. */
function slowLogDisk(): { readonly disk: Disk; readonly written: () => number; readonly free: () => void } {
  let free = (): void => undefined;
  const freed = new Promise<void>((resolve) => (free = resolve));
  let written = 0;
  const disk: Disk = {
    async open(path, flags, mode) {
      const handle = await open(path, flags, mode);
      return {
        async appendFile(bytes) {
          if (path.endsWith('.alog')) await freed;
          await handle.appendFile(bytes);
          if (path.endsWith('.alog')) written += 1;
        },
        read: (into, offset, length) => handle.read(into, offset, length),
        sync: () => handle.sync(),
        datasync: () => handle.datasync(),
        truncate: (length) => handle.truncate(length),
        close: () => handle.close(),
      };
    },
    mkdir,
    readdir: (path) => readdir(path),
    readFile: (path) => readFile(path),
    stat: (path) => stat(path),
    rename,
    rm,
    rmdir,
  };
  return { disk, written: () => written, free };
}

describe('an audit log on a slow disk', () => {
  it('lets nobody wait who changes a record, and has every entry in its order in the end', async () => {
    const { disk, written, free } = slowLogDisk();
    const { vault } = await openVault({ folder, passphrase, files: nodeFiles(disk), ...practice });
    for (const name of ['Adi Contoh', 'Budi Contoh', 'Citra Contoh'])
      await vault.transact(note, (transaction) => transaction.create('people', somebody(name)));
    expect(written()).toBe(0);

    let noted = false;
    const reading = vault.note({ action: 'case.read' }).then(() => (noted = true));
    const later = vault.transact(note, (transaction) => transaction.create('people', somebody('Dewi Contoh')));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(noted).toBe(false);
    free();
    await Promise.all([reading, later]);
    await vault.close();
    expect(written()).toBe(5);

    const { vault: again, report } = await openVault({ folder, passphrase, ...practice });
    expect(report.readOnlyBecause).toBeUndefined();
    expect(Object.values(again.document.people)).toHaveLength(4);
    await again.close();
  });
});
