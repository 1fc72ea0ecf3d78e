import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SinergiError } from '../../../../shared/errors.ts';
import { openVault } from '../../../../electron/vault/open-vault.ts';
import { nodeFiles } from '../../../../electron/vault/store/files.ts';
import { verifyVault } from '../../../../electron/vault/verifying/verify-vault.ts';
import { diskWith, type FaultyDisk } from '../support/faulty-disk.ts';
import { contentOf, note, passphrase, somebody } from '../support/rich-vault.ts';
import { makeTinyVault, quick, seenIn } from '../support/tiny-vault.ts';

let base: string;
/** Real, for the lock; every other file is on a disk in memory. */
let folder: string;
let sound: FaultyDisk;
let whole: readonly string[];
/** Also what a record was before its last change: salvage from the generation before may show it. */
let authentic: Set<string>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-flips-'));
  folder = join(base, 'A.cvault');
  await mkdir(folder);
  sound = diskWith(base);
  await makeTinyVault(folder, sound);
  const { vault } = await openVault({ folder, passphrase, files: nodeFiles(sound.copy()), ...quick });
  whole = seenIn(vault);
  authentic = new Set(whole);
  const [ani] = Object.values(vault.document.people).filter(({ name }) => name === 'Ani');
  if (ani === undefined) throw new Error('nobody to look for');
  const before = { ...ani, notes: '', version: 1, changedAt: ani.createdAt };
  authentic.add(JSON.stringify(before)).add(JSON.stringify(vault.history('people', ani.id).slice(0, 1)));
  await vault.close();
});
afterAll(() => rm(base, { recursive: true, force: true }));

type Outcome = 'refused' | 'read-only' | 'unharmed' | 'cut off and told';

/** Opens a changed vault. @throws when anything an officer would see is not what was written */
async function openChanged(disk: FaultyDisk, where: string): Promise<Outcome> {
  let opened: Awaited<ReturnType<typeof openVault>>;
  try {
    opened = await openVault({ folder, passphrase, files: nodeFiles(disk.copy()), ...quick });
  } catch (cause) {
    if (cause instanceof SinergiError && cause.code !== 'internal') return 'refused';
    throw new Error(`${where}: not a typed error`, { cause });
  }
  const { vault, report } = opened;
  const seen = seenIn(vault);
  const { readOnly } = vault;
  for (const file of Object.values(vault.document.files))
    try {
      if ((await contentOf(vault, file)) !== 'x') throw new Error(`${where}: a file is not what was taken in`);
    } catch (cause) {
      if (!(cause instanceof SinergiError) || cause.code !== 'attachment-damaged') throw cause;
      await vault.close();
      return 'refused';
    }
  await vault.close();
  if (!seen.every((one) => authentic.has(one))) throw new Error(`${where}: shows what was never written`);
  if (readOnly) return 'read-only';
  if (seen.join() !== whole.join()) throw new Error(`${where}: something is missing and nobody was told`);
  return report.cutOff === undefined ? 'unharmed' : 'cut off and told';
}

const verify = (disk: FaultyDisk) => verifyVault({ folder, passphrase, files: nodeFiles(disk.copy()), ...quick });

