import { existsSync } from 'node:fs';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundle } from './bundle.mjs';
import { createDemo } from './demo-vault.mjs';
import { cacheFolder, root } from './paths.mjs';
import { isRoot, run, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, withDisplay } from './runtime/system.mjs';

/**
 * The executable and arguments that run the sources. An Electron without its default app ignores a path on its command
 * line; a copy of it, made of hard links where the file system has them, gets the sources linked in as its app.
 *
 * @param {import('./runtime/resolve.mjs').Runtime} runtime
 */
async function launcherOf(runtime) {
  if (existsSync(join(runtime.folder, 'resources/default_app.asar')))
    return { executable: runtime.executable, args: [root] };
  const folder = join(cacheFolder, `${basename(runtime.folder)}-sources`);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await cp(runtime.folder, folder, { recursive: true });
  }
  const app = join(folder, 'resources/app');
  await rm(app, { force: true });
  await symlink(root, app, 'dir');
  return { executable, args: [] };
}

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const runtime = await resolveRuntime();
  console.error(runtime.why);
  await ensureLibraries(runtime.executable);
  await bundle({ flavour: 'development' });
  const demo = wanted.includes('--demo') ? await createDemo(join(cacheFolder, 'demo')) : {};
  const { executable, args } = await launcherOf(runtime);
  if (isRoot) {
    console.error('Running as root: Chromium starts without its sandbox. Use an ordinary account for real work.');
    args.push('--no-sandbox');
  }
  return withDisplay((env) => run(executable, [...args, ...wanted], { env: { ...demo, ...env } }));
});
