import { createHash, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { publicHalfOf, releaseKeyIn } from './release-keys.mjs';

export const sumsName = 'SHA256SUMS';
const own = new Set([sumsName, `${sumsName}.sig`, 'release-key.pub']);

/** @param {string} path @returns {Promise<string>} hexadecimal */
async function sha256Of(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Writes the checksums of every file of a folder as `sha256sum -c` reads them.
 *
 * @param {string} folder
 */
export async function writeSums(folder) {
  const names = (await readdir(folder)).filter((name) => !own.has(name)).sort();
  const lines = await Promise.all(names.map(async (name) => `${await sha256Of(join(folder, name))}  ${name}\n`));
  await writeFile(join(folder, sumsName), lines.join(''));
}

/**
 * Signs the checksums (Ed25519 over the file as it is) and lays the public key beside them.
 *
 * @param {string} folder
 * @param {string} keyFile a private key as PKCS #8 PEM, as `openssl genpkey -algorithm ed25519` writes it
 */
export async function signSums(folder, keyFile) {
  const key = releaseKeyIn(keyFile);
  await writeFile(join(folder, `${sumsName}.sig`), sign(null, await readFile(join(folder, sumsName)), key));
  await writeFile(join(folder, 'release-key.pub'), publicHalfOf(key));
}
