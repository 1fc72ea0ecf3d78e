import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { csvOf, inmateCsv, visitHeader, visitRows } from '../../../fixtures/registers/visit-register.ts';
import { stubOpenDialog, stubSaveDialog } from '../../harness.ts';
import { choose, type Desk, openDesk, press } from '../desk.ts';
import { chooseRegister, figures, importRegister } from './wizard.ts';

let desk: Desk;
let page: Page;
const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(desk.folder, name);
  await writeFile(path, content);
  return path;
};

test.beforeAll(async () => {
  desk = await openDesk();
  page = desk.page;
});
test.afterAll(() => desk.end());

test('a register of inmates is recognised, shown before anything is written, and read', async () => {
  const path = await put('register.csv', inmateCsv);
  await page.keyboard.press('Alt+4');
  await stubOpenDialog(desk.app, []);
  await press(page, 'Pilih berkas…');
  await expect(page.getByRole('heading', { name: 'Belum ada impor' })).toBeVisible();

  await chooseRegister(desk, path);
  await expect(page.getByRole('combobox', { name: 'Jenis register' })).toHaveValue('Register WBP');
  await expect(page.getByRole('combobox', { name: 'Nama', exact: true })).toHaveValue('Nama');
  const preview = page.getByRole('table', { name: 'Pratinjau' });
  await expect(preview.getByRole('row')).toHaveCount(4);
  await expect(preview).toContainText('Joko Misal');
  await press(page, /^Impor$/);
  expect(await figures(page)).toEqual(['3', '3', '0', '0', '0']);
  await expect(page.getByRole('status').filter({ hasText: 'Semua baris diterima.' })).toBeVisible();
});

const unusual = visitHeader.map((heading) => (heading === 'Nama Pengunjung' ? 'Siapa' : heading));

test('a column nobody recognised is chosen by the officer, bad rows are reported, and the report can be saved', async () => {
  const bad: readonly (readonly string[])[] = [
    ['6', '31/02/2026', '09:00', '6', 'Gita Umpama', '', '', '', 'Ibu', 'Joko Misal', 'B.I 1002/2023', 'A.1.2'],
    ['7', '04/03/2026', '09:00', '7', '', '', '', '', 'Ibu', 'Joko Misal', 'B.I 1002/2023', 'A.1.2'],
    ['8', '04/03/2026', '09:10', '8', 'Hasan Umpama', '', '', '=1+1', 'Ibu', 'Tak Dikenal Siapa', '', ''],
  ];
  const text = csvOf([...visitRows, ...bad], { header: unusual, titles: ['BUKU KUNJUNGAN (REKAAN)'] });
  await chooseRegister(desk, await put('kunjungan-maret.csv', text));
  await expect(page.getByText('Jenis register tidak dikenali. Pilih jenisnya.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Impor$/ })).toBeDisabled();
  await choose(page, 'Jenis register', 'Buku kunjungan');
  await expect(page.getByText('Baris judul dilewati: BUKU KUNJUNGAN (REKAAN)')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Wajib' })).toContainText('Nama pengunjung');
  await expect(page.getByRole('button', { name: /^Impor$/ })).toBeDisabled();
  await choose(page, 'Nama pengunjung', 'Siapa');
  await expect(page.getByRole('table', { name: 'Pratinjau' })).toContainText('→ Nama pengunjung');
  await press(page, /^Impor$/);
  expect(await figures(page)).toEqual(['8', '5', '0', '0', '3']);

  const rejected = page.getByRole('grid', { name: 'Baris yang ditolak' });
  await expect(rejected.getByRole('row').nth(1)).toContainText(/^6Tanggal tidak terbaca/);
  await expect(rejected.getByRole('row').nth(2)).toContainText(/^7Nama pengunjung kosong/);
  await expect(rejected.getByRole('row').nth(3)).toContainText(/^8WBP tidak dikenal/);

  const report = join(desk.folder, 'ditolak.csv');
  await stubSaveDialog(desk.app, null);
  await press(page, /^Simpan laporan/);
  await stubSaveDialog(desk.app, report);
  await press(page, /^Simpan laporan/);
  await expect(page.getByText('Laporan disimpan', { exact: true })).toBeVisible();
  const lines = (await readFile(report, 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('31/02/2026');
  // A spreadsheet must not run what stands in a cell.
  expect(lines[3]).toContain("'=1+1");
});

test('the next file of the same source comes mapped as the officer had corrected it', async () => {
  const rows = [
    ['9', '05/03/2026', '09:00', '9', 'Indah Umpama', '', '', '', 'Ibu', 'Joko Misal', 'B.I 1002/2023', ''],
  ];
  const text = csvOf(rows, { header: unusual, titles: ['BUKU KUNJUNGAN APRIL'] });
  await chooseRegister(desk, await put('kunjungan-april.csv', text));
  await expect(page.getByText('Pemetaan diingat dari impor sebelumnya.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Nama pengunjung' })).toHaveValue('Siapa');
  await press(page, /^Impor$/);
  expect(await figures(page)).toEqual(['1', '1', '0', '0', '0']);
});

test('the same file again adds nothing, and neither does the same register as a spreadsheet', async () => {
  const text = csvOf(visitRows, { header: unusual });
  expect(await importRegister(desk, await put('kunjungan-lagi.csv', text))).toEqual(['5', '0', '0', '5', '0']);

  const cells: CellValue[][] = [['BUKU KUNJUNGAN'], [...visitHeader], ...visitRows.map((row) => [...row])];
  const book = await writeXlsx({ sheets: [{ name: 'Kunjungan', rows: cells }] });
  const path = await put('kunjungan.xlsx', book);
  await chooseRegister(desk, path);
  await expect(page.getByRole('region', { name: 'kunjungan.xlsx' })).toContainText('XLSX');
  await press(page, /^Impor$/);
  expect(await figures(page)).toEqual(['5', '0', '0', '5', '0']);
});

test('what was imported is listed with its rejected rows, and stands in the vault once', async () => {
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+4');
  const earlier = page.getByRole('table', { name: 'Impor sebelumnya' });
  await expect(earlier.getByRole('row')).toHaveCount(6);
  await earlier.getByRole('button', { name: 'Lihat 3 baris yang ditolak dari kunjungan-maret.csv' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('grid')).toContainText('WBP tidak dikenal');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'Cari orang' }).fill('Sri Rahayu');
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: 'Sri Rahayu' });
  await expect(rows).toHaveCount(1);
});

test('what cannot be read is refused in plain words, and nothing is left half open', async () => {
  const refusals: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['kosong.csv', '', 'Berkas tidak berisi baris data.'],
    [
      'terpotong.xlsx',
      (await writeXlsx({ sheets: [{ name: 'A', rows: [[...visitHeader]] }] })).slice(0, -300),
      'Berkas tidak dapat dibaca.',
    ],
    ['gambar.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'Format berkas tidak dikenal.'],
    [
      'terkunci.xlsx',
      await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], encryption: { password: 'x', spinCount: 1000 } }),
      'Berkas dilindungi kata sandi.',
    ],
  ];
  for (const [name, content, words] of refusals) {
    await chooseRegister(desk, await put(name, content));
    await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
  }
});

