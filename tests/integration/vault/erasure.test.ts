import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { readPreamble } from '../../../electron/vault/format/frame.ts';
import { readHeader } from '../../../electron/vault/format/header.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { type Files, nodeFiles } from '../../../electron/vault/store/files.ts';
import { unlock } from '../../../electron/vault/unlocking.ts';
import { walkFrames } from '../../../electron/vault/verifying/walk-frames.ts';
import { batchOf } from '../../unit/vault/support/visit-batch.ts';
import { readVault } from './independent-reader/read-vault.ts';
import { note, passphrase, practice, somebody } from './support/rich-vault.ts';

let base: string;
let folder: string;
let vault: VaultPort;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-erasure-'));
  folder = join(base, 'A.cvault');
  ({ vault } = await createVault({ folder, officerName: 'Petugas Satu', passphrase, ...practice }));
});
afterEach(async () => {
  await vault.close();
  await rm(base, { recursive: true, force: true });
});

const watch = { progress: () => undefined };

/** Everything any sealed file of the folder says, opened with every key the passphrase yields. */
async function decrypted(): Promise<string> {
  const reading = readHeader(new Uint8Array(await readFile(join(folder, 'header.json'))));
  if (reading.state !== 'read') throw new Error(reading.state);
  const { body, mac } = reading;
  const { keyring } = await unlock({ body, mac, fromCopy: false }, passphrase, undefined, practice.kdf, true);
  let all = '';
  for (const [place, kind] of [
    ['data', 'snapshot'],
    ['data', 'journal'],
    ['segments', 'segment'],
    ['audit', 'audit'],
  ] as const)
    for (const name of await readdir(join(folder, place))) {
      const bytes = new Uint8Array(await readFile(join(folder, place, name)));
      if (readPreamble(bytes)?.kind !== kind) continue;
      const fileId = name.split('.')[0] ?? '';
      const { frames, problems } = await walkFrames(
        bytes,
        { kind, fileId, newestGeneration: body.generation },
        body.vaultId,
        keyring.dataKeyOf,
      );
      expect(problems).toEqual([]);
      for (const { payload } of frames) all += Buffer.from(payload).toString('utf8');
    }
  return all;
}

async function furnished() {
  const [citra, damar] = await vault.transact(
    note,
    (t) =>
      [t.create('people', somebody('Citra Terlupa')), t.create('people', somebody('Damar Tetap', 'inmate'))] as const,
  );
  const rows = [0, 1].map((row) => ({
    date: 20_520 + row,
    time: 540,
    visitorId: row === 0 ? citra.id : damar.id,
    inmateId: damar.id,
    text: row === 0 ? 'Citra Terlupa' : 'Damar Tetap',
  }));
  const batch = batchOf(damar.id, rows);
  // What the register says of the inmate stays.
  const inmate = { distinct: ['Damar Tetap'], index: new Int32Array(2) };
  const texts = { ...batch.texts, inmateName: inmate, registrationNumber: inmate, cell: inmate };
  await vault.transact(note, (t) => t.addVisits({ ...batch, texts }));
  await vault.transact(note, (t) => t.change('people', citra.id, 1, { notes: 'Citra Terlupa datang tiap Jumat' }));
  await vault.compact();
  await vault.transact(note, (t) => t.change('people', citra.id, 2, { notes: '' }));
  return { citra, damar, visitId: `${damar.id}:1` };
}

describe('what is erased', () => {
  it('is in no file of the vault any more: not in the newest generation, not in the one before, in no journal or segment', async () => {
    const { citra, damar, visitId } = await furnished();
    expect(await decrypted()).toContain('Citra Terlupa');
    await vault.erase(note, (t) => {
      t.erase('people', citra.id);
      t.anonymise(visitId);
    });
    const seen = (): void => {
      expect(vault.document.people[citra.id]).toBeUndefined();
      expect(vault.history('people', citra.id)).toEqual([]);
      expect(vault.visits.ofVisitor(citra.id)).toEqual([]);
      expect(vault.visits.length).toBe(2);
      const [first, second] = [...vault.visits.all()];
      expect(first).toMatchObject({ id: visitId, date: '2026-03-08', inmateId: damar.id, relation: '' });
      expect(first?.asWritten).toMatchObject({ visitorName: '', nationalId: '', phone: '', address: '' });
      expect(first?.visitorId).not.toBe(citra.id);
      expect(second?.asWritten.visitorName).toBe('Damar Tetap');
    };
    seen();
    const rest = await decrypted();
    expect(rest).toContain('Damar Tetap');
    expect(rest).not.toContain('Citra');
    expect((await vault.examine(watch)).problems).toEqual([]);
    await vault.close();
    ({ vault } = await openVault({ folder, passphrase, ...practice }));
    seen();
    const read = await readVault(folder, { passphrase });
    expect(read.document).toEqual(JSON.parse(JSON.stringify(vault.document)));
    expect(JSON.stringify(read)).not.toContain('Citra');
  });

  it('stays erased when the disk fills up before the folding, and two foldings later is gone', async () => {
    await vault.close();
    const files = nodeFiles();
    let full = false;
    const create: Files['create'] = (path, parts) =>
      full && path.endsWith('.snap')
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : files.create(path, parts);
    ({ vault } = await openVault({ folder, passphrase, ...practice, files: { ...files, create } }));
    const { citra, visitId } = await furnished();
    full = true;
    const erasing = vault.erase(note, (t) => {
      t.erase('people', citra.id);
      t.anonymise(visitId);
    });
    await expect(erasing).rejects.toMatchObject({ code: 'disk-full' });
    expect(vault.document.people[citra.id]).toBeUndefined();
    full = false;
    await vault.close();

    // The journal alone says so now; both readers follow it.
    const read = await readVault(folder, { passphrase });
    ({ vault } = await openVault({ folder, passphrase, ...practice }));
    expect(read.document).toEqual(JSON.parse(JSON.stringify(vault.document)));
    expect(vault.document.people[citra.id]).toBeUndefined();
    expect([...vault.visits.all()].map(({ asWritten }) => asWritten.visitorName)).toEqual(['', 'Damar Tetap']);
    expect((await vault.examine(watch)).problems).toEqual([]);
    expect(await decrypted()).toContain('Citra');
    await vault.compact();
    expect((await vault.examine(watch)).problems).toEqual([]);
    await vault.compact();
    expect(await decrypted()).not.toContain('Citra');
    expect((await vault.examine(watch)).problems).toEqual([]);
  });

  it('is refused for a record that is not there, and then nothing of the transaction happens', async () => {
    const { citra, visitId } = await furnished();
    const { generation } = await vault.info();
    await expect(
      vault.erase(note, (t) => {
        t.anonymise(visitId);
        t.erase('people', citra.id);
        t.erase('people', citra.id);
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(vault.document.people[citra.id]?.name).toBe('Citra Terlupa');
    expect(vault.visits.ofVisitor(citra.id)).toHaveLength(1);
    expect((await vault.info()).generation).toBe(generation);
    expect((await vault.examine(watch)).problems).toEqual([]);
  });
});
