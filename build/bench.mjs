import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { benchDocuments } from './bench-documents.mjs';
import { benchWindow } from './bench-window.mjs';
import { sqlcipherPeer } from './bench-peers.mjs';
import { cacheFolder, outFolder, root } from './paths.mjs';
import { run, runMain } from './run.mjs';

// tests/bench/main.ts is bundled like the program itself, so that the numbers are those of the shipped code.
await runMain(async () => {
  const [contest, ...rest] = process.argv.slice(2);
  if (contest === 'window' || contest === 'chart' || contest === 'start') return benchWindow(contest, rest);
  const out = join(cacheFolder, 'bench');
  await build({ root, mode: 'bench', logLevel: 'warn', build: { outDir: out } });
  if (process.argv.includes('networks')) return run(process.execPath, [join(out, 'bench.cjs'), 'networks']);
  if (contest === 'documents') return benchDocuments(out);
  if (contest === 'exchange') {
    mkdirSync(outFolder, { recursive: true });
    return run(process.execPath, ['--expose-gc', join(out, 'bench.cjs'), contest, outFolder]);
  }
  const peer = await sqlcipherPeer();
  const args = ['--out', outFolder, '--sqlcipher', JSON.stringify(peer), ...process.argv.slice(2)];
  return run(process.execPath, [join(out, 'bench.cjs'), ...args]);
});
