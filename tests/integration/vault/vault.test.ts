import { mkdtemp, readFile, rm, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVaultWithRecoveryKey } from '../../../electron/vault/officers/recover-officer.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import type { FieldsOf } from '../../../shared/domain/document.ts';

const passphrase = 'kata sandi percobaan';
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const open = (folder: string, words = passphrase) => openVault({ folder, passphrase: words, ...weak });
const note = { action: 'test' };

const somebody = (name: string): FieldsOf<'people'> => ({
  name,
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  roles: [{ kind: 'visitor' }],
  notes: '',
  provenance: { kind: 'officer' },
  retention: 'case',
});

let base: string;
let folder: string;
let vault: VaultPort;
let recoveryKey: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-vault-'));
  folder = join(base, 'A.cvault');
  ({
    vault,
    recovery: [recoveryKey = ''],
  } = await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...weak }));
});
afterEach(async () => {
  await vault.close();
  await rm(base, { recursive: true, force: true });
});

describe('a vault', () => {
  it('keeps what was saved over a restart, with who, when and what it was before', async () => {
    const made = await vault.transact(note, (t) => t.create('people', somebody('Sri Rahayu Contoh')));
    await vault.transact(note, (t) => t.change('people', made.id, 1, { name: 'Sri Rahayu Lestari' }));
    await vault.close();
    ({ vault } = await open(folder));
    expect(vault.document.people[made.id]).toMatchObject({ name: 'Sri Rahayu Lestari', version: 2 });
    expect(vault.history('people', made.id)).toMatchObject([
      { change: 'created', byName: 'Petugas Satu' },
      { change: 'changed', fields: [{ field: 'name', before: 'Sri Rahayu Contoh', after: 'Sri Rahayu Lestari' }] },
    ]);
  });

  it('keeps it over compaction too', async () => {
    const made = await vault.transact(note, (t) => t.create('people', somebody('Budi Contoh')));
    const removed = await vault.transact(note, (t) => t.remove('people', made.id, 1));
    await vault.compact();
    await vault.transact(note, (t) => t.restore('people', made.id, removed.version));
    await vault.close();
    ({ vault } = await open(folder));
    expect(vault.document.people[made.id]).toMatchObject({ name: 'Budi Contoh', version: 3 });
    expect(vault.document.people[made.id]?.removed).toBeUndefined();
    expect(vault.history('people', made.id).map((step) => step.change)).toEqual(['created', 'removed', 'restored']);
    expect((await vault.info()).generation).toBe(2);
  });

  it('saves all of a change or nothing', async () => {
    const attempt = vault.transact(note, (t) => {
      t.create('people', somebody('Ani Contoh'));
      t.create('people', somebody(''));
    });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-input', details: { field: 'name' } });
    expect(Object.keys(vault.document.people)).toEqual([]);
  });

  it('refuses a change that was made on an older version', async () => {
    const made = await vault.transact(note, (t) => t.create('people', somebody('Citra Contoh')));
    await vault.transact(note, (t) => t.change('people', made.id, 1, { notes: 'satu' }));
    const late = vault.transact(note, (t) => t.change('people', made.id, 1, { notes: 'dua' }));
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });

  it('holds visits by month, oldest first, with corrections laid over them', async () => {
    const texts = (value: string) => ({ distinct: [value], index: Int32Array.of(0, 0) });
    const [visitor, inmate, importId] = await vault.transact(note, (t) => {
      const people = ['Dewi Contoh', 'Eko Contoh'].map((name) => t.create('people', somebody(name)).id);
      const id = people[0] ?? '';
      t.addVisits({
        importId: id,
        length: 2,
        date: Int32Array.of(20_520, 20_480),
        time: Int16Array.of(540, -1),
        sourceRow: Int32Array.of(2, 1),
        texts: {
          visitorId: texts(people[0] ?? ''),
          inmateId: texts(people[1] ?? ''),
          queueNumber: texts('7'),
          relation: texts('Istri'),
          visitorName: texts('DEWI'),
          nationalId: texts(''),
          phone: texts(''),
          address: texts('Jl. Contoh'),
          inmateName: texts('Eko'),
          registrationNumber: texts('B.I 1/2020'),
          cell: texts('A.1.1'),
        },
      });
      return [...people, id];
    });
    const visitId = `${importId ?? ''}:1`;
    await vault.transact(note, (t) => t.create('visitCorrections', { visitId, set: { relation: 'Ibu' } }));
    await vault.close();
    ({ vault } = await open(folder));
    expect(
      [...vault.visits.all()].map(({ sourceRow, date, time, relation }) => [sourceRow, date, time, relation]),
    ).toEqual([
      [1, '2026-01-27', null, 'Ibu'],
      [2, '2026-03-08', '09:00', 'Istri'],
    ]);
    expect(vault.visits.ofVisitor(visitor ?? '')).toEqual([0, 1]);
    expect(vault.visits.ofInmate(inmate ?? '')).toEqual([0, 1]);
  });

  it('tells a wrong passphrase, another program and a missing vault apart', async () => {
    await expect(open(folder)).rejects.toMatchObject({ code: 'vault-in-use' });
    await vault.close();
    await expect(open(folder, 'bukan kata sandinya')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await expect(open(join(base, 'B.cvault'))).rejects.toMatchObject({ code: 'vault-not-found' });
    await expect(createVault({ folder, officerName: 'X', passphrase, ...weak })).rejects.toMatchObject({
      code: 'vault-exists',
    });
  });

  it('opens by the recovery key with a new passphrase, and not by another key', async () => {
    const made = await vault.transact(note, (t) => t.create('people', somebody('Fajar Contoh')));
    await vault.close();
    const other = await createVault({ folder: join(base, 'C.cvault'), officerName: 'X', passphrase, ...weak });
    await other.vault.close();
    const newPassphrase = 'kata sandi yang baru';
    const wrong = openVaultWithRecoveryKey({ folder, recovery: other.recovery, newPassphrase, ...weak });
    await expect(wrong).rejects.toMatchObject({ code: 'recovery-key-wrong' });
    ({ vault } = await openVaultWithRecoveryKey({
      folder,
      recovery: [recoveryKey.toLowerCase()],
      newPassphrase,
      ...weak,
    }));
    expect(vault.document.people[made.id]?.name).toBe('Fajar Contoh');
    await vault.close();
    await expect(open(folder)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    ({ vault } = await open(folder, newPassphrase));
  });

  it('writes no name in the clear', async () => {
    await vault.transact(note, (t) => t.create('people', somebody('Gunawan Rahasiatama')));
    await vault.compact();
    await vault.transact(note, (t) => t.create('people', somebody('Hartini Rahasiatama')));
    await vault.close();
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const bytes = await readFile(join(name.parentPath, name.name));
      for (const word of ['Rahasiatama', 'Petugas Satu'])
        for (const encoding of ['utf8', 'utf16le', 'base64'] as const)
          expect(
            bytes.includes(
              encoding === 'base64' ? Buffer.from(word).toString('base64').slice(0, -4) : Buffer.from(word, encoding),
            ),
          ).toBe(false);
    }
  });
});
