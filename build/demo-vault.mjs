import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecord } from './json.mjs';
import { root } from './paths.mjs';
import { capture, PlainError } from './run.mjs';

/**
 * Makes the demonstration vault of synthetic people anew, through the command line like anyone else.
 *
 * @param {string} folder
 * @returns {Promise<Readonly<Record<string, string>>>} what the app needs in its environment to open it
 */
export async function createDemo(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const made = capture(process.execPath, [join(root, 'build/cli.mjs'), 'demo', '--out', folder, '--json'], {
    timeout: 600_000,
  });
  if (made.code !== 0) throw new PlainError(`The demonstration vault could not be made: ${made.stdout}${made.stderr}`);
  const { vault, passphrase } = parseRecord(made.stdout);
  if (typeof vault !== 'string' || typeof passphrase !== 'string')
    throw new PlainError('The demo command answered nothing usable.');
  return { SINERGI_DEMO_VAULT: vault, SINERGI_DEMO_PASSPHRASE: passphrase };
}
