import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { dress, isSound } from './appearance/look.ts';
import { bringIn } from './colleagues.ts';
import { choose, newCase, openDesk, press } from './desk.ts';

async function mark(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Fakta 1' });
  await field.evaluate((area, wanted) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    const from = area.value.indexOf(wanted);
    area.focus();
    area.setSelectionRange(from, from + wanted.length);
  }, words);
  await page.keyboard.press('Control+m');
  const dialog = page.getByRole('dialog', { name: `Siapa “${words}”?` });
  await dialog.getByRole('textbox').focus();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('option').last()).toHaveAttribute('data-combobox-selected');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a report from a whisper to a print: written, names marked, submitted, evaluated by another, passed on, linked', async () => {
  const desk = await openDesk();
  const { page, app, folder } = desk;
  await newCase(page, 'Jalur dapur (rekaan)');

  await test.step('written: facts apart from opinion, each graded', async () => {
    await page.getByRole('link', { name: /^Laporan/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Belum ada laporan' })).toBeVisible();
    await press(page, 'Laporan baru');
    await page.getByRole('textbox', { name: 'Perihal' }).fill('Titipan di dapur (rekaan)');
    await choose(page, 'Klasifikasi', 'Terbatas');
    await page.getByRole('textbox', { name: 'Siapa atau apa' }).fill('Petugas jaga (rekaan)');
    await page.getByRole('textbox', { name: 'Fakta 1' }).fill('Budi Misal menerima kantong dari Sari Misal.');
    await mark(page, 'Budi Misal');
    await mark(page, 'Sari Misal');
    await expect(page.getByRole('group', { name: 'Ditandai' })).toContainText('Sari Misal');
    await choose(page, 'Nilai sumber', /^B/);
    await choose(page, 'Nilai informasi', /^2/);
    await page.getByRole('textbox', { name: 'Analisis' }).fill('Jalur dapur mungkin dipakai.');
    await isSound(page, 'writing a report', '[role="dialog"]');
    await page.getByRole('button', { name: 'Simpan konsep' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Titipan di dapur (rekaan)' })).toBeVisible();
    await expect(
      page.getByRole('listitem', { name: 'Fakta 1' }).getByRole('link', { name: 'Sari Misal' }),
    ).toBeVisible();
  });

  await test.step('put into the case, and submitted', async () => {
    await press(page, 'Ubah');
    await page.getByRole('textbox', { name: 'Perihal' }).fill('Titipan lewat dapur (rekaan)');
    await page.getByRole('combobox', { name: 'Berkas' }).fill('Jalur dapur');
    await page.getByRole('option', { name: /Jalur dapur/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Jalur dapur (rekaan)');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Simpan konsep' }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press(page, 'Ajukan');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).press('Enter');
    await expect(page.getByText('Diajukan', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Nilai', exact: true })).toHaveCount(0);
  });

  const colleague = { name: 'Nila Rekaan', words: 'perahu kuning membawa tujuh kelapa muda' };
  const other = await bringIn(app, page, colleague, ['analyst', 'supervisor']);
  await test.step('evaluated by another officer, fact by fact, and passed on', async () => {
    await other.getByRole('link', { name: /^Laporan/ }).press('Enter');
    await other.getByText('Untuk saya nilai').click();
    await other.getByRole('grid').press('Enter');
    await isSound(other, 'a report to be evaluated');
    await press(other, 'Nilai');
    await other.getByRole('button', { name: 'Nilai lain' }).press('Enter');
    await choose(other, 'Nilai sumber', /^C/);
    await choose(other, 'Nilai informasi', /^3/);
    await isSound(other, 'evaluating a report', '[role="dialog"]');
    await other.getByRole('dialog').getByRole('button', { name: 'Nilai', exact: true }).press('Enter');
    await expect(other.getByRole('listitem', { name: 'Fakta 1' })).toContainText('C3');
    await expect(other.getByRole('listitem', { name: 'Fakta 1' })).toContainText('pelapor');
    await press(other, 'Sebarkan');
    await other.getByRole('dialog').getByRole('combobox', { name: 'Penerima' }).fill('Kepala pengamanan (rekaan)');
    await other.keyboard.press('Enter');
    await other.getByRole('dialog').getByRole('button', { name: 'Sebarkan' }).press('Enter');
    await expect(other.getByText('Disebarkan', { exact: true })).toBeVisible();
  });

  await test.step('printed, and found from the box at the top', async () => {
    const path = join(folder, 'laporan.pdf');
    await stubSaveDialog(app, path);
    await press(other, 'Cetak');
    await other.getByRole('dialog').getByRole('button', { name: 'Simpan sebagai PDF' }).press('Enter');
    await expect(other.getByText(/halaman disimpan/)).toBeVisible();
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await other.keyboard.press('Control+k');
    await other.keyboard.type('kantong');
    await expect(
      other
        .getByRole('option', { name: /Titipan lewat dapur/ })
        .or(other.getByRole('button', { name: /Titipan lewat dapur/ })),
    ).toBeVisible();
    await other.keyboard.press('Escape');
  });

  await dress(other, { language: 'en', theme: 'dark' });
  await isSound(other, 'a report, dark');
  await desk.end();
});
