import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { losesNothing } from '../../../shared/domain/comparison.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLongWork } from '../../../electron/services/backup/long-work.ts';
import { createRestoring } from '../../../electron/services/backup/restoring.ts';
import type { RestoreReport } from '../../../electron/services/backup/restoring.ts';
import { placesOf } from '../../../electron/services/policy/places.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';
import { batchOf } from '../../unit/vault/support/visit-batch.ts';
import { caseFields, type Office, openOffice, passphraseOf, personFields, weak } from '../access/support.ts';

let office: Office;
let out: string;
let restored: RestoreReport;

/** The real service over vaults that cost nothing to open. */
const restoring = () =>
  createRestoring({
    session: office.services.session,
    places: placesOf(noPolicy),
    ready: () => Promise.resolve(),
    longWork: createLongWork(() => undefined),
    opening: weak,
    approvals: office.services.approvals,
  });
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const own = { passphrase: passphraseOf('Pendiri'), officerName: 'Pendiri' };

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'] });
  out = join(dirname(office.folder), 'medium');
  await mkdir(out);
  await office.enter('Sari');
  await office.services.people.create(personFields('Wati Rekaan'));
  const file = await office.services.cases.create(caseFields('Jalur dapur'));
  await office.enter('Pendiri');
  const { backup } = await office.services.backups.run(out);
  restored = await restoring().restoreInto({ from: out, backup, into: dirname(office.folder), ...own });
  await office.enter('Sari');
  const { id } = await office.services.people.create(personFields('Sesudah cadangan'));
  await office.services.cases.change(file.id, 1, caseFields('Jalur dapur dan gudang'));
  await office.services.cases.create(caseFields('Baru sama sekali'));
  const rows = [{ date: 20_520, time: 540, visitorId: id, inmateId: id, text: 'a' }];
  await office.services.session
    .vault('imports.run')
    .transact({ action: 'import.visits' }, (transaction) => transaction.addVisits(batchOf(id, rows)));
});
afterAll(() => office.end());

describe('a restored backup', () => {
  it('lies in a new folder named after its moment, is remembered, and never in the way', async () => {
    await office.enter('Pendiri');
    expect(restored.folder).toMatch(/A \d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.cvault$/);
    expect(await restoring().list()).toMatchObject([
      { folder: restored.folder, restoredBy: 'Pendiri', manifest: restored.manifest },
    ]);
    const { backup } = restored;
    const again = restoring().restoreInto({ from: out, backup, into: dirname(office.folder), ...own });
    await expect(again).rejects.toEqual(code('vault-exists'));
  });

  it('is restored by administrators only, of the open vault and of the backup', async () => {
    const { backup } = restored;
    const input = { from: out, backup, folder: join(out, '../X.cvault') };
    await office.enter('Sari');
    await expect(restoring().restore({ ...input, ...own })).rejects.toEqual(code('not-allowed'));
    await office.services.session.end('button');
    const sari = { passphrase: passphraseOf('Sari'), officerName: 'Sari' };
    await expect(restoring().restore({ ...input, ...sari })).rejects.toEqual(code('not-allowed'));
  });
});

const none = { missing: 0, changed: 0, extra: 0, newest: null, newestThere: null };

describe('comparing', () => {
  const compareAs = async (name: string) => {
    await office.enter(name);
    const key = { passphrase: passphraseOf(name), officerName: name };
    return await restoring().compare({ folder: restored.folder, against: null, ...key });
  };

  it('says what the backup lacks, with the newest change of each', async () => {
    const { lacks, sameVault, cases, otherCases } = await compareAs('Umi');
    expect(sameVault).toBe(true);
    expect(lacks.people).toMatchObject({ missing: 1, changed: 0, extra: 0 });
    expect(lacks.cases).toMatchObject({ missing: 1, changed: 1, extra: 0 });
    expect(lacks.visits).toMatchObject({ missing: 1, changed: 0 });
    expect(lacks.links).toEqual({ missing: 0, changed: 0, extra: 0, newest: null, newestThere: null });
    expect(lacks.audit.missing).toBeGreaterThan(4);
    // What was noted of the restoring is in the restored one alone.
    expect(lacks.audit.extra).toBe(1);
    expect((lacks.people.newest ?? '') > (lacks.people.newestThere ?? '')).toBe(true);
    expect(cases.map(({ title, state }) => [title, state])).toEqual([
      ['Baru sama sekali', 'missing'],
      ['Jalur dapur dan gudang', 'changed'],
    ]);
    expect(otherCases).toBe(0);
  });

  it('names no case to an officer who may not know of it', async () => {
    const { cases, otherCases, lacks } = await compareAs('Pendiri');
    expect(cases).toEqual([]);
    expect(otherCases).toBe(2);
    expect(lacks.cases.missing).toBe(1);
  });

  it('works between two closed vaults too, and finds nothing lacking in the vault itself', async () => {
    await office.services.session.end('button');
    const key = { passphrase: passphraseOf('Umi'), officerName: 'Umi' };
    const back = await restoring().compare({ folder: office.folder, against: restored.folder, ...key });
    expect(back.lacks.people).toMatchObject({ missing: 0, changed: 0, extra: 1 });
    expect(back.lacks.cases).toMatchObject({ missing: 0, changed: 1, extra: 1 });
  });

  it('misses no task, exhibit, ban or package: what was written since is counted, whatever it is', async () => {
    const before = await compareAs('Umi');
    await office.enter('Sari');
    const { session, bans, casework } = office.services;
    const [file] = Object.values(session.vault('cases.read').document.cases);
    const [person] = Object.values(session.vault('people.read').document.people);
    await casework.tasks.createGap(file?.id ?? '', { question: 'Siapa pengirimnya?', answer: '' });
    await bans.create({ personId: person?.id ?? '', from: '2026-01-01', reason: 'Barang terlarang' });
    const { lacks } = await compareAs('Umi');
    expect(lacks.casework.missing).toBe(before.lacks.casework.missing + 1);
    expect(lacks.gate.missing).toBe(before.lacks.gate.missing + 1);
    expect(losesNothing({ ...before, lacks: { ...lacks, people: none, cases: none, visits: none } })).toBe(false);
  });

  it('is not for everybody', async () => {
    await expect(compareAs('Sari')).rejects.toEqual(code('not-allowed'));
  });
});
