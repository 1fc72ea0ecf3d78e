import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecord } from './json.mjs';
import { root } from './paths.mjs';
import { PlainError } from './run.mjs';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** Where a build leaves the folders of the packages whose code went into it. */
const isPackageList = /^packages-[a-z]+\.json$/;
const isLicenceFile = /^(licen[cs]e|copying|ofl)/i;
/** Files of these are shipped beside the code, not bundled into it. */
const shippedAsFiles = ['node_modules/@ibm/plex-sans', 'node_modules/@resvg/resvg-wasm'];

/**
 * Writes the licences of everything that was bundled into `out`, for the program to show.
 *
 * @param {string} out
 * @returns {Promise<readonly Licence[]>}
 */
export async function writeLicences(out) {
  const folders = new Set(shippedAsFiles);
  const lists = (await readdir(out)).filter((name) => isPackageList.test(name));
  for (const list of lists) {
    /** @type {unknown} */
    const found = JSON.parse(await readFile(join(out, list), 'utf8'));
    if (Array.isArray(found)) for (const folder of found) folders.add(String(folder));
  }
  const licences = await Promise.all([...folders].map(licenceOf));
  licences.sort((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(join(out, 'electron/licences.json'), `${JSON.stringify(licences)}\n`);
  return licences;
}

/**
 * @param {string} place relative to the project
 * @returns {Promise<Licence>}
 */
async function licenceOf(place) {
  const folder = join(root, place);
  const { name, version, license } = parseRecord(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => isLicenceFile.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
  const licence = typeof license === 'string' ? license : '';
  if (licence === '' && texts.length === 0)
    throw new PlainError(`${place} does not say under which licence it stands.`);
  return { name: String(name), version: String(version), licence, text: texts.join('\n\n').trim() };
}
