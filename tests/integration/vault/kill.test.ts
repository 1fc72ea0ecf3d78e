import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';

const kills = 200;
const passphrase = 'kata sandi percobaan';
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const lineSchema = z.union([
  z.object({ created: z.string(), name: z.string() }),
  z.object({ changed: z.string(), version: z.number() }),
  z.object({ visits: z.string(), count: z.number() }),
]);

let base: string;
let child: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'kill-child.ts'),
      outDir: join(base, 'bundle'),
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'child.cjs' } },
    },
  });
  child = join(base, 'bundle/child.cjs');
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Runs the child until it is killed and gives what it had been promised. */
function workUntilKilled(folder: string, milliseconds: number): Promise<z.infer<typeof lineSchema>[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, passphrase], { stdio: ['ignore', 'pipe', 'pipe'] });
    const acknowledged: z.infer<typeof lineSchema>[] = [];
    let complaint = '';
    let timer: NodeJS.Timeout | undefined;
    running.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    createInterface({ input: running.stdout }).on('line', (line) => {
      // A line cut in the middle by the kill was not said.
      if (!line.endsWith('}')) return;
      acknowledged.push(lineSchema.parse(JSON.parse(line)));
      timer ??= setTimeout(() => running.kill('SIGKILL'), milliseconds);
    });
    running.on('close', (code) =>
      code === null ? resolve(acknowledged) : reject(new Error(`exit ${code}: ${complaint}`)),
    );
  });
}

describe('two programs at one vault', () => {
  it('are told apart: the second may not, until the first is gone, however it went', async () => {
    const folder = join(base, 'Two.cvault');
    await (await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...weak })).vault.close();
    const second = () => workUntilKilled(folder, 0);
    const first = spawn(process.execPath, [child, folder, passphrase], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => createInterface({ input: first.stdout }).once('line', resolve));
    await expect(second()).rejects.toThrow('vault-in-use');
    await expect(openVault({ folder, passphrase, ...weak })).rejects.toMatchObject({ code: 'vault-in-use' });
    const gone = new Promise((resolve) => first.once('close', resolve));
    first.kill('SIGKILL');
    await gone;
    expect((await second()).length).toBeGreaterThan(0);
    const { vault, report } = await openVault({ folder, passphrase, ...weak });
    expect(report.readOnlyBecause).toBeUndefined();
    await vault.close();
  });
});

describe('a program killed at random moments while it edits and imports', () => {
  it(`loses nothing it had been told was saved, ${kills} times`, { timeout: 600_000 }, async () => {
    const folder = join(base, 'A.cvault');
    const { vault } = await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...weak });
    await vault.close();
    const people = new Map<string, { name: string; version: number }>();
    const visits = new Map<string, number>();
    let promised = 0;

    for (let kill = 0; kill < kills; kill += 1) {
      for (const line of await workUntilKilled(folder, Math.random() * 60)) {
        promised += 1;
        if ('created' in line) people.set(line.created, { name: line.name, version: 1 });
        else if ('changed' in line)
          people.set(line.changed, { name: people.get(line.changed)?.name ?? '', version: line.version });
        else visits.set(line.visits, line.count);
      }
      // Every tenth time everything that was ever promised is looked at.
      if (kill % 10 !== 9) continue;
      const opened = await openVault({ folder, passphrase, ...weak });
      expect(opened.report.readOnlyBecause).toBeUndefined();
      for (const [id, { name, version }] of people) {
        const person = opened.vault.document.people[id];
        expect(person?.name).toBe(name);
        expect(person?.version).toBeGreaterThanOrEqual(version);
      }
      for (const [id, count] of visits) expect(opened.vault.visits.ofVisitor(id)).toHaveLength(count);
      await opened.vault.close();
    }
    expect(promised).toBeGreaterThan(kills);
    process.stdout.write(`kills: ${kills}, ${promised} acknowledged changes, 0 lost\n`);
  });
});
