import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { csvOf, inmateCsv } from '../../fixtures/registers/visit-register.ts';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { linkKind } from './desk.ts';
import { openGate, passphrase, passphraseField, workspace } from './gate/gate.ts';
import { figures } from './importing/wizard.ts';
import { pressAt, tabTo, takeOption, typeInto } from './keyboard.ts';

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true });

async function toTab(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const wanted = page.getByRole('tab', { name });
  for (let step = 0; step < 6 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1)
    await page.keyboard.press('ArrowRight');
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
}

async function pick(page: Page, name: RegExp, option: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name }));
  await page.keyboard.press('ArrowDown');
  await takeOption(page, option);
}

test('the whole job is done without touching the mouse: vault, registers, case, members, link, PDF', async () => {
  const gate = await openGate();
  const { app, page, folder } = gate;
  const inmates = join(folder, 'wbp.csv');
  const visits = join(folder, 'kunjungan.csv');
  const pdf = join(folder, 'berkas.pdf');
  await writeFile(inmates, inmateCsv);
  await writeFile(visits, csvOf());

  await test.step('create a vault', async () => {
    await tabTo(page, page.getByRole('button', { name: /Buat brankas baru/ }));
    await page.keyboard.press('Enter');
    await stubOpenDialog(app, [folder]);
    await pressAt(page, 'Pilih folder…');
    await expect(field(page, 'Folder brankas')).toHaveValue(folder);
    await typeInto(page, field(page, 'Nama petugas'), 'Petugas Contoh');
    await typeInto(page, passphraseField(page), passphrase);
    await typeInto(page, field(page, 'Ulangi frasa sandi'), passphrase);
    await page.keyboard.press('Enter');
    const check = field(page, /^Ketik kembali seluruhnya/);
    await expect(check).toBeVisible();
    const groups = await page.getByRole('list', { name: 'Kunci pemulihan' }).getByRole('listitem').allTextContents();
    await typeInto(page, check, groups.join('-'));
    await page.keyboard.press('Enter');
    await expect(workspace(page)).toBeVisible();
  });

  await test.step('read in both registers', async () => {
    for (const [file, button, rows] of [
      [inmates, 'Pilih berkas…', '3'],
      [visits, 'Impor berkas lain', '5'],
    ] as const) {
      await stubOpenDialog(app, [file]);
      await page.keyboard.press('Alt+4');
      await pressAt(page, button);
      await expect(page.getByRole('table', { name: 'Pratinjau' })).toBeVisible();
      await pressAt(page, 'Impor');
      expect((await figures(page)).slice(0, 2)).toEqual([rows, rows]);
    }
  });

  await test.step('open a case', async () => {
    await page.keyboard.press('Alt+2');
    await pressAt(page, 'Berkas baru');
    await expect(field(page, 'Judul')).toBeFocused();
    await page.keyboard.type('Titipan Blok A (rekaan)');
    await typeInto(page, field(page, 'Tujuan'), 'Menilai dugaan titipan (rekaan)');
    await typeInto(page, field(page, 'Dasar hukum'), 'UU 22/2022 Pasal 81');
    await pressAt(page, 'Buat berkas');
    await expect(page.getByRole('heading', { level: 1, name: 'Titipan Blok A (rekaan)' })).toBeVisible();
  });

  await test.step('gather its members', async () => {
    await toTab(page, /^Anggota/);
    for (const name of ['Joko Misal', 'Dewi Umpama']) {
      await pressAt(page, 'Tambah anggota');
      await expect(field(page, 'Cari orang')).toBeFocused();
      await page.keyboard.type(name);
      await takeOption(page, new RegExp(`^${name}`));
      await pressAt(page, 'Tambahkan ke berkas');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('table').getByRole('link', { name })).toBeVisible();
    }
  });

  await test.step('link them, with grade and source', async () => {
    await toTab(page, /^Tautan/);
    await pressAt(page, 'Tautan baru');
    await pick(page, /^Dari/, /Dewi Umpama/);
    await pick(page, /^Ke/, /Joko Misal/);
    await typeInto(page, linkKind(page), 'Mengenal');
    await pick(page, /Nilai sumber/, /^B/);
    await pick(page, /Nilai informasi/, /^2/);
    await typeInto(page, field(page, 'Sumber 1'), 'Laporan petugas P2U (rekaan)');
    await pressAt(page, 'Simpan tautan');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('table')).toContainText('Laporan petugas P2U (rekaan)');
  });

  await test.step('export the case and lock', async () => {
    await stubSaveDialog(app, pdf);
    await pressAt(page, 'Ekspor PDF');
    await pressAt(page, 'Ekspor');
    await expect(page.getByText('PDF disimpan')).toBeVisible({ timeout: 30_000 });
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await gate.end();
});
