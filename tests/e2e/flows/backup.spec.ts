import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubOpenDialog } from '../harness.ts';
import { newCase, openDesk, passphrase, press } from './desk.ts';

const passphraseThen = (page: Page) => page.getByRole('textbox', { name: 'Frasa sandi saat cadangan dibuat' });

test('a backup is made, restored beside the vault and compared', async () => {
  const desk = await openDesk();
  const { app, page, folder } = desk;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  const medium = join(folder, 'flashdisk');
  await mkdir(medium);
  await newCase(page, 'Jalur dapur');

  await test.step('a medium is named, and the vault backed up to it', async () => {
    await page.keyboard.press('Alt+7');
    await expect(page.getByRole('heading', { level: 1, name: 'Cadangan dan pemeriksaan' })).toBeVisible();
    await page.screenshot({ path: '/tmp/bk/empty.png' });
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
    await page.screenshot({ path: '/tmp/bk/media.png' });
  });

  await newCase(page, 'Sesudah cadangan');

  await test.step('the backup is checked and restored beside the vault', async () => {
    await page.keyboard.press('Alt+7');
    await press(page, 'Lihat cadangan di Flashdisk merah');
    const list = page.getByRole('dialog', { name: 'Cadangan di Flashdisk merah' });
    await expect(list.getByText('Lengkap')).toBeVisible();
    await press(page, /^Periksa cadangan/);
    await expect(list.getByText(/utuh/)).toBeVisible();
    await page.screenshot({ path: '/tmp/bk/list.png' });
    await press(page, /^Pulihkan cadangan/);
    await passphraseThen(page).fill(passphrase);
    await page.screenshot({ path: '/tmp/bk/restore.png' });
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Dipulihkan dan diperiksa/)).toBeVisible();
    await page.screenshot({ path: '/tmp/bk/restored.png' });
    await page.getByRole('dialog', { name: 'Pulihkan cadangan' }).getByRole('button', { name: 'Tutup' }).last().click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('comparing tells what the backup does not have', async () => {
    await press(page, /^Bandingkan dengan/);
    await passphraseThen(page).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table', { name: 'Apa yang belum ada di cadangan' })).toBeVisible();
    await expect(page.getByRole('table', { name: /Berkas yang baru/ })).toContainText('Sesudah cadangan');
    await page.screenshot({ path: '/tmp/bk/compare.png' });
    await page.keyboard.press('Escape');
  });
  await page.getByRole('radio', { name: 'English' }).first().press('Space');
  await page.screenshot({ path: '/tmp/bk/en.png' });
  await press(page, /^Show backups on/);
  await expect(page.getByText('Complete')).toBeVisible();
  await page.screenshot({ path: '/tmp/bk/en-list.png' });
  await desk.end();
});
