import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, requireBuilt } from './bundle.mjs';
import { builderFuses, fuseFaults } from './fuses.mjs';
import { outFolder, root } from './paths.mjs';
import { PlainError, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

/** @typedef {'test' | 'release'} PackagedFlavour */

/** @param {PackagedFlavour} flavour */
export const packagedExecutable = (flavour) => unpackedExecutable(join(outFolder, flavour));

/** Where the executable of an unpacked program lies. @param {string} output */
export function unpackedExecutable(output) {
  const folders = {
    linux: 'linux-unpacked/sinergi',
    win32: 'win-unpacked/Sinergi.exe',
    darwin: 'mac/Sinergi.app/Contents/MacOS/Sinergi',
  };
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  return join(output, folders[platform]);
}

/**
 * The folder that becomes app.asar: built files and the few words of package.json Electron reads, nothing else.
 *
 * @param {PackagedFlavour} flavour
 * @param {string | undefined} renderer an already built page to use again
 */
async function stage(flavour, renderer) {
  const folder = join(outFolder, flavour, 'app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle({ flavour, out: join(folder, 'dist'), ...(renderer === undefined ? {} : { renderer }) });
  requireBuilt(
    ['electron/main.cjs', 'electron/preload.cjs', 'renderer/index.html'].map((file) => join(folder, 'dist', file)),
  );
  // Runs from a terminal of the sources only: the package cannot act as a bare Node.
  await rm(join(folder, 'dist/electron/cli.cjs'), { force: true });
  const kept = ['name', 'productName', 'version', 'description', 'author', 'main'];
  /** @type {unknown} */
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, kept, 2)}\n`);
  return folder;
}

/**
 * Packages the app for this platform as a folder and returns its executable.
 *
 * @param {PackagedFlavour} flavour
 * @param {string} [renderer]
 */
export async function packageApp(flavour, renderer) {
  const runtime = await resolveRuntime();
  console.error(runtime.why);
  const app = await stage(flavour, renderer);
  const output = join(outFolder, flavour);
  await packageFolder({ app, output, flavour, runtime });
  const executable = packagedExecutable(flavour);
  const faults = await fuseFaults(executable, flavour);
  if (faults.length > 0) throw new PlainError(`The packaged fuses differ: ${faults.join('; ')}`);
  return executable;
}

/**
 * Puts the files of a folder beside a runtime, as an unpacked program.
 *
 * @param {{ app: string; output: string; flavour: PackagedFlavour; runtime: import('./runtime/resolve.mjs').Runtime }} about
 */
export async function packageFolder({ app, output, flavour, runtime }) {
  await rm(join(output, 'linux-unpacked'), { recursive: true, force: true });
  process.env['DEBUG'] ??= '';
  const { build, Platform } = await import('electron-builder');
  await build({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      appId: 'id.sinergi.desktop',
      productName: 'Sinergi',
      electronVersion: runtime.version,
      electronDist: runtime.folder,
      directories: { app, output, buildResources: join(root, 'build/resources') },
      files: ['**/*'],
      asar: true,
      npmRebuild: false,
      electronFuses: await builderFuses(flavour, runtime.executable),
      electronLanguages: ['en-US', 'id'],
      linux: { executableName: 'sinergi', category: 'Office' },
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const flavour = process.argv.includes('--test-build') ? 'test' : 'release';
    console.log(await packageApp(flavour));
    return 0;
  });
}
