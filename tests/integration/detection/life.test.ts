import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { lifeOf } from '../../../electron/services/people/life.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { type Office, openOffice } from '../access/support.ts';

const registers: Partial<Record<RegisterKind, readonly string[]>> = {
  inmates: ['Nama,No Registrasi,Kamar', 'Sastro Rekaan,B.I 1000/2022,F.2.16', 'Tirto Rekaan,B.I 1001/2022,F.2.17'],
  visits: [
    'Tanggal,Jam,Nama Pengunjung,NIK,No HP,Nama WBP,No Registrasi,Hubungan',
    '06/01/2025,09.15,Sari Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022,Istri',
    '07/01/2025,,Sari Rekaan,3175014107900001,081234567890,Tirto Rekaan,B.I 1001/2022,Saudara',
  ],
  goods: [
    'Tanggal,Jam,Barang,Pengirim,NIK,No HP,Nama WBP,No Registrasi',
    '08/01/2025,10.00,Nasi,Sari Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022',
  ],
  calls: [
    'Tanggal,Jam,Nomor Tujuan,Nama WBP,No Registrasi',
    '09/01/2025,19.30,0812-3456-7890,Sastro Rekaan,B.I 1000/2022',
    '09/01/2025,19.40,0813-9999-0000,Tirto Rekaan,B.I 1001/2022',
  ],
  finds: ['Tanggal,Barang,Nama WBP,No Registrasi,Kamar', '10/01/2025,sabu,Sastro Rekaan,B.I 1000/2022,F.2.16'],
  moves: [
    'Tanggal,Nama WBP,No Registrasi,Kamar Asal,Kamar Tujuan',
    '11/01/2025,Sastro Rekaan,B.I 1000/2022,F.2.16,C.1.3',
  ],
};

let office: Office;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-life-'));
  office = await openOffice('Satu', { Dua: ['auditor'] });
  await office.enter('Satu');
  const { session } = office.services;
  const workers = { path: (name: string): string => name };
  const importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  for (const kind of ['inmates', 'visits', 'goods', 'calls', 'finds', 'moves'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, (registers[kind] ?? []).join('\n'));
    await importing.run(path, kind, null);
  }
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const named = (name: string): string => {
  const people = Object.values(office.services.session.vault('people.read').document.people);
  return people.find((person) => person.name === name)?.id ?? '';
};
const told = async (name: string) =>
  (await lifeOf(office.services.session, named(name))).events.map(({ kind, date, time, otherName }) => [
    kind,
    date,
    time,
    otherName,
  ]);

it('everything the registers tell of an inmate, of a visitor, and of a visitor who was called', async () => {
  expect(await told('Sastro Rekaan')).toEqual([
    ['visits', '2025-01-06', '09:15', 'Sari Rekaan'],
    ['goods', '2025-01-08', '10:00', 'Sari Rekaan'],
    ['calls', '2025-01-09', '19:30', '+6281234567890'],
    ['finds', '2025-01-10', null, ''],
    ['moves', '2025-01-11', null, ''],
  ]);
  expect(await told('Sari Rekaan')).toEqual([
    ['visits', '2025-01-06', '09:15', 'Sastro Rekaan'],
    ['visits', '2025-01-07', null, 'Tirto Rekaan'],
    ['goods', '2025-01-08', '10:00', 'Sastro Rekaan'],
    ['calls', '2025-01-09', '19:30', 'Sastro Rekaan'],
  ]);
  const { until } = await lifeOf(office.services.session, named('Tirto Rekaan'));
  expect(until).toEqual({
    visits: '2025-01-07',
    goods: '2025-01-08',
    calls: '2025-01-09',
    finds: '2025-01-10',
    moves: '2025-01-11',
  });
});

it('the cell an inmate came to last is told beside the one in the inmate register', () => {
  const { people } = office.services;
  expect(people.get(named('Sastro Rekaan')).moved).toEqual({ cell: 'C.1.3', on: '2025-01-11' });
  expect(people.get(named('Tirto Rekaan')).moved).toBeNull();
});

it('is kept from whoever may not see the registers, and of nobody there is nothing', async () => {
  const id = named('Sastro Rekaan');
  await expect(lifeOf(office.services.session, '01a20f82-041f-72a5-a4ed-711d2637d505')).rejects.toThrow(
    expect.objectContaining({ code: 'not-found' }) as unknown,
  );
  await office.enter('Dua');
  await expect(lifeOf(office.services.session, id)).rejects.toThrow(
    expect.objectContaining({ code: 'not-allowed' }) as unknown,
  );
});
