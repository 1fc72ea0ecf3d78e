import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findsFor } from '../../../electron/services/evidence/finds.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { type Office, openOffice } from '../access/support.ts';

const registers = {
  inmates: ['Nama,No Registrasi,Kamar', 'Sastro Rekaan,B.I 1000/2022,F.2.16'],
  finds: [
    'Tanggal,Barang,Jumlah,Satuan,Tempat,Nama WBP,No Registrasi,Kamar,Penemu',
    '10/01/2025,sabu,5,gram,ventilasi,Sastro Rekaan,B.I 1000/2022,F.2.16,Andi Contoh',
    '11/01/2025,telepon genggam,1,buah,dapur,,,,Budi Contoh',
    '12/01/2025,sabu,2,gram,dapur,,,,Andi Contoh',
  ],
} as const;

let office: Office;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-finds-'));
  office = await openOffice('Satu', { Dua: ['auditor'] });
  await office.enter('Satu');
  const { session } = office.services;
  const workers = { path: (name: string): string => name };
  const importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  for (const kind of ['inmates', 'finds'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, registers[kind].join('\n'));
    await importing.run(path, kind, null);
  }
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const days = (text: string, chosen: string | null = null): readonly string[] =>
  findsFor(office.services.session, text, chosen).map(({ date }) => date);

it('rows of finds are found by any word of them, the newest first', () => {
  expect(days('')).toEqual(['2025-01-12', '2025-01-11', '2025-01-10']);
  expect(days('sabu')).toEqual(['2025-01-12', '2025-01-10']);
  expect(days('SABU dapur')).toEqual(['2025-01-12']);
  expect(days('sastro')).toEqual(['2025-01-10']);
  expect(days('F.2.16')).toEqual(['2025-01-10']);
  expect(days('ganja')).toEqual([]);
});

it('the row an exhibit stands in comes along whatever is typed', () => {
  const [first] = findsFor(office.services.session, 'sastro', null);
  expect(first).toMatchObject({ item: 'sabu', amount: '5 gram', place: 'ventilasi', inmate: 'Sastro Rekaan' });
  expect(days('telepon', first?.id ?? '')).toEqual(['2025-01-11', '2025-01-10']);
});

it('is kept from whoever may not see the registers', async () => {
  await office.enter('Dua');
  expect(() => findsFor(office.services.session, '', null)).toThrow(
    expect.objectContaining({ code: 'not-allowed' }) as unknown,
  );
  await office.enter('Satu');
});
