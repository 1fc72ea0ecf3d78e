import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockVault } from '../../../electron/vault/store/lock-file.ts';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-lock-'));
  lock = join(folder, '.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As a program of another start of this machine would have left it, changed in one respect. */
const left = (change: object) =>
  writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname(), boot: 'another start', token: 'x', ...change }));
const isTaken = async (): Promise<boolean> => {
  const held = await lockVault(folder, 'mine');
  await held.release();
  return true;
};

describe('the lock of a vault', () => {
  it('left by a power loss is taken over, even when its process number is in use again', async () => {
    await left({});
    expect(await isTaken()).toBe(process.platform === 'linux');
  });

  it('left half-written by a power loss is taken over', async () => {
    for (const content of ['', '{"pid":12', '\0\0\0\0']) {
      await writeFile(lock, content);
      expect(await isTaken()).toBe(true);
    }
  });

  it('left by a program that died is taken over, by one of many that try at once', async () => {
    await left({ pid: 2 ** 22 + 1, boot: '' });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, number) => lockVault(folder, `t${number}`)));
    const held = tries.filter((each) => each.status === 'fulfilled');
    expect(held).toHaveLength(1);
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    for (const each of held) await each.value.release();
  });

  it('of another machine is never taken over', async () => {
    await left({ host: 'another-machine', pid: 2 ** 22 + 1 });
    await expect(lockVault(folder, 'mine')).rejects.toMatchObject({ code: 'vault-in-use' });
  });
});
