import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { parseRecord } from '../../../build/json.mjs';
import { resolveRuntime } from '../../../build/runtime/resolve.mjs';
import { launchApp } from '../harness.ts';
import { readLog } from './probe.ts';

/** Electron's cryptography is BoringSSL, Node's is OpenSSL: what is right in one has to be shown in the other. */
test('every published answer comes out of the cryptography inside Electron too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-vectors-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, '../../vectors/print-vectors.ts'),
      outDir: folder,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'vectors.cjs' } },
    },
  });
  const runtime = await resolveRuntime();
  const told = execFileSync(runtime.executable, [join(folder, 'vectors.cjs')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  await rm(folder, { recursive: true, force: true });
  const { electron, vectors } = parseRecord(told);
  expect(electron).toBe(runtime.version);
  const checked = Array.isArray(vectors) ? vectors.map((one: unknown) => parseRecord(JSON.stringify(one))) : [];
  expect(checked.length).toBeGreaterThan(25);
  expect(checked.filter(({ passed }) => passed !== true).map(({ name }) => name)).toEqual([]);
  process.stdout.write(`${checked.length} published answers right in Electron ${runtime.version}\n`);
});

test('the program tries its encryption when it starts', async () => {
  const { userData, close } = await launchApp();
  await expect.poll(async () => (await readLog(userData)).map(({ event }) => event)).toContain('self-test-passed');
  await close();
});
