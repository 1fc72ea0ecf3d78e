import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting, type Importing } from '../../../electron/services/importing/importing.ts';
import { listedEvents } from '../../../electron/services/importing/event-listing.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { csvOf, inmateCsv } from '../../fixtures/registers/visit-register.ts';

const passphrase = 'kata sandi percobaan';
const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const workers = {
  path: (): string => {
    throw new Error('no worker in this test');
  },
};

let folder: string;
let vault: VaultPort;
let importing: Importing;

async function bring(kind: RegisterKind, content: string | Uint8Array, name = `${kind}.csv`) {
  const path = join(folder, name);
  await writeFile(path, content);
  return await importing.run(path, kind, null);
}
const listed = (kind: EventKind) => [...listedEvents(vault, kind)];
const idOf = (name: string, registration = ''): string =>
  Object.values(vault.document.people).find(
    (person) => person.name === name && JSON.stringify(person.roles).includes(registration),
  )?.id ?? '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-events-'));
  ({ vault } = await createVault({ folder: join(folder, 'A.cvault'), officerName: 'Satu', passphrase, ...weak }));
  importing = createImporting({ vault: () => vault, workers, emit: () => undefined, runner: runImportHere });
  await bring('inmates', inmateCsv);
  await bring('visits', csvOf());
});
afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a register of calls', () => {
  const csv = [
    'REGISTER WARTELSUSPAS;;;;',
    'Tanggal;WBP;No. Register;Nomor Tujuan;Durasi (menit)',
    '02/03/2026;Budi Contoh;B.I 1001/2022;0812 3456 7890;5',
    '2 Maret 2026;Joko Misal;B.I 1002/2023;+62 813-0000-1111;2,5',
    '03-03-2026;Joko Misal;B.I 1002/2023;-;10',
    '04/03/2026;Siapa Ini;;081299990000;10',
  ].join('\r\n');

  it('says who called which number, for how long, and whose number it is', async () => {
    const { rejected, ...counts } = await bring('calls', csv);
    expect(counts).toMatchObject({ rows: 4, created: 2, updated: 0, unchanged: 0 });
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      [3, 'phone-missing'],
      [4, 'inmate-unknown'],
    ]);
    expect(listed('calls')).toMatchObject([
      {
        date: '2026-03-02',
        inmateId: idOf('Budi Contoh', '1001'),
        seconds: 300,
        called: ['+6281234567890'],
        personIds: [idOf('Sri Rahayu')],
      },
      { date: '2026-03-02', inmateId: idOf('Joko Misal'), seconds: 150, personIds: [idOf('Dewi Umpama')] },
    ]);
  });

  it('adds nothing when it comes again, sorted otherwise, in another encoding, or saved by a spreadsheet', async () => {
    await bring('calls', csv);
    const lines = csv.split('\r\n');
    const turned = [...lines.slice(0, 2), ...lines.slice(2).toReversed()].join('\n');
    expect(await bring('calls', Buffer.from(`\uFEFF${turned}`, 'utf16le'), 'lain.csv')).toMatchObject({
      created: 0,
      unchanged: 2,
    });
    const rows: CellValue[][] = [
      ['Tanggal', 'WBP', 'No. Register', 'Nomor Tujuan', 'Durasi (menit)'],
      [new Date(Date.UTC(2026, 2, 2)), 'Budi Contoh', 'B.I 1001/2022', 81_234_567_890, 5],
      [new Date(Date.UTC(2026, 2, 2)), 'Joko Misal', 'B.I 1002/2023', '081300001111', 2.5],
      [new Date(Date.UTC(2026, 2, 5)), 'Joko Misal', 'B.I 1002/2023', '081300001111', 2.5],
    ];
    const saved = await writeXlsx({ sheets: [{ name: 'Wartel', rows }] });
    expect(await bring('calls', saved, 'wartel.xlsx')).toMatchObject({
      rows: 3,
      created: 1,
      unchanged: 2,
      rejected: [],
    });
  });

  it('is read again from the sealed vault, by month, after folding too', async () => {
    await bring('calls', csv);
    const before = listed('calls');
    await vault.compact();
    await vault.close();
    ({ vault } = await openVault({ folder: join(folder, 'A.cvault'), passphrase, ...weak }));
    expect(listed('calls')).toEqual(before);
    expect(vault.events.count('calls')).toBe(2);
  });

  it('is not taken for a visit book', async () => {
    await expect(bring('visits', csv, 'salah.csv')).rejects.toMatchObject({
      code: 'mapping-incomplete',
      details: { looksLike: 'calls' },
    });
  });
});

