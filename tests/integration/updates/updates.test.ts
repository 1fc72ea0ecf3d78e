import { createHash } from 'node:crypto';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLongWork, type LongWork } from '../../../electron/services/backup/long-work.ts';
import { updateMessage } from '../../../electron/services/updates/update-file.ts';
import { createUpdates, type InstalledProgram } from '../../../electron/services/updates/updates.ts';
import { publicHalfOf, testReleaseKey } from '../../../build/release-keys.mjs';
import { writeUpdate } from '../../../build/update.mjs';
import { compareVersions } from '../../../shared/domain/update.ts';
import { sign } from 'node:crypto';
import { SinergiError } from '../../../shared/errors.ts';

const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const isRoot = process.getuid?.() === 0;

let base: string;
let root: string;
let program: string;
let work: LongWork;
const files = { sinergi: 'baru', 'resources/app.asar': 'x'.repeat(3_000_000), 'locales/id.pak': '' };

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-updates-'));
  program = join(base, 'program');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(program, path)), { recursive: true });
    await writeFile(join(program, path), content);
  }
  await chmod(join(program, 'sinergi'), 0o755);
});
afterAll(() => rm(base, { recursive: true, force: true }));

beforeEach(async () => {
  root = await mkdtemp(join(base, 'opt-'));
  await mkdir(join(root, 'versions/1.0.0'), { recursive: true });
  await writeFile(join(root, 'versions/1.0.0/sinergi'), 'lama');
  await symlink('versions/1.0.0', join(root, 'current'));
  work = createLongWork(() => undefined);
});

const updates = (more: Partial<InstalledProgram> = {}) =>
  createUpdates(
    {
      version: '1.0.0',
      root,
      platform: 'linux',
      arch: 'x64',
      releaseKey: publicHalfOf(testReleaseKey),
      vaultFormat: 1,
      ...more,
    },
    work,
  );

async function updateTo(version: string, more: Partial<Parameters<typeof writeUpdate>[0]> = {}): Promise<string> {
  const out = join(base, `${version}-${Math.random()}.update`);
  await writeUpdate({ program, out, version, platform: 'linux', arch: 'x64', key: testReleaseKey, ...more });
  return out;
}
const started = (): Promise<string> => readFile(join(root, 'current/sinergi'), 'utf8');
const versions = async (): Promise<string[]> => (await readdir(join(root, 'versions'))).sort();

describe('an update', () => {
  it('says what it is before anything is written', async () => {
    const path = await updateTo('1.1.0', { notes: { id: 'Lebih cepat', en: 'Quicker' } });
    expect(await updates().inspect(path)).toEqual({
      version: '1.1.0',
      notes: { id: 'Lebih cepat', en: 'Quicker' },
      files: 3,
      bytes: 3_000_004,
    });
    expect(await versions()).toEqual(['1.0.0']);
  });

  it('is put beside the version that runs, whole and as it was signed, and runs from the next start on', async () => {
    const path = await updateTo('1.1.0');
    await updates().stage(path);
    expect(await started()).toBe('baru');
    for (const [name, content] of Object.entries(files))
      expect(await readFile(join(root, 'current', name), 'utf8')).toBe(content);
    expect((await stat(join(root, 'current/sinergi'))).mode & 0o111).toBe(0o111);
    expect((await stat(join(root, 'current/resources/app.asar'))).mode & 0o111).toBe(0);
    expect(await updates().state()).toEqual({
      running: '1.0.0',
      kept: { current: '1.1.0', before: '1.0.0' },
      checksUpdates: true,
    });
  });

  it('can be gone back from, and forward again', async () => {
    await updates().stage(await updateTo('1.1.0'));
    expect(await updates().back()).toEqual({ version: '1.0.0' });
    expect(await started()).toBe('lama');
    expect(await updates().back()).toEqual({ version: '1.1.0' });
    expect(await started()).toBe('baru');
  });

  it('staged over another one that was never started keeps what runs, with all its files', async () => {
    await updates().stage(await updateTo('1.1.0'));
    await updates().stage(await updateTo('1.2.0'));
    expect(await versions()).toEqual(['1.0.0', '1.2.0']);
    expect(await updates().back()).toEqual({ version: '1.0.0' });
    expect(await started()).toBe('lama');
  });

  it('leaves two versions and no more', async () => {
    await updates().stage(await updateTo('1.1.0'));
    await updates({ version: '1.1.0' }).stage(await updateTo('1.2.0'));
    expect(await versions()).toEqual(['1.1.0', '1.2.0']);
  });
});

