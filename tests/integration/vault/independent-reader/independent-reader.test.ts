import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVault } from '../../../../electron/vault/create-vault.ts';
import { newKeyFile } from '../../../../electron/vault/crypto/key-file.ts';
import { openVaultWithRecoveryKey } from '../../../../electron/vault/officers/recover-officer.ts';
import { activateOfficer } from '../../../../electron/vault/officers/activate-officer.ts';
import { openVault } from '../../../../electron/vault/open-vault.ts';
import { newId } from '../../../../electron/vault/ids.ts';
import type { VaultPort } from '../../../../electron/vault/port.ts';
import { eventKinds } from '../../../../shared/domain/event.ts';
import { makeRichVault, note, passphrase, practice, somebody } from '../support/rich-vault.ts';
import type { Way } from './keys.ts';
import { readVault, type ReadVault } from './read-vault.ts';

let base: string;
let folder: string;
let recoveryKey: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-second-reader-'));
  folder = join(base, 'A.cvault');
  ({ recoveryKey } = await makeRichVault(folder));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What both readers must agree on, in one shape. */
function expectSame(read: ReadVault, vault: VaultPort): void {
  expect(read.document).toEqual(plain(vault.document));
  const ids = Object.keys(vault.document.people);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const told = vault.history('people', id).slice(1);
    const steps = (read.history[`people/${id}`] ?? []).map(({ version, at, by, change, fields }) => ({
      version,
      at,
      by,
      change,
      fields,
    }));
    expect(plain(steps)).toEqual(plain(told.map(({ byName: _name, ...step }) => step)));
  }
  expect([...read.contents.keys()]).toEqual(Object.keys(vault.document.files));
  const visits = new Map(read.visits.map((visit) => [visit['id'], visit]));
  expect(visits.size).toBe(vault.visits.length);
  const corrected = new Set(Object.values(vault.document.visitCorrections).map(({ visitId }) => visitId));
  for (const visit of vault.visits.all()) {
    if (corrected.has(visit.id)) continue;
    const minutes = visit.time === null ? -1 : Number(visit.time.slice(0, 2)) * 60 + Number(visit.time.slice(3));
    expect(visits.get(visit.id)).toEqual({
      id: visit.id,
      day: Date.parse(visit.date) / 86_400_000,
      minute: minutes,
      visitorId: visit.visitorId,
      inmateId: visit.inmateId,
      queueNumber: visit.queueNumber,
      relation: visit.relation,
      ...visit.asWritten,
    });
  }
  const events = eventKinds.flatMap((kind) => [...vault.events.all(kind)]);
  expect(events.length).toBeGreaterThan(0);
  const inOrder = (rows: readonly { readonly id?: unknown }[]) =>
    [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  expect(inOrder(read.events)).toEqual(
    inOrder(
      events.map(({ id, kind, date, texts }) => ({
        id,
        kind,
        day: Date.parse(date) / 86_400_000,
        minute: -1,
        ...texts,
      })),
    ),
  );
  expect(Object.values(read.names)).toContain(vault.actor.name);
}

