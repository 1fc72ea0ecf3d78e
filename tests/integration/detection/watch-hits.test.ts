import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { type Office, openOffice } from '../access/support.ts';

const registers: Partial<Record<RegisterKind, readonly string[]>> = {
  inmates: ['Nama,No Registrasi,Kamar', 'Sastro Rekaan,B.I 1000/2022,F.2.16'],
  visits: [
    'Tanggal,Jam,Nama Pengunjung,NIK,No HP,Nama WBP,No Registrasi,Hubungan',
    '06/01/2025,09.15,Sari Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022,Istri',
  ],
  goods: [
    'Tanggal,Jam,Barang,Pengirim,NIK,No HP,Nama WBP,No Registrasi',
    '06/01/2025,10.00,Nasi,Sari Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022',
    '08/01/2025,10.00,Nasi,Sari Rekaan,3175014107900001,081234567890,Sastro Rekaan,B.I 1000/2022',
  ],
  calls: [
    'Tanggal,Jam,Nomor Tujuan,Nama WBP,No Registrasi',
    '09/01/2025,19.30,0812-3456-7890,Sastro Rekaan,B.I 1000/2022',
    '10/01/2025,19.40,0813-9999-0000,Sastro Rekaan,B.I 1000/2022',
  ],
};

let office: Office;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-watch-'));
  office = await openOffice('Satu', {});
  await office.enter('Satu');
  const { session } = office.services;
  const workers = { path: (name: string): string => name };
  const importing = createImporting({ vault: session.vault, workers, emit: () => undefined, runner: runImportHere });
  for (const kind of ['inmates', 'visits', 'goods', 'calls'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, (registers[kind] ?? []).join('\n'));
    await importing.run(path, kind, null);
  }
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const { id, version } of office.services.watches.list(null)) await office.services.watches.end(id, version);
});

const hits = (): readonly (readonly [string | null, string | null])[] =>
  office.services.alerts
    .list({ state: 'open', subject: 'watch-hit', offset: 0, limit: 10 })
    .rows.map(({ due, seenIn }) => [due, seenIn]);

/** Puts Sari on the watch list. */
async function watched(from: string, until: string): Promise<void> {
  const { people } = office.services.session.vault('people.read').document;
  const personId = Object.values(people).find(({ name }) => name === 'Sari Rekaan')?.id ?? '';
  await office.services.watches.create({
    personId,
    from,
    until,
    instruction: 'tell',
    note: '',
    reason: 'Disebut dalam laporan (rekaan).',
  });
}

it.each([
  ['2025-01-01', '2025-01-31', '2025-01-09', 'calls'],
  ['2025-01-01', '2025-01-08', '2025-01-08', 'goods'],
  ['2025-01-01', '2025-01-07', '2025-01-06', 'visits'],
])('watched from %s until %s, somebody was last seen on %s in %s', async (from, until, day, seenIn) => {
  await watched(from, until);
  expect(hits()).toEqual([[day, seenIn]]);
});

it('outside the days of the watch nobody is told of', async () => {
  await watched('2025-02-01', '2025-02-28');
  expect(hits()).toEqual([]);
});

it('another number that was called is not theirs', async () => {
  await watched('2025-01-10', '2025-01-31');
  expect(hits()).toEqual([]);
});
