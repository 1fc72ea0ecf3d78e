import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { addMember, choose, newCase, openDesk, press } from './desk.ts';

test('a sanitised copy is pointed at before it leaves, opens with a password alone, and is known again', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await newCase(page, 'Keterangan informan dapur (rekaan)');
  const path = join(desk.folder, 'salinan.pdf');
  await stubSaveDialog(desk.app, path);

  await press(page, 'Ekspor PDF');
  const dialog = page.getByRole('dialog');
  await choose(page, 'Versi', /tanpa syarat/);
  await expect(dialog.getByRole('status')).toContainText('cara memperolehnya informan');
  await dialog.getByRole('checkbox', { name: 'Bagan tautan' }).uncheck();
  await dialog.getByRole('textbox', { name: 'Kata sandi PDF' }).fill('pendek');
  await expect(dialog.getByRole('button', { name: 'Ekspor', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Kata sandi PDF' }).fill('sandi untuk salinan ini');
  await dialog.getByRole('textbox', { name: 'Penerima' }).fill('Satresnarkoba (rekaan)');
  await dialog.getByRole('button', { name: 'Ekspor', exact: true }).click();
  await expect(page.getByText('PDF disimpan')).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  const bytes = await readFile(path);
  expect(bytes.toString('latin1')).not.toMatch(/informan|Satresnarkoba/);

  await test.step('the file is checked where it came from', async () => {
    await stubOpenDialog(desk.app, [path]);
    await press(page, 'Periksa PDF');
    await expect(dialog).toContainText('Berkas ini keluar dari brankas ini apa adanya');
    await expect(dialog).toContainText('untuk Satresnarkoba (rekaan)');
    await page.keyboard.press('Escape');
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await press(page, 'Periksa PDF');
    await expect(dialog).toContainText('Isinya tidak seperti waktu disegel');
  });
  await desk.end();
});

test('what a case is made from goes out as JSON or as a table for other programs', async () => {
  const desk = await openDesk();
  const { page, app, folder } = desk;
  await newCase(page, 'Data perkara (rekaan)');
  await addMember(page, 'Sastro Rekaan', 'WBP');
  for (const [format, extension] of [
    ['Seluruhnya, JSON', 'json'],
    ['Subjek, CSV', 'csv'],
  ] as const) {
    await press(page, 'Bentuk lain');
    await page.getByRole('menuitem', { name: 'Data untuk program lain…' }).click();
    await choose(page, 'Bentuk', format);
    const path = join(folder, `data.${extension}`);
    await stubSaveDialog(app, path);
    await page.getByRole('dialog').getByRole('button', { name: 'Ekspor' }).press('Enter');
    await expect(page.getByText(`Data disimpan: ${path}`)).toBeVisible();
    expect(await readFile(path, 'utf8')).toContain('Sastro Rekaan');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await desk.end();
});