describe('what is refused, with nothing changed', () => {
  const refused: [string, string, () => Promise<string>, Partial<InstalledProgram>?][] = [
    ['an older one', 'update-not-newer', () => updateTo('0.9.9')],
    ['the same one', 'update-not-newer', () => updateTo('1.0.0')],
    ['one for another machine', 'update-not-for-us', () => updateTo('1.1.0', { arch: 'arm64' })],
    ['one that cannot open our vaults', 'update-vault-format', () => updateTo('1.1.0', { vaultFormats: [2] })],
    ['any, by a build without a release key', 'update-key-missing', () => updateTo('1.1.0'), { releaseKey: null }],
    ['one where versions do not lie beside each other', 'update-place', () => updateTo('1.1.0'), { root: null }],
    ['a file that is none', 'update-unreadable', () => Promise.resolve(join(program, 'sinergi'))],
    ['a file that is not there', 'file-not-found', () => Promise.resolve(join(base, 'tidak-ada'))],
  ];
  it.each(refused)('%s: %s', async (_, wanted, make, installed) => {
    await expect(updates(installed).stage(await make())).rejects.toEqual(code(wanted));
    expect(await versions()).toEqual(['1.0.0']);
    expect(await started()).toBe('lama');
  });

  it('another one than was shown, put in its place meanwhile', async () => {
    await expect(updates().stage(await updateTo('1.2.0'), '1.1.0')).rejects.toEqual(code('update-damaged'));
    expect(await versions()).toEqual(['1.0.0']);
  });

  it('going back where there is nothing before', async () => {
    await expect(updates().back()).rejects.toEqual(code('update-nothing-before'));
  });

  it.skipIf(isRoot)('a folder that this account may not write', async () => {
    await chmod(join(root, 'versions'), 0o555);
    await expect(updates().stage(await updateTo('1.1.0'))).rejects.toEqual(code('update-no-rights'));
    await chmod(join(root, 'versions'), 0o755);
  });

  /** Signed by the right key, and hostile all the same. */
  async function signedFile(change: (told: { files: { path: string }[] }) => object): Promise<string> {
    const bytes = Buffer.from('jahat');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const told = change({ files: [] });
    const manifest = Buffer.from(
      JSON.stringify({
        format: 1,
        product: 'sinergi',
        version: '1.1.0',
        platform: 'linux',
        arch: 'x64',
        vaultFormats: [1],
        notes: { id: '', en: '' },
        ...told,
        ...('files' in told ? {} : { files: [{ path: 'a', bytes: bytes.length, sha256, executable: false }] }),
      }),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32BE(manifest.length);
    const signature = sign(null, updateMessage(manifest), testReleaseKey);
    const out = join(base, `jahat-${Math.random()}.update`);
    const content =
      told !== null && 'files' in told && Array.isArray(told.files) ? told.files.map(() => bytes) : [bytes];
    await writeFile(
      out,
      Buffer.concat([Buffer.from('SNGU'), Buffer.from([1, 0, 0, 0]), signature, length, manifest, ...content]),
    );
    return out;
  }
  const file = (path: string) => ({
    path,
    bytes: 5,
    sha256: createHash('sha256').update('jahat').digest('hex'),
    executable: false,
  });

  it.each([
    '../luar',
    '/etc/passwd',
    'a/../../luar',
    'a//b',
    './a',
    'a\\b',
    'C:a',
    'a/',
    'a.',
    'nul\u0000',
    '',
    'x'.repeat(300),
  ])('a path that leads elsewhere: %j', async (path) => {
    await expect(updates().stage(await signedFile(() => ({ files: [file(path)] })))).rejects.toEqual(
      code('update-unreadable'),
    );
    expect(await readdir(root)).toEqual(expect.arrayContaining(['current', 'versions']));
    expect(await versions()).toEqual(['1.0.0']);
  });

  it.each([
    ['another product', { product: 'lain' }],
    ['a member nobody knows', { lebih: 1 }],
    ['two names that are one on some disks', { files: [file('a'), file('A')] }],
    ['a version that is none', { version: '../1.1.0' }],
    ['more bytes than anything may have', { files: [{ ...file('a'), bytes: 2 ** 50 }] }],
  ])('%s', async (_, change) => {
    await expect(updates().stage(await signedFile(() => change))).rejects.toEqual(code('update-unreadable'));
    expect(await versions()).toEqual(['1.0.0']);
  });

  it('a file in the place of a folder of another', async () => {
    const told = () => ({ files: [file('a'), file('a/b')] });
    await expect(updates().stage(await signedFile(told))).rejects.toBeInstanceOf(SinergiError);
    expect(await versions()).toEqual(['1.0.0']);
  });
});

it('any byte that is another one is noticed, wherever it is, and nothing is left', async () => {
  const whole = await readFile(await updateTo('1.1.0'));
  const path = join(base, 'rusak.update');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.nat({ max: 1200 }), fc.nat({ max: whole.length - 1 })),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        await writeFile(path, bytes);
        await expect(updates().stage(path)).rejects.toBeInstanceOf(SinergiError);
        expect(await versions()).toEqual(['1.0.0']);
        expect(await started()).toBe('lama');
      },
    ),
    { numRuns: 120 },
  );
  for (const length of [0, 3, 8, 75, 200, whole.length - 1]) {
    await writeFile(path, whole.subarray(0, length));
    await expect(updates().stage(path)).rejects.toBeInstanceOf(SinergiError);
  }
  await writeFile(path, Buffer.concat([whole, Buffer.from('!')]));
  await expect(updates().stage(path)).rejects.toEqual(code('update-damaged'));
});

