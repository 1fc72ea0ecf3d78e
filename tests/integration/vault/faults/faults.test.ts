import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../../../electron/vault/open-vault.ts';
import { nodeFiles } from '../../../../electron/vault/store/files.ts';
import {
  diskWith,
  type Fault,
  type FaultyDisk,
  isReading,
  type LossModel,
  lossModels,
} from '../support/faulty-disk.ts';
import { makeRichVault, passphrase, practice } from '../support/rich-vault.ts';
import { baseline, faultsAfter, idsIn, runScenario } from './fault-run.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** Where nothing is written, most ways are the same as one step later. */
const waysToRead = new Set(['EIO', 'ENODEV']);

const gone = ['EIO', 'EROFS', 'ENODEV'] as const;
const isGone = ({ code, lasting }: Omit<Fault, 'step'>): boolean => lasting && code !== 'POWER';

/** Every way a step can fail, and what of the unfinished the next start may find. */
const ways: readonly { readonly fault: Omit<Fault, 'step'>; readonly left: readonly LossModel[] }[] = [
  { fault: { code: 'ENOSPC', lasting: false }, left: ['kept', 'lost'] },
  { fault: { code: 'EIO', lasting: false }, left: ['kept', 'lost'] },
  // Three names for a medium that does not come back; each step meets one of them in turn.
  { fault: { code: 'EIO', lasting: true }, left: ['kept', 'lost'] },
  { fault: { code: 'EROFS', lasting: true }, left: ['kept', 'lost'] },
  { fault: { code: 'ENODEV', lasting: true }, left: ['kept', 'lost'] },
  { fault: { code: 'POWER', lasting: true }, left: lossModels },
];

let base: string;
/** Real, for the lock; every other file is on the faulty disk. */
let folder: string;
const images = new Map<Scenario['start'], FaultyDisk>();
let before: { ids: ReadonlySet<string>; content: string };

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-faults-'));
  folder = join(base, 'A.cvault');
  await mkdir(folder);
  images.set('empty', diskWith(base));
  const disk = diskWith(base);
  await makeRichVault(folder, nodeFiles(disk));
  images.set('vault', disk.copy());
  const { vault } = await openVault({ folder, passphrase, files: nodeFiles(disk), ...practice });
  before = { ids: idsIn(vault), content: baseline(vault, idsIn(vault)) };
  await vault.close();
  images.set('vault after a crash', crashed(disk));
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** A journal with half a frame at its end, a segment and a header that were never put to use. */
function crashed(disk: FaultyDisk): FaultyDisk {
  const left = disk.copy();
  for (const path of left.paths()) {
    const bytes = left.bytesOf(path) ?? new Uint8Array();
    if (path.endsWith('.jrnl')) left.put(path, Uint8Array.from([...bytes, 0, 0, 1, 28, ...bytes.subarray(0, 150)]));
    if (path.endsWith('.seg')) left.put(path.replace(/[0-9a-f]{4}\.seg$/, '0000.seg'), bytes.slice(0, 300));
    if (path.endsWith('header.json')) left.put(`${path}.new`, bytes.slice(0, 100));
  }
  return left;
}

const startOf = (scenario: Scenario): FaultyDisk => images.get(scenario.start) ?? diskWith(base);

describe('a disk that fails at any step', () => {
  let points = 0;
  let runs = 0;
  let acknowledged = 0;
  let lost = 0;
  afterAll(() => {
    process.stdout.write(
      `faults: ${points} steps failed in ${ways.length} ways, ${runs} starts afterwards, ${acknowledged} acknowledged changes, ${lost} lost\n`,
    );
  });

  it.each(scenarios)(
    'loses nothing acknowledged and harms nothing else: $name',
    { timeout: 600_000 },
    async (scenario) => {
      const smooth = startOf(scenario).copy();
      const { acknowledged: all } = await runScenario(scenario, folder, smooth);
      expect(all).not.toContain(false);
      const steps = smooth.steps.length;
      const failures: string[] = [];
      points += steps;
      for (let step = 1; step <= steps; step += 1)
        for (const { fault, left } of ways) {
          if (isGone(fault) && fault.code !== gone[step % gone.length]) continue;
          if (isReading(smooth.steps[step - 1] ?? '') && !waysToRead.has(fault.code)) continue;
          const disk = startOf(scenario).copy({ ...fault, step });
          const ran = await runScenario(scenario, folder, disk);
          acknowledged += ran.acknowledged.filter(Boolean).length;
          disk.heal();
          const tried = new Set<string>();
          for (const model of left) {
            const found = disk.afterRestart(model);
            if (tried.has(found.fingerprint())) continue;
            tried.add(found.fingerprint());
            runs += 1;
            const wrong = await faultsAfter(scenario, ran, { ...fault, step }, folder, found, before);
            const where = `${fault.code}${fault.lasting ? ' lasting' : ''} at ${step} (${smooth.steps[step - 1] ?? ''}), ${model}`;
            failures.push(...wrong.map((each) => `${where}: ${each}`));
          }
        }
      lost += failures.filter((each) => each.includes(': lost: ')).length;
      expect(failures).toEqual([]);
    },
  );
});