test('registers of goods, calls, finds, moves and staff are recognised and read in the same way', async () => {
  const registers: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'Register titipan',
      'Tgl Titipan;Penitip;Untuk WBP;No. Reg;Jenis Titipan;Berat (gram)\n05/03/2026;Sri Rahayu;Budi Contoh;B.I 1001/2022;Rendang;"0,5 kg"\n05/03/2026;Sri Rahayu;Budi Contoh;B.I 1001/2022;;1',
      ['2', '1', '0', '0', '1'],
    ],
    [
      'Register wartelsuspas',
      'Tanggal;WBP;No. Register;Nomor Tujuan;Durasi (detik)\n02/03/2026;Joko Misal;B.I 1002/2023;0813 0000 1111;307',
      ['1', '1', '0', '0', '0'],
    ],
    [
      'Register temuan',
      'Tanggal;Blok/Kamar;WBP;Jenis Barang;Jumlah\n02/03/2026;A.1.2;Joko Misal;HP;1',
      ['1', '1', '0', '0', '0'],
    ],
    [
      'Register pindah kamar',
      'Tgl Mutasi;Nama WBP;No. Reg;Kamar Lama;Kamar Baru\n03/03/2026;Joko Misal;B.I 1002/2023;A.1.2;B.1.1',
      ['1', '1', '0', '0', '0'],
    ],
    [
      'Daftar petugas',
      'NIP;Nama;Jabatan;No. HP\n198001012005011001;Wati Contoh;Penjaga;081277770001',
      ['1', '1', '0', '0', '0'],
    ],
  ];
  for (const [kind, content, expected] of registers) {
    await chooseRegister(desk, await put(`${kind}.csv`, content));
    await expect(page.getByRole('combobox', { name: 'Jenis register' })).toHaveValue(kind);
    await press(page, /^Impor$/);
    await expect(page.getByRole('combobox', { name: 'Jenis register' })).toHaveCount(0);
    expect(await figures(page)).toEqual(expected);
  }
  // The roster is for who looks after integrity, its import too.
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+4');
  const earlier = page.getByRole('table', { name: 'Impor sebelumnya' });
  await expect(earlier).toContainText('Register temuan');
  await expect(earlier).not.toContainText('Daftar petugas');
});
