import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { csvOf } from '../../../fixtures/registers/visit-register.ts';
import { callBridge } from '../../security/probe.ts';
import { choose, openDesk, press } from '../desk.ts';
import { chooseRegister } from '../importing/wizard.ts';

async function switchBoth(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).first().press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Theme/ })
    .press('Enter');
  await expect(page.locator('html')).not.toHaveAttribute('data-mantine-color-scheme', scheme ?? '');
}
async function switchBack(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Bahasa Indonesia' }).first().press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
}

test('another language or theme keeps what is typed, and both are there after a restart', async () => {
  let desk = await openDesk();
  let { page } = desk;

  await test.step('in the settings', async () => {
    await page.keyboard.press('Alt+5');
    await page.getByRole('textbox', { name: 'Nama satuan kerja' }).fill('Satuan Rekaan');
    await switchBoth(page);
    await expect(page.getByRole('textbox', { name: 'Agency' })).toHaveValue('Satuan Rekaan');
    await switchBack(page);
    await press(page, 'Simpan');
    await expect(page.getByText('Tersimpan')).toBeVisible();
  });

  await test.step('in the search box', async () => {
    const fields = { name: 'Sastro Rekaan', aliases: [], nationalIds: [], phones: [], addresses: [], notes: '' };
    await callBridge(page, 'people.create', { fields: { ...fields, roles: [{ kind: 'visitor' }] } });
    await page.keyboard.press('Alt+3');
    await page.getByRole('textbox', { name: 'Cari orang' }).fill('sastra');
    await switchBoth(page);
    await expect(page.getByRole('textbox', { name: 'Search people' })).toHaveValue('sastra');
    await switchBack(page);
  });

  await test.step('in columns chosen for an import', async () => {
    const path = join(desk.folder, 'kunjungan.csv');
    await writeFile(path, csvOf());
    await chooseRegister(desk, path);
    await choose(page, 'Nama pengunjung', 'Nama WBP');
    await switchBoth(page);
    await expect(page.getByRole('combobox', { name: 'Visitor’s name' })).toHaveValue('Nama WBP');
  });

  const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme');
  desk = await desk.restart();
  page = desk.page;
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme ?? '');
  await desk.end();
});
