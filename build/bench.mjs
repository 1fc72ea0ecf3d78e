import { join } from 'node:path';
import { build } from 'vite';
import { cacheFolder, root } from './paths.mjs';
import { run, runMain } from './run.mjs';

// tests/bench/main.ts is bundled like the program itself, so that the numbers are those of the shipped code.
await runMain(async () => {
  const out = join(cacheFolder, 'bench');
  await build({ root, mode: 'bench', logLevel: 'warn', build: { outDir: out } });
  return run(process.execPath, ['--expose-gc', join(out, 'bench.cjs'), ...process.argv.slice(2)]);
});
