import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toSinergiError } from '../../../../shared/errors.ts';
import { restoreVault } from '../../../../electron/vault/backup/restore.ts';
import { openVault } from '../../../../electron/vault/open-vault.ts';
import { salvageVault } from '../../../../electron/vault/salvage/salvage-vault.ts';
import { type Disk, nodeFiles } from '../../../../electron/vault/store/files.ts';
import { verifyVault } from '../../../../electron/vault/verifying/verify-vault.ts';
import { diskWith, type Fault, type FaultyDisk, inFolder, isReading, lossModels } from '../support/faulty-disk.ts';
import { note, passphrase, somebody } from '../support/rich-vault.ts';
import { makeTinyVault, quick, seenIn } from '../support/tiny-vault.ts';

const typed = new Set(['disk-full', 'disk-failed', 'permission-denied']);
/** What a crash leaves of a write that was never acknowledged. */
const left = new Set<string>(['audit-behind', 'unfinished', 'stray']);
/** What a failing medium may also look like to somebody who reads a copy back. */
const readBack = new Set([...typed, 'backup-damaged', 'backup-source-damaged', 'vault-damaged']);

/** Each step that changes something meets one of these in turn, and the power going. */
const ways: readonly Omit<Fault, 'step'>[] = [
  { code: 'ENOSPC', lasting: false },
  { code: 'EIO', lasting: false },
  { code: 'ENODEV', lasting: true },
];
const power: Omit<Fault, 'step'> = { code: 'POWER', lasting: true };
const waysOf = (step: string, number: number): readonly Omit<Fault, 'step'>[] => {
  const inTurn = ways[isReading(step) ? 1 : number % ways.length];
  return inTurn === undefined ? [] : isReading(step) ? [inTurn] : [inTurn, power];
};

let base: string;
let folder: string;
let out: string;
let target: string;
/** With a vault and one backup of it, made before its last change. */
let image: FaultyDisk;
let whole: readonly string[];
let backedUp: readonly string[];

/** Locks are real files: each folder of the disk in memory that a lock may lie in is there for real, too. */
const besideReal = (disk: FaultyDisk): Disk => ({
  open: (path, flags) => disk.open(path, flags),
  readdir: (path) => disk.readdir(path),
  readFile: (path) => disk.readFile(path),
  stat: (path) => disk.stat(path),
  rm: (path) => disk.rm(path),
  rmdir: (path) => disk.rmdir(path),
  async mkdir(path) {
    const made = await disk.mkdir(path);
    if (path.includes('.cvault')) await mkdir(path, { recursive: true });
    return made;
  },
  async rename(from, to) {
    await disk.rename(from, to);
    if (from.endsWith('.cvault')) await rename(from, to);
  },
});
const filesOn = (disk: FaultyDisk) => nodeFiles(besideReal(disk));

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-copies-'));
  [folder, out, target] = [join(base, 'A.cvault'), join(base, 'medium'), join(base, 'B.cvault')];
  await mkdir(folder);
  const disk = diskWith(base);
  await makeTinyVault(folder, disk);
  const { vault } = await openVault({ folder, passphrase, files: filesOn(disk), ...quick });
  await vault.backup(out, 10, {});
  backedUp = seenIn(vault);
  await vault.transact(note, (t) => t.create('people', somebody('Sesudah cadangan')));
  whole = seenIn(vault);
  await vault.close();
  image = disk.copy();
});
beforeEach(() => mkdir(folder, { recursive: true }));
afterEach(() => rm(target, { recursive: true, force: true }));
afterAll(() => rm(base, { recursive: true, force: true }));

interface Job {
  readonly name: string;
  /** Files it must leave as they are. */
  readonly source: () => string;
  run(disk: FaultyDisk): Promise<unknown>;
  /** @returns what is wrong with what is there after the next start; the job may have been done or not */
  after(disk: FaultyDisk): Promise<string | undefined>;
}

