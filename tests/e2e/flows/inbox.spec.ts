import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { isSound } from './appearance/look.ts';
import { newCase, openDesk, press } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

const { registers } = watchedPrison({ seed: 71, planted: true });

test('what an import brings to light is told by itself, and two keys make it a member of a case with its source', async () => {
  const desk = await openDesk();
  const { page, folder } = desk;
  await newCase(page, 'Jalur kiriman (rekaan)');
  for (const kind of ['inmates', 'visits', 'finds'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, registers[kind]);
    await importRegister(desk, path);
  }
  const area = page.getByRole('link', { name: /^Peringatan/ });
  await expect(area).toContainText(/\d+ peringatan terbuka/, { timeout: 60_000 });
  await area.press('Enter');
  const list = page.getByRole('list', { name: 'Peringatan' });
  const item = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Temuan sesudah kunjungan' }) });
  await expect(item.first()).toBeVisible();
  await isSound(page, 'inbox');

  await test.step('opened it says what it is not, and shows its rows', async () => {
    await item.first().getByRole('button', { name: 'Temuan sesudah kunjungan' }).press('Enter');
    await expect(item.first()).toContainText('Kebetulan saja menghasilkan');
    await expect(item.first().getByRole('table')).toBeVisible();
    await isSound(page, 'an opened alert');
  });

  const left = await list.getByRole('listitem').count();
  await test.step('C and Enter', async () => {
    await item.first().getByRole('button', { name: 'Temuan sesudah kunjungan' }).focus();
    await page.keyboard.press('c');
    await expect(page.getByRole('combobox', { name: 'Berkas' })).toHaveValue(/Jalur kiriman \(rekaan\)$/);
    await expect(page.getByRole('button', { name: 'Masukkan ke berkas ini' })).toBeFocused();
    await isSound(page, 'taking an alert', '[role="dialog"]');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/orang masuk ke berkas/)).toBeVisible();
    await expect(list.getByRole('listitem')).toHaveCount(left - 1);
  });

  await test.step('undone it is open again, and taken again it stays', async () => {
    await press(page, 'Urungkan');
    await expect(list.getByRole('listitem')).toHaveCount(left);
    await item.first().getByRole('button', { name: 'Temuan sesudah kunjungan' }).focus();
    await page.keyboard.press('c');
    await expect(page.getByRole('button', { name: 'Masukkan ke berkas ini' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.getByRole('listitem')).toHaveCount(left - 1);
  });

  await test.step('the others are put off or set aside with a reason', async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const first = list.getByRole('listitem').first();
    await first.getByRole('button').first().focus();
    await page.keyboard.press('l');
    await page.getByRole('dialog').getByRole('button', { name: 'Tunda' }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByText('Ditunda', { exact: true }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(first).toContainText('Ditunda oleh Petugas Contoh');
  });

  await test.step('in the case every member shows where they come from', async () => {
    await page.getByText('Ditangani', { exact: true }).click();
    await expect(list).toContainText('Dimasukkan ke berkas');
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid').press('Enter');
    await page.getByRole('tab', { name: /^Anggota/ }).click();
    await press(page, 'Temuan: Temuan sesudah kunjungan');
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await isSound(page, 'finding of a member', '[role="dialog"]');
  });
  await desk.end();
});
