import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreVault } from '../../../electron/vault/backup/restore.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { fill, makeRichVault, note, passphrase, practice, somebody } from './support/rich-vault.ts';
import { seenIn } from './support/tiny-vault.ts';

let base: string;
let folder: string;
let out: string;
let vault: VaultPort;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-backup-'));
  folder = join(base, 'A.cvault');
  out = join(base, 'medium');
  await makeRichVault(folder);
  ({ vault } = await openVault({ folder, passphrase, ...practice }));
});
afterEach(async () => {
  await vault.close();
  await rm(base, { recursive: true, force: true });
});

const add = (name: string) => vault.transact(note, (t) => t.create('people', somebody(name)));
const restored = (to: string, backup?: string) =>
  restoreVault({
    from: out,
    folder: join(base, to),
    passphrase,
    ...(backup === undefined ? {} : { backup }),
    ...practice,
  });

describe('a backup', () => {
  it('restores to what the vault held when it was made, in a new place', async () => {
    const seen = seenIn(vault);
    const { backup } = await vault.backup(out, 10, {});
    await add('Sesudah cadangan');
    const again = await restored('B.cvault');
    expect(again.backup).toBe(backup);
    expect(seenIn(again.vault)).toEqual(seen);
    await again.vault.close();
  });

  it('copies only what came since, folding and a new import included', async () => {
    const first = await vault.backup(out, 10, {});
    expect(first).toMatchObject({ verified: true, kept: 1 });
    expect(first.copied).toBe(first.files - 1);
    await add('Satu lagi');
    const second = await vault.backup(out, 10, {});
    // What the journal and the audit log have grown by.
    expect(second.copied).toBe(2);
    expect(second.copiedBytes).toBeLessThan(first.copiedBytes / 2);
    await fill(vault, 8);
    await vault.compact();
    await vault.backup(out, 10, {});
    for (const [number, { backup }] of [first, second].entries()) {
      const again = await restored(`R${number}.cvault`, backup);
      expect(Object.values(again.vault.document.people).some(({ name }) => name === 'Satu lagi')).toBe(number === 1);
      await again.vault.close();
    }
  });

  it('does not hold up saving, and saving does not harm it', async () => {
    const working = vault.backup(out, 10, {});
    for (let number = 0; number < 20; number += 1) await add(`Selama cadangan ${number}`);
    await vault.compact();
    await working;
    const again = await restored('B.cvault');
    expect(again.manifest.files.length).toBeGreaterThan(5);
    await again.vault.close();
  });

  it('keeps the newest only, and nothing that no backup names', async () => {
    for (const name of ['Satu', 'Dua', 'Tiga']) {
      await add(name);
      expect((await vault.backup(out, 2, {})).kept).toBeLessThanOrEqual(2);
    }
    expect(await readdir(join(out, 'manifests'))).toHaveLength(2);
    const again = await restored('B.cvault');
    expect(Object.values(again.vault.document.people).some(({ name }) => name === 'Tiga')).toBe(true);
    await again.vault.close();
  });

  it('writes no name in the clear', async () => {
    await vault.backup(out, 10, {});
    for (const each of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (!each.isFile()) continue;
      const bytes = await readFile(join(each.parentPath, each.name));
      for (const word of ['Bagaskara', 'Petugas Satu']) expect(bytes.includes(word)).toBe(false);
    }
  });

  it('is refused inside the vault and in the folder of another', async () => {
    await expect(vault.backup(join(folder, 'data', 'x'), 10, {})).rejects.toMatchObject({ code: 'backup-inside' });
    await vault.backup(out, 10, {});
    const other = await createVault({ folder: join(base, 'C.cvault'), officerName: 'Dua', passphrase, ...practice });
    await expect(other.vault.backup(out, 10, {})).rejects.toMatchObject({ code: 'backup-other-vault' });
    await other.vault.close();
  });

  it('is stopped when asked, and the one before stays good', async () => {
    await vault.backup(out, 10, {});
    const stop = new AbortController();
    stop.abort();
    await add('Batal');
    await expect(vault.backup(out, 10, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await (await restored('B.cvault')).vault.close();
  });

  it('is stopped by a lock, which waits until it has ended', async () => {
    const stop = new AbortController();
    const working = vault.backup(out, 10, { signal: stop.signal }).catch(() => undefined);
    stop.abort();
    await vault.close();
    await working;
    await expect(restored('B.cvault')).rejects.toMatchObject({ code: 'backup-not-found' });
  });
});

describe('restoring', () => {
  it('never overwrites, and leaves nothing behind when it is refused', async () => {
    await vault.backup(out, 10, {});
    await expect(restored('A.cvault')).rejects.toMatchObject({ code: 'vault-exists' });
    const before = await readdir(base);
    const wrong = { from: out, folder: join(base, 'B.cvault'), passphrase: 'bukan kata sandinya', ...practice };
    await expect(restoreVault(wrong)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await readdir(base)).toEqual(before);
  });

  it('finds every object that was changed and every manifest somebody else wrote', async () => {
    const { backup } = await vault.backup(out, 10, {});
    const damaged = { code: 'backup-damaged' };
    const before = await readdir(base);
    for (const name of await readdir(join(out, 'objects'))) {
      const path = join(out, 'objects', name);
      const bytes = await readFile(path);
      const changed = Buffer.from(bytes);
      changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(path, changed);
      await expect(restored('B.cvault')).rejects.toMatchObject(damaged);
      await writeFile(path, bytes);
    }
    const path = join(out, 'manifests', backup);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"generation":\d+/, '"generation":9'));
    await expect(restored('B.cvault')).rejects.toMatchObject(damaged);
    await writeFile(path, text);
    expect(await readdir(base)).toEqual(before);
  });

  it('is good again after the next backup, which writes anew what was damaged', async () => {
    await vault.backup(out, 10, {});
    await add('Satu lagi');
    await vault.backup(out, 10, {});
    for (const name of await readdir(join(out, 'objects'))) await writeFile(join(out, 'objects', name), 'rusak');
    const seen = seenIn(vault);
    await vault.backup(out, 10, {});
    const again = await restored('B.cvault');
    expect(seenIn(again.vault)).toEqual(seen);
    await again.vault.close();
  });
});