describe('a vault somebody or something has changed', () => {
  const counts = new Map<Outcome, number>();
  const count = (outcome: Outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const told = (what: string) =>
    process.stdout.write(
      `${what}: ${[...counts].map(([outcome, times]) => `${times} ${outcome}`).join(', ')}, 0 silent\n`,
    );

  it('verifies when it is whole', async () => {
    const { ok, files, frames, problems } = await verify(sound);
    expect(problems).toEqual([]);
    expect(ok).toBe(true);
    expect(files).toBe(sound.paths().length);
    expect(frames).toBeGreaterThan(10);
  });

  it('never shows anything else than what was written, whichever byte of it is flipped', {
    timeout: 600_000,
  }, async () => {
    counts.clear();
    let flips = 0;
    for (const path of sound.paths()) {
      const bytes = sound.bytesOf(path) ?? new Uint8Array();
      const disk = sound.copy();
      for (let offset = 0; offset < bytes.length; offset += 1) {
        const changed = bytes.slice();
        changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8));
        disk.put(path, changed);
        count(await openChanged(disk, `${relative(folder, path)} at ${offset}`));
        flips += 1;
      }
    }
    told(`${flips} bytes flipped one at a time`);
    expect([...counts.values()].reduce((sum, times) => sum + times, 0)).toBe(flips);
  });

  it('says which file is damaged and where, for a byte flipped in each part of each file', {
    timeout: 300_000,
  }, async () => {
    const wrong: string[] = [];
    for (const path of sound.paths()) {
      const bytes = sound.bytesOf(path) ?? new Uint8Array();
      const file = relative(folder, path);
      const disk = sound.copy();
      for (let offset = 0; offset < bytes.length; offset += 23) {
        const changed = bytes.slice();
        changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8));
        disk.put(path, changed);
        const { ok, problems } = await verify(disk);
        const [first, ...more] = problems;
        const isRight = !ok && first?.file === file && first.offset <= Math.max(offset, 80) && more.length === 0;
        if (!isRight) wrong.push(`${file} at ${offset}: ${JSON.stringify(problems)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is never silently shorter when a file is cut off, empty or gone', { timeout: 300_000 }, async () => {
    counts.clear();
    for (const path of sound.paths()) {
      const bytes = sound.bytesOf(path) ?? new Uint8Array();
      const disk = sound.copy();
      for (let length = 0; length < bytes.length; length += 41) {
        disk.put(path, bytes.slice(0, length));
        count(await openChanged(disk, `${relative(folder, path)} cut to ${length}`));
        expect((await verify(disk)).problems[0]?.file).toBe(relative(folder, path));
      }
      disk.put(path, undefined);
      count(await openChanged(disk, `${relative(folder, path)} missing`));
      const [first] = (await verify(disk)).problems;
      expect([first?.file, first?.code]).toEqual([relative(folder, path), 'missing']);
    }
    told('files cut off or missing');
  });

  it('is never silently another when two of its files change places', async () => {
    counts.clear();
    for (const left of sound.paths())
      for (const right of sound.paths().filter((path) => path > left)) {
        const disk = sound.copy();
        disk.put(left, sound.bytesOf(right));
        disk.put(right, sound.bytesOf(left));
        count(await openChanged(disk, `${relative(folder, left)} and ${relative(folder, right)} changed places`));
      }
    told('files that changed places');
    expect(counts.get('read-only')).toBeGreaterThan(0);
  });

  it('tells an older header beside newer files', async () => {
    const disk = sound.copy();
    const { vault } = await openVault({ folder, passphrase, files: nodeFiles(disk), ...quick });
    await vault.compact();
    await vault.transact(note, (t) => t.create('people', somebody('Cici')));
    await vault.close();
    for (const name of ['header.json', 'header.copy.json'])
      disk.put(join(folder, name), sound.bytesOf(join(folder, name)));
    const again = await openVault({ folder, passphrase, files: nodeFiles(disk), ...quick });
    expect(again.vault.readOnly).toBe(true);
    await again.vault.close();
  });

  it('goes on when the clock was set back: later changes stay later', async () => {
    const disk = sound.copy();
    const lastYear = Date.now() - 365 * 86_400_000;
    const options = { folder, passphrase, files: nodeFiles(disk), now: () => lastYear, ...quick };
    const { vault } = await openVault(options);
    const [ani] = Object.values(vault.document.people).filter(({ name }) => name === 'Ani');
    const id = ani?.id ?? '';
    await vault.transact(note, (t) => t.change('people', id, 2, { notes: 'tiga' }));
    await vault.compact();
    await vault.close();
    const again = await openVault({ ...options, files: nodeFiles(disk) });
    expect(again.report.readOnlyBecause).toBeUndefined();
    expect(again.vault.document.people[id]?.notes).toBe('tiga');
    expect(again.vault.history('people', id).map(({ version }) => version)).toEqual([1, 2, 3]);
    await again.vault.close();
    expect((await verify(disk)).problems).toEqual([]);
  });
});
