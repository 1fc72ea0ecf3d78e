import { existsSync } from 'node:fs';
import { packageApp, packagedExecutable } from './package.mjs';
import { bin, run, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, ensureVirtualDisplay } from './runtime/system.mjs';

// `--reuse` runs on what was packaged last; everything else goes to Playwright.
await runMain(async () => {
  const args = process.argv.slice(2);
  const reuse = args.includes('--reuse');
  const runtime = await resolveRuntime();
  await ensureLibraries(runtime.executable);
  for (const flavour of /** @type {const} */ (['test', 'release'])) {
    if (!reuse || !existsSync(packagedExecutable(flavour))) await packageApp(flavour);
  }
  const wanted = args.filter((argument) => argument !== '--reuse');
  await ensureVirtualDisplay();
  return run(bin('playwright'), ['test', '-c', 'tests/e2e', ...wanted]);
});
