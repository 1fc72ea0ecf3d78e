import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { nextPage, stubOpenDialog } from '../harness.ts';
import { bringIn, lockDesk, sitDown, vaultOf } from './colleagues.ts';
import { newCase, openDesk, passphrase, press } from './desk.ts';

const founder = { name: 'Petugas Contoh', words: passphrase };
const supervisor = { name: 'Umi Penyelia', words: 'payung merah di bawah jembatan tua' };

const passphraseThen = (page: Page) => page.getByRole('textbox', { name: 'Frasa sandi saat cadangan dibuat' });
const toBackups = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('heading', { level: 1, name: 'Cadangan dan pemeriksaan' })).toBeVisible();
};
const listsCases = async (page: Page, titles: readonly string[]): Promise<void> => {
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row')).toHaveCount(titles.length + 1);
  for (const title of titles) await expect(grid).toContainText(title);
};

test('a backup is restored beside the vault, compared, and put into use by two officers; so also after a disaster', async () => {
  test.slow();
  const desk = await openDesk();
  const { app } = desk;
  let page = desk.page;
  const medium = join(desk.folder, 'flashdisk');
  await mkdir(medium);
  const place = await vaultOf(page);

  await newCase(page, 'Jalur dapur');
  page = await sitDown(await lockDesk(app, await bringIn(app, page, supervisor, ['supervisor'])), founder);

  await test.step('a medium is named, and the vault backed up to it and checked', async () => {
    await toBackups(page);
    await press(page, 'Tambah media');
    const dialog = page.getByRole('dialog', { name: 'Tambah media' });
    await dialog.getByRole('textbox', { name: 'Nama media' }).fill('Flashdisk merah');
    await stubOpenDialog(app, [medium]);
    await press(page, 'Pilih folder…');
    await expect(dialog.getByRole('textbox', { name: 'Folder di media' })).toHaveValue(medium);
    await dialog.getByRole('button', { name: 'Tambah media' }).click();
    await expect(dialog).toHaveCount(0);
    await press(page, 'Cadangkan sekarang ke Flashdisk merah');
    await expect(page.getByText(/^Cadangan ditulis dan dibaca kembali/)).toBeVisible();
    await press(page, 'Periksa sekarang');
    await expect(page.getByText(/^Tidak ada yang salah/)).toBeVisible();
  });

  await newCase(page, 'Sesudah cadangan');

  await test.step('the backup is checked and restored beside the vault', async () => {
    await toBackups(page);
    await press(page, 'Lihat cadangan di Flashdisk merah');
    const list = page.getByRole('dialog', { name: 'Cadangan di Flashdisk merah' });
    await expect(list.getByText('Lengkap')).toBeVisible();
    await press(page, /^Periksa cadangan/);
    await expect(list.getByText(/utuh/)).toBeVisible();
    await press(page, /^Pulihkan cadangan/);
    await passphraseThen(page).fill(passphrase);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Pulihkan cadangan' });
    await expect(dialog.getByText(/^Dipulihkan dan diperiksa/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Tutup' }).last().click();
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('comparing tells what the backup does not have', async () => {
    await press(page, /^Bandingkan dengan/);
    await passphraseThen(page).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table', { name: 'Apa yang belum ada di cadangan' })).toBeVisible();
    await expect(page.getByRole('table', { name: /Berkas yang baru/ })).toContainText('Sesudah cadangan');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('one officer asks to put it into use, another one approves, and it is', async () => {
    await press(page, /^Pakai pemulihan/);
    await passphraseThen(page).fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill('Berkas terhapus');
    await press(page, 'Minta persetujuan');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    page = await sitDown(await lockDesk(app, page), supervisor);
    await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Berkas terhapus');
    await press(page, /^Setujui: Pemulihan cadangan/);
    await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Disetujui');

    page = await sitDown(await lockDesk(app, page), founder);
    await toBackups(page);
    await press(page, /^Pakai pemulihan/);
    await passphraseThen(page).fill(passphrase);
    const next = nextPage(app);
    await page.keyboard.press('Enter');
    page = await next;
    await expect(page.getByText(/Brankas yang dipulihkan kini yang dipakai/)).toBeVisible();
    expect(await vaultOf(page)).toBe(place);
    expect((await readdir(dirname(place))).filter((name) => name.includes('sebelum pemulihan'))).toHaveLength(1);
    page = await sitDown(page, founder);
    await listsCases(page, ['Jalur dapur']);
  });

  await test.step('when the vault does not open any more, both restore it at the gate', async () => {
    page = await lockDesk(app, page);
    for (const name of ['header.json', 'header.copy.json']) await writeFile(join(place, name), 'rusak');
    await press(page, 'Brankas lain');
    await press(page, /^Pulihkan dari cadangan/);
    await stubOpenDialog(app, [medium]);
    await page.getByRole('button', { name: 'Pilih folder…' }).first().click();
    await expect(page.getByRole('combobox', { name: 'Cadangan', exact: true })).not.toHaveValue('');
    await page.getByRole('textbox', { name: 'Nama Anda saat cadangan dibuat' }).fill(founder.name);
    await passphraseThen(page).fill(founder.words);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Dipulihkan dan diperiksa: 0 orang, 1 berkas perkara/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Mengapa dipulihkan' }).fill('Kepala brankas rusak');
    await page.getByRole('textbox', { name: 'Nama petugas kedua' }).fill(supervisor.name);
    await page.getByRole('textbox', { name: 'Frasa sandi petugas kedua' }).fill(supervisor.words);
    await press(page, 'Pakai brankas ini');
    await expect(page.getByRole('heading', { name: 'Buka brankas' })).toBeVisible();
    page = await sitDown(page, supervisor);
    await listsCases(page, ['Jalur dapur']);
  });
  await desk.end();
});
