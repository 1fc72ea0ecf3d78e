import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withNewSecret } from '../../../electron/services/vault/key-files.ts';
import { type ErrorCode, SinergiError } from '../../../shared/errors.ts';
import { createOfficers, type Officers } from '../../../electron/services/officers/officers.ts';
import { placesOf } from '../../../electron/services/policy/places.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';
import { createPreferences } from '../../../electron/services/preferences.ts';
import { createSession, type Session } from '../../../electron/services/session.ts';
import { createVaults, type Vaults } from '../../../electron/services/vault/vaults.ts';
import { anchorsIn } from '../../../electron/vault/anchor/anchor-store.ts';
import { quick } from './support/tiny-vault.ts';

const passphrase = 'kata sandi percobaan';
const after = 'kata sandi pengganti';

let base: string;
let folder: string;
let medium: string;
let session: Session;
let vaults: Vaults;
let officers: Officers;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-key-file-'));
  folder = join(base, 'A.cvault');
  medium = join(base, 'medium');
  await mkdir(medium);
  session = createSession({ changed: () => undefined, locked: () => undefined }, () => new Date());
  vaults = createVaults({
    session,
    places: placesOf(noPolicy),
    preferences: createPreferences(base),
    kdf: quick.kdf,
    anchors: anchorsIn(join(base, 'anchors')),
    ready: () => Promise.resolve(),
    progress: () => undefined,
  });
  officers = createOfficers(session);
});
afterEach(async () => {
  await session.end('quit');
  await rm(base, { recursive: true, force: true });
});

const at = (name: string): string => join(medium, name);
const lock = () => session.end('button');
const open = (keyFile?: string, words = passphrase) => vaults.open({ folder, passphrase: words, keyFile });
const create = (keyFile?: string) => vaults.create({ folder, officerName: 'Petugas Satu', passphrase, keyFile });

describe('a passphrase with a key file', () => {
  it('opens with both, and says what is wrong with the file before it tries the passphrase', async () => {
    await create(at('satu.kunci'));
    expect(officers.ownLock().keyFile).toBe(true);
    await lock();
    await writeFile(at('rusak.kunci'), (await readFile(at('satu.kunci'), 'utf8')).replace(/-.{4}/, '-0000'));
    await writeFile(at('lain.txt'), 'bukan file kunci');
    await vaults.create({ folder: join(base, 'B.cvault'), officerName: 'X', passphrase, keyFile: at('dua.kunci') });
    await lock();
    await expect(open()).rejects.toMatchObject({ code: 'key-file-required' });
    await expect(open(at('dua.kunci'))).rejects.toMatchObject({ code: 'key-file-wrong' });
    for (const name of ['rusak.kunci', 'lain.txt'])
      await expect(open(at(name))).rejects.toMatchObject({ code: 'key-file-damaged' });
    await expect(open(at('hilang.kunci'))).rejects.toMatchObject({ code: 'key-file-missing' });
    await expect(open(at('satu.kunci'), 'kata sandi yang salah')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await open(at('satu.kunci'))).toMatchObject({ officerName: 'Petugas Satu', readOnly: false });
  });

  it('leaves alone what lies where a new one was to go, and never goes into the vault', async () => {
    await writeFile(at('ada.kunci'), 'milik orang lain');
    await expect(create(at('ada.kunci'))).rejects.toMatchObject({ code: 'key-file-exists' });
    expect(await readFile(at('ada.kunci'), 'utf8')).toBe('milik orang lain');
    await expect(create(join(folder, 'x.kunci'))).rejects.toMatchObject({ code: 'key-file-inside' });
    expect(await readdir(base)).not.toContain('A.cvault');
    await expect(create(join(base, 'tidak-ada', 'x.kunci'))).rejects.toMatchObject({ code: 'folder-not-found' });
    await create();
    const wrong = {
      before: 'kata sandi yang salah',
      after,
      newKeyFile: { kind: 'make', path: at('baru.kunci') },
    } as const;
    await expect(officers.changePassphrase(wrong)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await readdir(medium)).toEqual(['ada.kunci']);
  });

  it('stays where it is when the disk fails, because the vault may need it already', async () => {
    const fails = (code: ErrorCode) =>
      withNewSecret(passphrase, at(code), folder, () => Promise.reject(new SinergiError(code)));
    for (const code of ['disk-full', 'disk-failed', 'passphrase-wrong', 'invitation-wrong'] as const)
      await expect(fails(code)).rejects.toMatchObject({ code });
    expect((await readdir(medium)).sort()).toEqual(['disk-failed', 'disk-full']);
  });

  it('is added, kept, replaced and given up with a change of the passphrase', async () => {
    await create();
    await officers.changePassphrase({ before: passphrase, after, newKeyFile: { kind: 'make', path: at('1') } });
    const change = officers.changePassphrase.bind(officers);
    await expect(change({ before: after, after, newKeyFile: { kind: 'none' } })).rejects.toMatchObject({
      code: 'key-file-required',
    });
    await change({ before: after, keyFile: at('1'), after: passphrase, newKeyFile: { kind: 'same' } });
    await lock();
    await open(at('1'));
    await change({ before: passphrase, keyFile: at('1'), after, newKeyFile: { kind: 'make', path: at('2') } });
    await lock();
    await expect(open(at('1'), after)).rejects.toMatchObject({ code: 'key-file-wrong' });
    await open(at('2'), after);
    await change({ before: after, keyFile: at('2'), after: passphrase, newKeyFile: { kind: 'none' } });
    expect(officers.ownLock().keyFile).toBe(false);
    await lock();
    await open();
  });

  it('is chosen by an invited officer too, and ended by the recovery key', async () => {
    const { recovery } = await create();
    const { invitation } = await officers.add({ name: 'Sari Dewi', roles: ['officer'] });
    await lock();
    const officerName = 'Sari Dewi';
    await vaults.activate({
      folder,
      officerName,
      invitation: invitation ?? '',
      newPassphrase: after,
      keyFile: at('sari'),
    });
    await lock();
    await expect(vaults.open({ folder, passphrase: after, officerName })).rejects.toMatchObject({
      code: 'key-file-required',
    });
    await vaults.recover({ folder, recovery, newPassphrase: passphrase, officerName });
    await lock();
    expect(await vaults.open({ folder, passphrase, officerName })).toMatchObject({ officerName });
  });
});
