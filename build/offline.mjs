import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { signSums, sumsName, writeSums } from './checksums.mjs';
import { parseRecord } from './json.mjs';
import { outFolder, root } from './paths.mjs';
import { capture, PlainError, run, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

// A folder from which the program is built where there is no network: sources, every package of the lock file for this kind of
// machine, and the runtime (docs/release.md).
await runMain(async () => {
  const changed = capture('git', ['status', '--porcelain']);
  if (changed.code !== 0) throw new PlainError('The sources are taken from git: run this in a clone.');
  if (changed.stdout !== '')
    throw new PlainError('The sources are taken from the last commit, and there are changes since: commit them first.');
  const runtime = await resolveRuntime();
  const { version } = parseRecord(await readFile(join(root, 'package.json'), 'utf8'));
  const name = `sinergi-${String(version)}`;
  const folder = join(outFolder, 'offline');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  packed('git', [
    'archive',
    '--format=tar.gz',
    `--prefix=${name}/`,
    '-o',
    join(folder, `${name}-source.tar.gz`),
    'HEAD',
  ]);
  await packPackages(folder);
  const runtimeArchive = `electron-${runtime.version}-${process.platform}-${process.arch}.tar.gz`;
  packed('tar', [
    '-czf',
    join(folder, runtimeArchive),
    '-C',
    dirname(runtime.folder),
    '--transform',
    `s,^${basename(runtime.folder)},electron,`,
    basename(runtime.folder),
  ]);
  await writeFile(join(folder, 'README.txt'), instructions(name, runtimeArchive, runtime.origin === 'verification'));
  await writeSums(folder);
  const keyFile = process.env['SINERGI_RELEASE_KEY'] || undefined;
  if (keyFile !== undefined) await signSums(folder, keyFile);
  console.log(`${folder}: ${keyFile === undefined ? 'checksums, not signed' : `${sumsName}, signed`}`);
  return 0;
});

/** @param {string} command @param {string[]} args */
function packed(command, args) {
  const { code, stderr } = capture(command, args);
  if (code !== 0) throw new PlainError(`${command} could not pack: ${stderr}`);
}

/**
 * npm's own cache, filled by one installation from nothing: npm compares each archive with the lock file here and once more where
 * it is installed.
 *
 * @param {string} folder
 */
async function packPackages(folder) {
  const work = await mkdtemp(join(tmpdir(), 'sinergi-offline-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) await cp(join(root, file), join(work, file));
    const cache = join(work, 'npm-cache');
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', cache];
    const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: work, stdout: 'stderr' });
    if (code !== 0) throw new PlainError('npm could not fetch every package of the lock file; see above.');
    packed('tar', ['-cf', join(folder, 'npm-cache.tar'), '-C', work, 'npm-cache/_cacache']);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} name @param {string} runtimeArchive @param {boolean} onlyForTests */
function instructions(name, runtimeArchive, onlyForTests) {
  return `Sinergi: building it without a network

This folder was made on ${process.platform}-${process.arch} and serves machines of that kind. Needed there: Node 20.19 or newer with npm, tar.
${onlyForTests ? '\nThe Electron in it is here to run tests and no longer maintained. Do not release what is built with it.\n' : ''}
  sha256sum -c --strict SHA256SUMS
  mkdir build
  tar -xf npm-cache.tar -C build
  tar -xzf ${name}-source.tar.gz -C build
  tar -xzf ${runtimeArchive} -C build
  cd build/${name}
  npm ci --offline --cache ../npm-cache
  ELECTRON_OVERRIDE_DIST_PATH="$PWD/../electron" npm run package

The program then lies in out/release. How the checksums and their signature are verified stands in docs/release.md.
`;
}
