import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { addMember, newCase, openDesk, press } from './desk.ts';

const trail = (page: Page) => page.getByRole('grid', { name: 'Jejak audit' });
const rows = (page: Page, text: string | RegExp) => trail(page).getByRole('row').filter({ hasText: text });

test('the trail tells by name who did what, narrows to one record, and is reached from a person', async () => {
  const desk = await openDesk();
  const { page } = desk;
  // What fades in has other colours on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newCase(page, 'Jalur dapur');
  await addMember(page, 'Budi Rekaan', 'Terduga pemasok');

  await test.step('who opened a person', async () => {
    await page.getByRole('table').getByRole('link', { name: 'Budi Rekaan' }).click();
    await press(page, 'Siapa yang membuka');
    await expect(page.getByText('Hanya Budi Rekaan')).toBeVisible();
    await expect(rows(page, 'Data orang dibaca')).toHaveCount(1);
    await expect(rows(page, 'Orang: Budi Rekaan')).toHaveCount(1);
    await isSound(page, 'audit trail of a person');
  });

  await test.step('all of the record, then all of an area, then by words', async () => {
    await page.getByRole('combobox', { name: 'Tindakan' }).fill('Semua: Orang');
    await page.getByRole('option', { name: 'Semua: Orang', exact: true }).click();
    await expect(rows(page, 'Orang dicatat')).toHaveCount(1);
    await page.getByRole('button', { name: 'Tampilkan semua' }).click();
    await expect(page.getByText('Hanya Budi Rekaan')).toHaveCount(0);
    await expect(rows(page, 'Brankas dibuat')).toHaveCount(1);
    await page.getByRole('textbox', { name: 'Kata' }).fill('BK/0001');
    await expect(rows(page, 'Brankas dibuat')).toHaveCount(0);
    await expect(rows(page, 'Anggota ditambahkan')).toHaveCount(1);
  });

  await test.step('one entry whole', async () => {
    await trail(page).press('End');
    await trail(page).press('Enter');
    const panel = page.getByRole('dialog', { name: 'Catatan jejak audit' });
    await expect(panel).toContainText('Petugas Contoh');
    await expect(panel).toContainText(/Berkas: BK\/0001/);
    await isSound(page, 'entry of the audit trail');
    await panel.getByRole('button', { name: 'Semua tentang catatan ini' }).click();
    await expect(page.getByText(/Hanya Berkas: BK\/0001/)).toBeVisible();
    await expect(rows(page, 'Berkas dibaca')).toHaveCount(1);
  });

  await test.step('its seal goes on a sheet of paper', async () => {
    await page.keyboard.press('Escape');
    const path = join(desk.folder, 'segel.pdf');
    await stubSaveDialog(desk.app, path);
    await press(page, 'Segel…');
    const dialog = page.getByRole('dialog', { name: 'Segel jejak audit' });
    await dialog.getByRole('button', { name: 'Cetak lembar…' }).click();
    await expect(page.getByText(`Tersimpan: ${path}`)).toBeVisible();
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await isSound(page, 'seal of the audit trail');
  });
  await desk.end();
});
