import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { writeLicences } from './licences.mjs';
import { distFolder, root } from './paths.mjs';
import { bin, capture, PlainError, runMain } from './run.mjs';

/** @typedef {'development' | 'test' | 'release'} Flavour */

/**
 * Builds the page, the main process with its workers and command line, and the preload script.
 *
 * The page is the same in every flavour, so one already built may be used again.
 *
 * @param {{ flavour: Flavour, out?: string, renderer?: string }} options
 */
export async function bundle({ flavour, out = distFolder, renderer }) {
  const env = { SINERGI_FLAVOUR: flavour, SINERGI_OUT: out, NODE_ENV: 'production' };
  await rm(out, { recursive: true, force: true });
  const modes = renderer === undefined ? ['electron', 'preload', 'renderer'] : ['electron', 'preload'];
  if (renderer !== undefined) {
    await cp(renderer, `${out}/renderer`, { recursive: true });
    await cp(`${renderer}/../packages-renderer.json`, `${out}/packages-renderer.json`);
  }
  for (const mode of modes) {
    const built = capture(bin('vite'), ['build', '--mode', mode, '--logLevel', 'warn'], { cwd: root, env });
    if (built.code !== 0) throw new PlainError(`Building ${mode} failed:\n${built.stdout}${built.stderr}`);
    if (built.stderr.trim() !== '') console.error(built.stderr.trim());
  }
  await writeLicences(out);
}

/** @param {readonly string[]} files that have to be there after a build */
export function requireBuilt(files) {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new PlainError(`The build left out ${missing.join(', ')}.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await bundle({ flavour: 'development' });
    return 0;
  });
}
