import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../build/bundle.mjs';
import { signSums, writeSums } from '../../../build/checksums.mjs';
import { publicHalfOf, releaseKeyIn, testReleaseKey, trustedReleaseKey } from '../../../build/release-keys.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-release-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the checksums of a medium', () => {
  const files = async (): Promise<void> => {
    await writeFile(join(folder, 'sinergi.tar.gz'), 'program');
    await writeFile(join(folder, 'sbom.cdx.json'), '{}');
    await writeSums(folder);
  };
  const check = (): unknown =>
    execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });

  it('are read by the tool every Linux has, which finds what was changed', async () => {
    await files();
    expect(String(check())).toBe('sbom.cdx.json: OK\nsinergi.tar.gz: OK\n');
    await writeFile(join(folder, 'sinergi.tar.gz'), 'progrem');
    expect(check).toThrow(/1 computed checksum did NOT match/);
  });

  it('are signed, and a signature over others does not fit', async () => {
    await files();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const keyFile = join(folder, 'secret.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await signSums(folder, keyFile);
    const [sums, signature] = await Promise.all(
      ['SHA256SUMS', 'SHA256SUMS.sig'].map((name) => readFile(join(folder, name))),
    );
    expect(verify(null, sums ?? Buffer.of(), publicKey, signature ?? Buffer.of())).toBe(true);
    expect(verify(null, Buffer.concat([sums ?? Buffer.of(), Buffer.of(10)]), publicKey, signature ?? Buffer.of())).toBe(
      false,
    );
    expect(await readFile(join(folder, 'release-key.pub'), 'utf8')).toBe(
      publicKey.export({ type: 'spki', format: 'pem' }),
    );
  });

  it.each(['', 'not a key', 'rsa'])('are not signed with what is no release key: “%s”', async (given) => {
    await files();
    const keyFile = join(folder, 'wrong.pem');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(keyFile, given === 'rsa' ? rsa : given);
    await expect(signSums(folder, keyFile)).rejects.toThrow(/no Ed25519 private key/);
    await expect(signSums(folder, join(folder, 'nowhere'))).rejects.toThrow(/cannot be read/);
  });
});

describe('a build', () => {
  const digestOf = async (at: string): Promise<ReadonlyMap<string, string>> => {
    const entries = await readdir(at, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const digests = await Promise.all(
      files.map(async (file) =>
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ),
    );
    return new Map(files.map((file, index) => [file.slice(at.length), digests[index] ?? '']));
  };

  it('made twice, in two places, is the same byte for byte', { timeout: 180_000 }, async () => {
    const places = [join(folder, 'a'), join(folder, 'somewhere/else')];
    for (const out of places) await bundle({ flavour: 'release', out });
    const [one, other] = await Promise.all(places.map(digestOf));
    expect(one?.size).toBeGreaterThan(15);
    expect(other).toEqual(one);
  });
});

describe('the key a build trusts', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is the public half of the release key, and none where none is named', async () => {
    vi.stubEnv('SINERGI_RELEASE_KEY', '');
    expect(trustedReleaseKey('release')).toBeNull();
    const { privateKey } = generateKeyPairSync('ed25519');
    const file = join(folder, 'release-key.pem');
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    vi.stubEnv('SINERGI_RELEASE_KEY', file);
    expect(trustedReleaseKey('release')).toBe(publicHalfOf(privateKey));
  });

  it('is in no release the one of the tests, which everybody can read', () => {
    expect(trustedReleaseKey('test')).toBe(publicHalfOf(testReleaseKey));
    vi.stubEnv('SINERGI_RELEASE_KEY', '');
    expect([trustedReleaseKey('release'), trustedReleaseKey('development')]).toEqual([null, null]);
  });

  it('is no key of another kind', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const file = join(folder, 'rsa.pem');
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => releaseKeyIn(file)).toThrow('no Ed25519 private key');
    expect(() => releaseKeyIn(join(folder, 'tidak-ada'))).toThrow('cannot be read');
  });
});
