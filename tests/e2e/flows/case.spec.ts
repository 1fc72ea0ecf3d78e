import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { addMember, choose, linkKind, newCase, openDesk, press } from './desk.ts';

test('a case is built by keyboard, refuses bare links, takes removals back, prints, and outlives a restart', async () => {
  let desk = await openDesk();
  let { page } = desk;
  await newCase(page, 'Titipan Blok F (rekaan)');
  await addMember(page, 'Sastro Rekaan', 'WBP');
  await addMember(page, 'Wulan Rekaan', 'Pengunjung');
  await addMember(page, 'Bang Codet', 'Terduga pemasok');

  await test.step('a link without source or grade is refused and says why', async () => {
    await page.getByRole('tab', { name: /^Tautan/ }).click();
    await press(page, 'Tautan baru');
    await choose(page, /^Dari/, /Bang Codet/);
    await choose(page, /^Ke/, /Wulan Rekaan/);
    await linkKind(page).fill('Memasok');
    await press(page, 'Simpan tautan');
    const refusal = page.getByRole('alert').filter({ hasText: 'Tautan ini belum dapat disimpan' });
    await expect(refusal).toContainText('Belum ada nilai');
    await expect(refusal).toContainText('Belum ada sumber');
    await page.getByRole('textbox', { name: 'Sumber 1' }).fill('Laporan petugas P2U (rekaan)');
    await choose(page, /Nilai sumber/, /^B/);
    await choose(page, /Nilai informasi/, /^2/);
    await press(page, 'Simpan tautan');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  });

  await test.step('removing a member takes the links along and undo brings both back', async () => {
    await page.getByRole('tab', { name: /^Anggota/ }).click();
    await press(page, 'Keluarkan Bang Codet');
    await expect(page.getByRole('dialog')).toContainText('1 tautan');
    await press(page, /^Keluarkan$/);
    await expect(page.getByRole('tab', { name: 'Anggota (2)' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Tautan (0)' })).toBeVisible();
    await press(page, 'Urungkan');
    await expect(page.getByRole('tab', { name: 'Anggota (3)' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Tautan (1)' })).toBeVisible();
  });

  for (const [language, label] of [
    ['id', 'Bahasa Indonesia'],
    ['en', 'English'],
  ] as const) {
    await test.step(`the case is printed in ${label}`, async () => {
      const path = join(desk.folder, `case-${language}.pdf`);
      await stubSaveDialog(desk.app, path);
      await press(page, 'Ekspor PDF');
      await choose(page, 'Bahasa dokumen', label);
      await press(page, /^Ekspor$/);
      await expect(page.getByText('PDF disimpan')).toBeVisible({ timeout: 30_000 });
      expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
      await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).last().click();
    });
  }

  await test.step('everything is there after a restart', async () => {
    desk = await desk.restart();
    page = desk.page;
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Titipan Blok F (rekaan)' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Anggota (3)' })).toBeVisible();
    await page.getByRole('tab', { name: /^Tautan/ }).click();
    await expect(page.getByRole('table')).toContainText('Laporan petugas P2U (rekaan)');
  });
  await desk.end();
});