async function seenAt(disk: FaultyDisk, place: string): Promise<readonly string[] | undefined> {
  if ((await disk.readdir(place).catch(() => [])).length === 0) return undefined;
  await mkdir(place, { recursive: true });
  const files = filesOn(disk);
  const report = await verifyVault({ folder: place, passphrase, files, ...quick });
  if (report.problems.some(({ code }) => !left.has(code))) return [`verify: ${JSON.stringify(report.problems)}`];
  const { vault } = await openVault({ folder: place, passphrase, files: filesOn(disk), ...quick });
  const seen = seenIn(vault);
  await vault.close();
  return seen;
}
/** Nothing, or all of it. */
async function lacking(disk: FaultyDisk, wanted: readonly string[]): Promise<string | undefined> {
  const seen = await seenAt(disk, target);
  return seen === undefined || seen.join() === wanted.join() ? undefined : `holds something else: ${seen.join()}`;
}
const restore = (disk: FaultyDisk, to: string) =>
  restoreVault({ from: out, folder: to, passphrase, files: filesOn(disk), ...quick });

const jobs: readonly Job[] = [
  {
    name: 'backing up',
    source: () => join(folder, 'data'),
    async run(disk) {
      const { vault } = await openVault({ folder, passphrase, files: filesOn(disk), ...quick });
      try {
        await vault.backup(out, 10, {});
      } finally {
        await vault.close().catch(() => undefined);
      }
    },
    async after(disk) {
      // Whatever became of the new backup, the newest that is named is whole.
      await (await restore(disk, target)).vault.close();
      const seen = (await seenAt(disk, target)) ?? [];
      return [whole.join(), backedUp.join()].includes(seen.join()) ? undefined : 'the newest backup is not whole';
    },
  },
  {
    name: 'restoring',
    source: () => out,
    run: async (disk) => (await restore(disk, target)).vault.close(),
    after: (disk) => lacking(disk, backedUp),
  },
  {
    name: 'salvaging',
    source: () => folder,
    run: (disk) => salvageVault({ folder, out: target, passphrase, files: filesOn(disk), ...quick }),
    after: (disk) => lacking(disk, whole),
  },
];

const contentOf = (disk: FaultyDisk, place: string): string =>
  inFolder(place, disk.paths())
    .map((path) => `${path} ${Buffer.from(disk.bytesOf(path) ?? []).toString('base64')}`)
    .join('\n');

describe('a disk that fails at any step while a copy is made', () => {
  let points = 0;
  let runs = 0;
  afterAll(() =>
    process.stdout.write(`copies: ${points} steps failed in ${ways.length + 1} ways, ${runs} starts afterwards\n`),
  );

  it.each(jobs)(
    'gives a whole copy or none, and leaves what it is made of alone: $name',
    { timeout: 120_000 },
    async (job) => {
      const smooth = image.copy();
      await job.run(smooth);
      expect(await job.after(smooth.copy())).toBeUndefined();
      await rm(target, { recursive: true, force: true });
      const before = contentOf(image, job.source());
      const failures: string[] = [];
      const tried = new Set<string>();
      points += smooth.steps.length;
      for (const [number, what] of smooth.steps.entries())
        for (const way of waysOf(what, number)) {
          const disk = image.copy({ ...way, step: number + 1 });
          const where = `${way.code} at ${number + 1} (${what})`;
          const refusal = await job.run(disk).then(
            () => undefined,
            (cause: unknown) => toSinergiError(cause).code,
          );
          if (refusal !== undefined && !(isReading(what) ? readBack : typed).has(refusal))
            failures.push(`${where}: ${refusal}`);
          disk.heal();
          for (const model of way.code === 'POWER' ? lossModels : (['kept'] as const)) {
            const found = disk.afterRestart(model);
            if (tried.has(found.fingerprint())) continue;
            tried.add(found.fingerprint());
            runs += 1;
            await rm(target, { recursive: true, force: true });
            const wrong = await job
              .after(found)
              .catch((cause: unknown) => `does not open: ${toSinergiError(cause).code}`);
            if (wrong !== undefined) failures.push(`${where}, ${model}: ${wrong}`);
            if (contentOf(found, job.source()) !== before) failures.push(`${where}, ${model}: changed its source`);
          }
          await rm(target, { recursive: true, force: true });
        }
      expect(failures).toEqual([]);
    },
  );
});
