import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { choose, openDesk, press } from './desk.ts';

const save = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).last().press('Enter');
};
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const toCoordination = (page: Page) => page.getByRole('link', { name: /^Koordinasi/ }).press('Enter');
const due = (page: Page) => page.getByRole('region', { name: 'Kesepakatan antarinstansi' });

async function writeMeeting(page: Page): Promise<void> {
  await press(page, 'Rapat baru');
  await field(page, 'Judul rapat').fill('Rapat bulanan (rekaan)');
  await field(page, 'Tempat').fill('Aula Lapas Rekaan');
  await field(page, 'Agenda').fill('Jalur lempar\nDaftar kunjungan');
  await press(page, 'Tambah peserta');
  const present = page.getByRole('group', { name: 'Daftar hadir' });
  await present.getByRole('textbox', { name: 'Nama' }).fill('Rina Contoh');
  await present.getByRole('textbox', { name: 'Pangkat/jabatan' }).fill('AKP');
  await present.getByRole('combobox', { name: 'Instansi' }).fill('Polres Contoh');
  await field(page, 'Notulen').fill('Tiga temuan dibahas.');
  await field(page, 'Keputusan').fill('Patroli luar tembok ditambah');
  await press(page, 'Tambah tindak lanjut');
  const actions = page.getByRole('group', { name: 'Tindak lanjut' });
  await actions.getByRole('textbox', { name: 'Yang harus dikerjakan' }).fill('Kirim daftar kunjungan');
  await actions.getByRole('textbox', { name: 'Penanggung jawab' }).fill('Budi Rekaan');
  await actions.getByRole('combobox', { name: 'Instansi' }).fill('Lapas Rekaan');
  await actions.getByRole('textbox', { name: 'Tenggat' }).fill('02/03/2026');
  await page.keyboard.press('Tab');
  await isSound(page, 'form of a meeting', '[role="dialog"]');
  await save(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('agencies meet, what they agreed is followed up from Today, and the minutes are fixed and printed', async () => {
  const desk = await openDesk();
  const { app, page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await toCoordination(page);
  await expect(page.getByText('Belum ada rapat')).toBeVisible();
  await isSound(page, 'no meetings yet');

  await test.step('a meeting with a decision and an action', async () => {
    await writeMeeting(page);
    await expect(page.getByText('1 lewat tenggat')).toBeVisible();
    await isSound(page, 'list of meetings');
  });

  await test.step('the action stands on Today and leads to its meeting', async () => {
    await page.keyboard.press('Alt+1');
    await expect(due(page)).toContainText('Lewat tenggat sejak 2 Mar 2026');
    await isSound(page, 'today with what agencies agreed');
    await due(page).getByRole('link', { name: 'Kirim daftar kunjungan' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Rapat bulanan (rekaan)' })).toBeVisible();
    await isSound(page, 'a meeting', '[role="dialog"]');
  });

  const panel = page.getByRole('dialog', { name: 'Rapat bulanan (rekaan)' });
  await test.step('one press says that it is done, and can be taken back', async () => {
    await press(page, 'Tandai selesai: Kirim daftar kunjungan');
    await expect(panel.getByText(/^Selesai · /)).toBeVisible();
    await page.getByRole('button', { name: 'Urungkan' }).press('Enter');
    await expect(panel.getByText('Lewat tenggat')).toBeVisible();
    await press(page, 'Tandai selesai: Kirim daftar kunjungan');
    await expect(panel.getByText(/^Selesai · /)).toBeVisible();
  });

  await test.step('approved minutes take corrections only', async () => {
    await panel.getByRole('button', { name: 'Setujui notulen' }).press('Enter');
    const asked = page.getByRole('dialog', { name: 'Setujui notulen rapat ini?' });
    await asked.getByRole('button', { name: 'Setujui notulen' }).press('Enter');
    await expect(panel.getByText(/^Disetujui Petugas Contoh/)).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Ubah rapat' })).toHaveCount(0);
    await press(page, 'Tambah pembetulan');
    await field(page, 'Pembetulan').fill('Rapat dimulai pukul 10');
    await save(page);
    await expect(panel.getByText('Rapat dimulai pukul 10')).toBeVisible();
  });

  await test.step('the minutes are printed', async () => {
    const path = join(desk.folder, 'notulen.pdf');
    await stubSaveDialog(app, path);
    await panel.getByRole('button', { name: 'Cetak notulen' }).press('Enter');
    await press(page, 'Cetak ke PDF');
    await expect(page.getByText(`Dicetak ke ${path}.`)).toBeVisible();
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+1');
    await expect(due(page)).toContainText('Tidak ada yang jatuh tempo');
  });

  await test.step('an operation is planned', async () => {
    await toCoordination(page);
    await page.getByRole('tab', { name: 'Operasi' }).press('Enter');
    await press(page, 'Operasi baru');
    await field(page, 'Nama operasi').fill('Operasi Pagar (rekaan)');
    await field(page, 'Tujuan').fill('Menutup jalur lempar');
    await field(page, 'Dasar hukum').fill('Nota kesepahaman (rekaan)');
    await press(page, 'Tambah tahap');
    await field(page, 'Nama tahap').fill('Pengamatan');
    await press(page, 'Tambah tugas');
    await field(page, 'Tugas').fill('Amati tembok timur');
    await field(page, 'Penanggung jawab').fill('Rina Contoh');
    await page.getByRole('combobox', { name: 'Instansi' }).fill('Polres Contoh');
    await page.keyboard.press('Tab');
    await isSound(page, 'form of an operation', '[role="dialog"]');
    await save(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByText('Operasi Pagar (rekaan)').click();
    await press(page, 'Tandai selesai: Amati tembok timur');
    await expect(page.getByRole('button', { name: 'Buka lagi: Amati tembok timur' })).toBeVisible();
    await isSound(page, 'an operation', '[role="dialog"]');
    await press(page, 'Buka lagi: Amati tembok timur');
    await press(page, 'Status lain: Amati tembok timur');
    await page.getByRole('menuitem', { name: 'Terlewat' }).press('Enter');
    await expect(page.getByRole('list', { name: 'Pengamatan' })).toContainText('Terlewat');
    await page.keyboard.press('Escape');
  });

  await test.step('a commitment is kept, and counted', async () => {
    await page.getByRole('tab', { name: 'Komitmen' }).press('Enter');
    await press(page, 'Komitmen baru');
    await field(page, 'Yang dijanjikan').fill('Rekap temuan dikirim');
    await page.getByRole('combobox', { name: 'Instansi yang wajib' }).fill('Polres Contoh');
    await page.getByRole('combobox', { name: 'Kepada instansi' }).fill('Lapas Rekaan');
    await page.keyboard.press('Tab');
    await choose(page, 'Disepakati dalam', 'Rapat');
    await choose(page, 'Rapat', /^Rapat bulanan/);
    await save(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await isSound(page, 'list of commitments');
    await page.getByRole('grid', { name: 'Komitmen' }).getByText('Rekap temuan dikirim').click();
    await press(page, /^Ditepati: Rekap/);
    await field(page, 'Bukti atau keterangan').fill('Surat 12 (rekaan)');
    await save(page);
    await expect(page.getByText('Surat 12 (rekaan)')).toBeVisible();
    await isSound(page, 'a commitment', '[role="dialog"]');
    await page.keyboard.press('Escape');
    const row = page.getByRole('table', { name: 'Angka menurut instansi' }).getByRole('row', { name: /Polres Contoh/ });
    await expect(row).toContainText('Polres Contoh1000');
  });
  await desk.end();
});