describe('interrupted', () => {
  it('by the officer, it leaves nothing and the version there is', async () => {
    const path = await updateTo('1.1.0');
    const stopping = createLongWork(() => stopping.cancel());
    work = stopping;
    await expect(updates().stage(path)).rejects.toEqual(code('cancelled'));
    expect(await versions()).toEqual(['1.0.0']);
    expect(await started()).toBe('lama');
  });

  it('by a crash, what it left is removed by the next try, and there was always a version to start', async () => {
    await mkdir(join(root, 'versions/.1.1.0-abc/resources'), { recursive: true });
    await writeFile(join(root, 'versions/.1.1.0-abc/sinergi'), 'setengah');
    expect(await started()).toBe('lama');
    await updates().stage(await updateTo('1.1.0'));
    expect(await versions()).toEqual(['1.0.0', '1.1.0']);
    // Whole, and not in use yet.
    await rm(join(root, 'current'));
    await symlink('versions/1.0.0', join(root, 'current'));
    await updates().stage(await updateTo('1.1.0'));
    expect(await started()).toBe('baru');
    expect((await lstat(join(root, 'current'))).isSymbolicLink()).toBe(true);
    expect(await readlink(join(root, 'before'))).toBe('versions/1.0.0');
  });
});

it('versions are compared by number', () => {
  const sorted = ['0.9.0', '1.0.0', '1.0.10', '1.0.9', '1.10.0', '1.9.9', '10.0.0'];
  expect(sorted.toSorted(compareVersions)).toEqual(['0.9.0', '1.0.0', '1.0.9', '1.0.10', '1.9.9', '1.10.0', '10.0.0']);
});
