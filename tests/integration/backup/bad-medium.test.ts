import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, listBackups } from '../../../electron/vault/backup/list-backups.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { type Disk, nodeFiles } from '../../../electron/vault/store/files.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { diskWith, type FaultyDisk } from '../vault/support/faulty-disk.ts';
import { note, passphrase, somebody } from '../vault/support/rich-vault.ts';
import { makeTinyVault, quick } from '../vault/support/tiny-vault.ts';

/** Full and write-protected media still read; one that was pulled out does nothing any more. */
const faults = { full: 'ENOSPC', 'write-protected': 'EROFS', 'pulled out': 'ENODEV' } as const;
const told = { full: 'disk-full', 'write-protected': 'permission-denied', 'pulled out': 'disk-failed' } as const;

/** The disk with one folder on a medium that fails from one call on; everything else goes on working. */
class Medium implements Disk {
  calls = 0;
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #from: number;
  readonly #code: string;

  constructor(disk: Disk, folder: string, from = Number.POSITIVE_INFINITY, code = '') {
    this.#disk = disk;
    this.#folder = folder;
    this.#from = from;
    this.#code = code;
  }

  #touch(path: string, changes: boolean): void {
    if (!path.startsWith(this.#folder)) return;
    this.calls += 1;
    if (this.calls < this.#from || (!changes && this.#code !== 'ENODEV')) return;
    throw Object.assign(new Error(this.#code), { code: this.#code });
  }

  async open(path: string, flags: string | number, mode?: number) {
    this.#touch(path, flags === 'wx');
    const handle = await this.#disk.open(path, flags, mode);
    return {
      ...handle,
      appendFile: async (bytes: Uint8Array) => {
        this.#touch(path, true);
        await handle.appendFile(bytes);
      },
    };
  }
  async mkdir(path: string, options: { recursive: true; mode: number }) {
    this.#touch(path, true);
    return await this.#disk.mkdir(path, options);
  }
  async readdir(path: string) {
    this.#touch(path, false);
    return await this.#disk.readdir(path);
  }
  async readFile(path: string) {
    this.#touch(path, false);
    return await this.#disk.readFile(path);
  }
  async stat(path: string) {
    this.#touch(path, false);
    return await this.#disk.stat(path);
  }
  async rename(from: string, to: string) {
    this.#touch(to, true);
    await this.#disk.rename(from, to);
  }
  async rm(path: string, options: { force: true }) {
    this.#touch(path, true);
    await this.#disk.rm(path, options);
  }
  async rmdir(path: string) {
    this.#touch(path, true);
    await this.#disk.rmdir(path);
  }
}

let folder: string;
let base: FaultyDisk;
const medium = '/medium';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-medium-'));
  base = diskWith(folder);
  await makeTinyVault(folder, base);
  const vault = await opened(base);
  await vault.backup(medium, 1, {});
  await vault.transact(note, (t) => t.create('people', somebody('Sesudah cadangan')));
  await vault.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const opened = async (disk: Disk): Promise<VaultPort> =>
  (await openVault({ folder, passphrase, files: nodeFiles(disk), ...quick })).vault;

async function callsOfABackup(): Promise<number> {
  const counting = new Medium(base.copy(), medium);
  const vault = await opened(counting);
  await vault.backup(medium, 1, {});
  await vault.close();
  return counting.calls;
}

describe.each(['full', 'write-protected', 'pulled out'] as const)('a medium that is %s', (fault) => {
  it('at any moment of a backup is told in plain words; the vault works on, and a whole backup is left', async () => {
    const calls = await callsOfABackup();
    expect(calls).toBeGreaterThan(20);
    for (let call = 1; call <= calls; call += 1) {
      const disk = base.copy();
      const vault = await opened(new Medium(disk, medium, call, faults[fault]));
      const answer = await vault.backup(medium, 1, {}).then(
        () => 'done',
        (cause: unknown) => toSinergiError(cause).code,
      );
      // The last calls only take away what is not needed any more or look at what is there.
      expect([told[fault], 'done']).toContain(answer);
      await vault.transact(note, (t) => t.create('people', somebody('Tetap tersimpan')));
      await vault.close();

      const files = nodeFiles(disk);
      const whole = (await listBackups(medium, files)).filter(({ state }) => state === 'whole');
      expect(whole.length, `call ${call}`).toBeGreaterThan(0);
      for (const { name } of whole) expect(await checkBackup(medium, name, {}, files)).toMatchObject({ ok: true });

      const again = await opened(disk);
      expect(Object.values(again.document.people).some(({ name }) => name === 'Tetap tersimpan')).toBe(true);
      const next = await again.backup(medium, 1, {});
      expect(await checkBackup(medium, next.backup, {}, files)).toMatchObject({ ok: true });
      await again.close();
      expect(disk.paths().filter((path) => path.startsWith(medium) && path.endsWith('.new'))).toEqual([]);
    }
  });
});
