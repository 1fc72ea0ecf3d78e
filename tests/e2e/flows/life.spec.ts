import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { dress, isSound } from './appearance/look.ts';
import { callBridge } from '../security/probe.ts';
import { openDesk } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

const foundSchema = z.object({ value: z.object({ rows: z.array(z.object({ name: z.string() })) }) });

const { registers } = watchedPrison({ seed: 71, planted: true });

test("a person's pattern of life: one axis, weekdays and hours, regulars, silences and changes, each with its rows", async () => {
  const desk = await openDesk();
  const { page, folder } = desk;
  for (const kind of ['inmates', 'visits', 'goods', 'calls', 'finds', 'moves'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, registers[kind]);
    await importRegister(desk, path);
  }
  await page.keyboard.press('Alt+3');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  // The one with most visits has most to show.
  await page.getByRole('columnheader', { name: 'Kunjungan' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Kunjungan' }).getByRole('button').click();
  const most = { text: '', role: null, sort: 'visits', descending: true, offset: 0, limit: 1 };
  const answer = foundSchema.parse(await callBridge(page, 'people.search', most));
  await expect(grid.getByRole('row').nth(1)).toContainText(answer.value.rows[0]?.name ?? 'nobody');
  await grid.press('Enter');
  await page.getByRole('tab', { name: 'Pola waktu' }).click();
  await expect(page.getByRole('region', { name: 'Sepanjang waktu' })).toBeVisible();
  await isSound(page, 'pattern of life');

  await test.step('a field of the table shows the rows it counts', async () => {
    const field = page.getByRole('table', { name: 'Hari dan jam' }).getByRole('button').first();
    const count = Number((await field.textContent()) ?? '');
    await field.press('Enter');
    const rows = page.getByRole('table', { name: 'Baris' });
    await expect(rows.getByRole('row')).toHaveCount(count + 1);
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(0);
  });

  await test.step('registers are taken away and brought back, and the time narrowed', async () => {
    const axis = page.getByRole('region', { name: 'Sepanjang waktu' });
    const bars = axis.getByRole('button', { name: /Kunjungan$/ });
    await bars.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(bars.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(bars.first()).toBeFocused();
    const before = await axis.getByRole('button').count();
    await page.getByRole('checkbox', { name: 'Kunjungan' }).press('Space');
    await expect(async () => expect(await axis.getByRole('button').count()).toBeLessThan(before)).toPass();
    await page.getByRole('checkbox', { name: 'Kunjungan' }).press('Space');
    await expect(axis.getByRole('button')).toHaveCount(before);
    await page.getByText('4 minggu', { exact: true }).click();
    await expect(async () => expect(await axis.getByRole('button').count()).toBeLessThan(before)).toPass();
    await page.getByText('Semua', { exact: true }).click();
  });

  await dress(page, { language: 'en', theme: 'dark' });
  await isSound(page, 'pattern of life, dark');
  await page.getByRole('region', { name: 'Regulars' }).scrollIntoViewIfNeeded();
  await desk.end();
});
