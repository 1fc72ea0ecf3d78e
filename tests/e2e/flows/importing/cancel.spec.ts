import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inmateLines, visitLines, writeLines } from '../../../fixtures/registers/synthetic-registers.ts';
import { callBridge } from '../../security/probe.ts';
import { openDesk, press } from '../desk.ts';
import { chooseRegister, importRegister } from './wizard.ts';

test('a long import shows how far it is, goes on while one looks elsewhere, and cancelled leaves nothing behind', async () => {
  const desk = await openDesk();
  const { page, folder } = desk;
  const sizes = { seed: 7, inmates: 200, visitors: 40_000, visits: 250_000 };
  const inmates = join(folder, 'wbp.csv');
  const visits = join(folder, 'kunjungan.csv');
  await writeLines(inmates, inmateLines(sizes));
  await writeLines(visits, visitLines(sizes));
  expect(await importRegister(desk, inmates)).toEqual(['200', '200', '0', '0', '0']);
  const vault = join(folder, 'vault', 'Sinergi.cvault');

  await chooseRegister(desk, visits);
  // What was imported is searched for patterns by itself, which is written down too.
  await expect(async () => {
    expect(await callBridge(page, 'alerts.summary', {})).toMatchObject({ value: { unsearched: 0 } });
  }).toPass();
  const files = await readdir(vault, { recursive: true });
  const info = await callBridge(page, 'vault.info', {});
  await press(page, /^Impor$/);
  const running = page.getByRole('region', { name: 'Mengimpor…' });
  await expect(running.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Orang' })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(running).toContainText(/Membaca berkas|Mencocokkan orang/);
  await press(page, 'Batal');
  await expect(page.getByText('Impor dibatalkan. Tidak ada yang diubah.')).toBeVisible();
  await expect(running).toHaveCount(0);

  expect(await callBridge(page, 'vault.info', {})).toEqual(info);
  expect(await readdir(vault, { recursive: true })).toEqual(files);
  await expect(page.getByRole('table', { name: 'Impor sebelumnya' }).getByRole('row')).toHaveCount(2);
  // The way is free for the next one.
  expect(await importRegister(desk, inmates)).toEqual(['200', '0', '0', '200', '0']);
  await desk.end();
});