describe('a reader written from docs/vault-format.md alone', () => {
  it('finds by the passphrase what the program finds', async () => {
    const read = await readVault(folder, { passphrase, officer: ' petugas  SATU ' });
    const { vault } = await openVault({ folder, passphrase, ...practice });
    expectSame(read, vault);
    await vault.close();
    expect([...read.contents.values()].map(String)).toEqual(['surat é', 'surat é']);
    expect(read.audit.map(({ action }) => action)).toContain('vault.create');
    expect(read.audit.length).toBeGreaterThan(5);
  });

  it('finds the same by the recovery key, and from the header copy', async () => {
    const read = await readVault(folder, { passphrase });
    expect(await readVault(folder, { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') })).toEqual(read);
    expect(await readVault(folder, { passphrase }, { header: 'header.copy.json' })).toEqual(read);
  });

  it('follows a recovery: new keys, vouched for, and the old signatures still good', async () => {
    const newPassphrase = 'kata sandi yang baru';
    const { vault } = await openVaultWithRecoveryKey({ folder, recovery: [recoveryKey], newPassphrase, ...practice });
    const read = await readVault(folder, { passphrase: newPassphrase });
    expectSame(read, vault);
    await vault.close();
    await expect(readVault(folder, { passphrase })).rejects.toThrow('the passphrase is wrong');
  });

  it('follows invitations, activations and a rotation: every officer who stays reads the same', async () => {
    const shared = join(base, 'B.cvault');
    await makeRichVault(shared);
    const first = await openVault({ folder: shared, passphrase, ...practice });
    const { officers } = first.vault;
    const second = 'kata sandi petugas dua';
    const gone = 'kata sandi petugas tiga';
    const added = await officers.add({ name: 'Petugas Dua', roles: ['administrator', 'officer'] });
    const third = await officers.add({ name: 'Petugas Tiga', roles: ['officer'], passphrase: gone });
    await first.vault.close();
    const activated = await activateOfficer({
      folder: shared,
      officer: 'Petugas Dua',
      invitation: added.invitation ?? '',
      newPassphrase: second,
      ...practice,
    });
    expectSame(await readVault(shared, { passphrase: second, officer: 'Petugas Dua' }), activated.vault);
    await activated.vault.transact(note, (t) => t.create('people', somebody('Dari petugas dua')));
    await activated.vault.officers.disable(third.officer.id);
    for (const [officer, words] of [
      ['Petugas Satu', passphrase],
      ['Petugas Dua', second],
    ] as const)
      expectSame(await readVault(shared, { passphrase: words, officer }), activated.vault);
    await expect(readVault(shared, { passphrase: gone, officer: 'Petugas Tiga' })).rejects.toThrow('which officer?');
    await activated.vault.close();
  });

  it('opens the register of sources to its handlers and the recovery key alone, through its rotations', async () => {
    const shared = join(base, 'C.cvault');
    const { recoveryKey: ownRecovery } = await makeRichVault(shared);
    const words = 'kata sandi pengelola';
    const { vault: first } = await openVault({ folder: shared, passphrase, ...practice });
    const handlers = ['Hana', 'Joko'] as const;
    const added = [];
    for (const name of handlers)
      added.push((await first.officers.add({ name, roles: ['source-handler'], passphrase: words })).officer);
    await first.close();

    const enter = async (officer: string): Promise<VaultPort> =>
      (await openVault({ folder: shared, passphrase: words, officer, ...practice })).vault;
    const [said, later] = [{ name: 'Sumber Contoh' }, { name: 'Sumber Lain' }].map((each) => JSON.stringify(each));
    const enterSource = async (vault: VaultPort, text = ''): Promise<void> => {
      await vault.sources.prepare();
      const id = newId(Date.now());
      const sealed = vault.sources.seal({ collection: 'sources', id }, text);
      const fields = { pseudonym: `S-${id.slice(-4).toUpperCase()}`, reliability: 'F', sealed } as const;
      await vault.transact(note, (t) => t.create('sources', fields, id));
    };
    const hana = await enter('Hana');
    await enterSource(hana, said);
    await hana.close();
    const { vault: admin } = await openVault({ folder: shared, passphrase, officer: 'Petugas Satu', ...practice });
    await admin.officers.disable(added[1]?.id ?? '');
    await admin.close();
    const again = await enter('Hana');
    await enterSource(again, later);
    await again.close();

    const expected = [JSON.parse(said ?? ''), JSON.parse(later ?? '')] as unknown[];
    expect((await readVault(shared, { passphrase: words, officer: 'Hana' })).sources).toEqual(expected);
    expect((await readVault(shared, { recoveryKey: ownRecovery })).sources).toEqual(expected);
    const other = await readVault(shared, { passphrase, officer: 'Petugas Satu' });
    expect(other.sources).toEqual([]);
    expect(Object.keys(other.document['sources'] ?? {})).toHaveLength(2);
  });

  it('opens a vault with a key file, by shares of the recovery key, and by a later recovery key', async () => {
    const own = join(base, 'D.cvault');
    const { key: keyFile, content } = newKeyFile();
    const made = await createVault({
      folder: own,
      officerName: 'Petugas Satu',
      passphrase: { passphrase, keyFile },
      shares: { needed: 3, made: 5 },
      ...practice,
    });
    await made.vault.transact(note, (t) => t.create('people', somebody('Ani Contoh')));
    const same = async (way: Way): Promise<void> =>
      expect((await readVault(own, way)).document).toEqual(plain(made.vault.document));
    const [one = '', two = '', three = '', four = '', five = ''] = made.recovery;
    await same({ passphrase, keyFile: content });
    await same({ shares: [five, two.toLowerCase(), three.replaceAll('-', ' ')] });
    await same({ shares: [one, four, three, two] });
    await expect(readVault(own, { passphrase })).rejects.toThrow('no key file');
    await expect(readVault(own, { passphrase, keyFile: newKeyFile().content })).rejects.toThrow('another key file');
    await expect(readVault(own, { shares: [one, two] })).rejects.toThrow('too few shares');

    const [key = ''] = await made.vault.officers.renewRecovery(undefined);
    await same({ recoveryKey: key });
    await made.vault.close();
  });

  it('imports nothing of the program', async () => {
    const allowed = /^(\.\/[a-z-]+\.ts|node:crypto|node:fs\/promises|node:path|hash-wasm)$/;
    for (const name of await readdir(import.meta.dirname)) {
      if (name.endsWith('.test.ts')) continue;
      const text = await readFile(join(import.meta.dirname, name), 'utf8');
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(allowed);
    }
  });
});
