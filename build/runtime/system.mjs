import { existsSync, readFileSync } from 'node:fs';
import { capture, isRoot, PlainError, run } from '../run.mjs';

/** What a bare Debian lacks for Chromium's window code. The t64 names are the same libraries from Debian 13 on. */
const debianLibraries = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['libcups2', 'libcups2t64'],
];

/** @param {string} executable */
function missingLibraries(executable) {
  const result = capture('ldd', [executable]);
  if (result.error !== undefined) return [];
  return result.stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

function onDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly string[]} names */
function available(names) {
  return names.find((name) => capture('apt-cache', ['show', '--no-all-versions', name]).code === 0) ?? names[0] ?? '';
}

/**
 * Installs Debian packages, or says which are missing.
 *
 * @param {readonly (readonly string[])[]} packages each with the names it goes by
 * @param {string} what
 */
async function installDebian(packages, what) {
  const plain = packages.map((names) => names[0]).join(' ');
  if (!onDebian()) throw new PlainError(`Missing ${what}: install what Debian calls ${plain}.`);
  if (!isRoot) throw new PlainError(`Missing ${what}: run "sudo apt-get install ${plain}".`);
  console.error(`Installing ${what} with apt-get.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, stdout: 'stderr' });
  const names = packages.map(available);
  const code = await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names], {
    env,
    stdout: 'stderr',
  });
  if (code !== 0) throw new PlainError(`Missing ${what}: apt-get could not install ${names.join(' ')}.`);
}

/**
 * Makes sure the system libraries of an Electron are there (Linux only).
 *
 * @param {string} executable
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  if (missingLibraries(executable).length === 0) return;
  await installDebian(debianLibraries, 'the system libraries Electron needs');
  const left = missingLibraries(executable);
  if (left.length > 0)
    throw new PlainError(`Electron still lacks ${left.join(', ')}; install the packages that hold them.`);
}

/** @param {string} command */
export function hasCommand(command) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(`${folder}/${command}`));
}

/** Makes sure a virtual display can be started (Linux only). */
export async function ensureVirtualDisplay() {
  if (process.platform !== 'linux' || hasCommand('Xvfb')) return;
  await installDebian([['xvfb']], 'a display (and Xvfb, which stands in for one)');
}

/**
 * Runs work under a display: the one there is, or a virtual one that ends with the work.
 *
 * @template T
 * @param {(env: Readonly<Record<string, string>>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  const hasOne = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (process.platform !== 'linux' || hasOne) return work({});
  await ensureVirtualDisplay();
  const { startXvfb } = await import('./xvfb.mjs');
  const server = await startXvfb();
  try {
    return await work({ DISPLAY: server.display, WAYLAND_DISPLAY: '' });
  } finally {
    server.stop();
  }
}