describe('a register of deposited goods', () => {
  const csv = [
    'No,Tgl Titipan,Jam,Nama Penitip,No. HP,Hubungan,Nama WBP,Blok,Jenis Barang,Jumlah,Satuan',
    '1,05/03/2026,10.15,Sri Rahayu,,,Budi Contoh,A.1.1,Rendang,"0,5",kg',
    '2,05/03/2026,10.20,Sri Rahayu,,,Budi Contoh,A.1.1,Sabun,2,buah',
    '3,06/03/2026,09:00,Wawan Umpama,081211110000,Adik,Joko Misal,A.1.2,Baju,3 (tiga) helai,',
    '4,06/03/2026,09:10,-,,,Joko Misal,A.1.2,Beras,"1.250 gr",',
    '5,06/03/2026,09:20,Wawan Umpama,081211110000,Adik,Joko Misal,A.1.2,,1,',
  ].join('\n');

  it('says who brought what to whom: the visitor known there under that name, or somebody new', async () => {
    const before = Object.keys(vault.document.people).length;
    const { rejected, created } = await bring('goods', csv);
    expect([created, rejected.map(({ code }) => code)]).toEqual([4, ['item-missing']]);
    expect(listed('goods')).toMatchObject([
      { item: 'Rendang', time: '10:15', measured: { amount: 500, unit: 'g' }, visitorId: idOf('Sri Rahayu') },
      { item: 'Sabun', measured: { amount: 2, unit: 'pcs' }, visitorId: idOf('Sri Rahayu') },
      { item: 'Baju', measured: { amount: 3, unit: 'helai' }, visitorId: idOf('Wawan Umpama') },
      { item: 'Beras', measured: { amount: 1250, unit: 'g' }, visitorId: null, inmateId: idOf('Joko Misal') },
    ]);
    expect(Object.keys(vault.document.people)).toHaveLength(before + 1);
    expect(vault.document.people[idOf('Wawan Umpama')]).toMatchObject({ phones: ['+6281211110000'] });
    expect(await bring('goods', csv, 'lagi.csv')).toMatchObject({ created: 0, unchanged: 4 });
    expect(Object.keys(vault.document.people)).toHaveLength(before + 1);
  });
});

describe('a register of finds', () => {
  it('keeps a find that is nobody’s with its place', async () => {
    const csv = [
      'Tanggal,Lokasi,Blok/Kamar,WBP,No. Register,Jenis Barang,Berat (gram)',
      '07/03/2026,Kamar,A.1.1,Budi Contoh,B.I 1001/2022,sabu,"16,11"',
      '07/03/2026,Lapangan,,tidak bertuan,,HP,',
      '08/03/2026,,A.1.2,,B.I 1002/2023,ganja,7.39',
    ].join('\n');
    expect(await bring('finds', csv)).toMatchObject({ created: 3, rejected: [] });
    expect(listed('finds')).toMatchObject([
      { inmateId: idOf('Budi Contoh', '1001'), item: 'sabu', measured: { amount: 16.11, unit: 'g' } },
      { inmateId: null, place: 'Lapangan', item: 'HP', measured: null },
      { inmateId: idOf('Joko Misal'), measured: { amount: 7.39, unit: 'g' } },
    ]);
  });
});

describe('a register of moves', () => {
  it('says where an inmate came to, also one the register names by the new cell', async () => {
    const csv = [
      'Tgl Pindah,Nama WBP,Kamar Lama,Kamar Baru,Alasan',
      '09/03/2026,Budi Contoh,C.9.9,A.1.1,Keamanan',
      '10/03/2026,Joko Misal,A.1.2,,',
    ].join('\n');
    const { created, rejected } = await bring('moves', csv);
    expect([created, rejected.map(({ code }) => code)]).toEqual([1, ['cell-missing']]);
    const [move] = listed('moves');
    expect(move).toMatchObject({
      cell: 'C.9.9',
      toCell: 'A.1.1',
      reason: 'Keamanan',
      inmateId: idOf('Budi Contoh', '1001'),
    });
  });
});

describe('the staff roster', () => {
  const csv = [
    'NIP,Nama,Jabatan,Regu,No. HP',
    "'198001012005011001,SITI CONTOH,Penjaga,Regu A,0812-7777-0001",
    ',Dodi Misal,Komandan,Regu B,',
    ',-,,,',
  ].join('\n');

  it('becomes no people; the same again adds nothing, a new number is learnt', async () => {
    const before = Object.keys(vault.document.people).length;
    const { created, rejected } = await bring('staff', csv);
    expect([created, rejected.map(({ code }) => code)]).toEqual([2, ['name-missing']]);
    expect(Object.keys(vault.document.people)).toHaveLength(before);
    expect(Object.values(vault.document.staff)[0]).toMatchObject({
      name: 'Siti Contoh',
      employeeNumber: '198001012005011001',
      phones: ['+6281277770001'],
    });
    expect(await bring('staff', csv, 'lagi.csv')).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await bring('staff', csv.replace('0812-7777-0001', '081277770002'), 'baru.csv')).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect(Object.values(vault.document.staff)[0]?.phones).toEqual(['+6281277770001', '+6281277770002']);
  });
});

it('an inmate may be named by the number alone', async () => {
  await bring('calls', 'Tanggal,No. Register,Nomor Tujuan\n02/03/2026,b.i 1001 / 2022,081234567890\n');
  expect(listed('calls')).toMatchObject([{ inmateId: idOf('Budi Contoh', '1001') }]);
});
