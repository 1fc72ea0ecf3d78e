import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { installInto } from './installed.mjs';
import { dirname, join } from 'node:path';
import { signSums, sumsName, writeSums } from './checksums.mjs';
import { parseRecord, recordOf } from './json.mjs';
import { packageApp } from './package.mjs';
import { releaseKeyIn, testReleaseKey } from './release-keys.mjs';
import { writeUpdate } from './update.mjs';
import { outFolder, root } from './paths.mjs';
import { capture, PlainError, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

// A folder for a medium: the program, what it is made of, checksums, and a signature over them (docs/release.md).
await runMain(async () => {
  const runtime = await resolveRuntime();
  const isTrial = process.argv.includes('--trial');
  if (runtime.origin === 'verification' && !isTrial)
    throw new PlainError(
      `Electron ${runtime.version} is here to run tests and no longer maintained: a release needs the Electron of package.json. --trial makes one to try it out.`,
    );
  const keyFile = process.env['SINERGI_RELEASE_KEY'] || undefined;
  if (keyFile === undefined && !isTrial)
    throw new PlainError(
      'SINERGI_RELEASE_KEY must name the file with the release key. --trial makes a release without.',
    );
  const { version } = parseRecord(await readFile(join(root, 'package.json'), 'utf8'));
  const medium = join(outFolder, 'medium');
  await rm(medium, { recursive: true, force: true });
  await mkdir(medium, { recursive: true });
  const program = dirname(await packageApp('release'));
  const name = `sinergi-${String(version)}-${process.platform}-${process.arch}`;
  await packInto(join(medium, `${name}.tar.gz`), program, String(version));
  // A trial without a key is signed by one that everybody has, and no release trusts.
  const key = keyFile === undefined ? testReleaseKey : releaseKeyIn(keyFile);
  await writeUpdate({
    program,
    out: join(medium, `${name}.update`),
    version: String(version),
    notes: await notesOf(),
    key,
  });
  await writeFile(join(medium, 'sbom.cdx.json'), billOfMaterials());
  await writeSums(medium);
  if (keyFile !== undefined) await signSums(medium, keyFile);
  console.log(`${medium}: ${keyFile === undefined ? 'checksums, not signed' : `${sumsName}, signed`}`);
  return 0;
});

/** What is new, for officers: `SINERGI_RELEASE_NOTES` names a file `{"id": "…", "en": "…"}`. */
async function notesOf() {
  const file = process.env['SINERGI_RELEASE_NOTES'];
  if (file === undefined || file === '') return { id: '', en: '' };
  const { id, en } = parseRecord(await readFile(file, 'utf8'));
  if (typeof id !== 'string' || typeof en !== 'string')
    throw new PlainError(`${file} must say what is new in both languages: {"id": "…", "en": "…"}.`);
  return { id, en };
}

/**
 * The program as it lies installed: a starter, and versions beside each other. The same files give the same bytes: neither times nor
 * owners are kept.
 *
 * @param {string} archive
 * @param {string} program
 * @param {string} version
 */
async function packInto(archive, program, version) {
  const folder = join(outFolder, 'installed');
  await rm(folder, { recursive: true, force: true });
  await installInto(folder, program, version);
  const fixed = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const packed = capture('tar', [...fixed, '--use-compress-program=gzip -n', '-cf', archive, '-C', folder, '.']);
  if (packed.code !== 0) throw new PlainError(`tar could not pack the program: ${packed.stderr}`);
}

/** CycloneDX 1.5 of everything the lock file names; the same for the same lock file, wherever and whenever it is made. */
function billOfMaterials() {
  const made = capture('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: root });
  if (made.code !== 0) throw new PlainError(`npm could not write the bill of materials: ${made.stderr}`);
  const { serialNumber: _serial, metadata, ...bill } = parseRecord(made.stdout);
  const { timestamp: _moment, component, ...about } = recordOf(metadata);
  // npm calls it after the folder it lies in.
  const named = { ...recordOf(component), name: 'sinergi', type: 'application' };
  return `${JSON.stringify({ ...bill, metadata: { ...about, component: named } }, null, 2)}\n`;
}
