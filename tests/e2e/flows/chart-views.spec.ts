import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { chartSchema } from '../../../shared/domain/chart.ts';
import { addMember, newCase, openDesk, press } from './desk.ts';

const viewSchema = z.object({ value: z.object({ chart: chartSchema.nullable(), views: z.array(chartSchema) }) });
const listSchema = z.object({ value: z.array(z.object({ id: z.string() })) });

/** The charts of the only case, as the vault has them. */
async function saved(page: Page) {
  const [file] = listSchema.parse(await page.evaluate<unknown>(`window.sinergi.call('cases.list', {})`)).value;
  const view = await page.evaluate<unknown>(`window.sinergi.call('cases.get', { id: '${file?.id ?? ''}' })`);
  return viewSchema.parse(view).value;
}

/** Chooses an entry of a menu by keyboard. */
async function fromMenu(page: Page, button: string | RegExp, entry: string | RegExp): Promise<void> {
  await press(page, button);
  await page.getByRole('menuitem', { name: entry }).focus();
  await page.keyboard.press('Enter');
}

/** Takes up a tool, unless it is in hand already, and drags along the rim of the chart, so that wherever people stand they are inside. */
async function aroundEverything(page: Page, tool: string): Promise<void> {
  const button = page.getByRole('button', { name: tool });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await press(page, tool);
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('the chart has no size');
  const [left, top, right, bottom] = [box.x + 4, box.y + 4, box.x + box.width - 4, box.y + box.height - 4];
  await page.mouse.move(left, top);
  await page.mouse.down();
  // A rectangle ends at its last corner, a lasso closes itself.
  const corners = tool.includes('laso')
    ? [
        [right, top],
        [right, bottom],
        [left, bottom],
      ]
    : [[right, bottom]];
  for (const [x = 0, y = 0] of corners) await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
}

test('people are hidden, grouped and annotated together, taken back, and saved as a view of its own', async () => {
  let desk = await openDesk();
  let { page } = desk;
  await newCase(page, 'Tampilan bagan (rekaan)');
  for (const name of ['Sastro Rekaan', 'Wulan Contoh', 'Bagas Contoh', 'Dewi Contoh'])
    await addMember(page, name, 'WBP');
  await page.getByRole('tab', { name: 'Bagan' }).click();
  const chart = page.getByRole('application', { name: 'Bagan tautan: 4 orang' });
  const details = page.getByRole('complementary', { name: 'Yang dipilih' });

  for (const tool of ['Pilih dengan kotak', 'Pilih dengan laso']) {
    await expect(async () => {
      await chart.focus();
      await page.keyboard.press('Escape');
      await expect(details).not.toContainText('4 orang', { timeout: 500 });
      await press(page, 'Muat semua (0)');
      await aroundEverything(page, tool);
      await expect(details).toContainText('4 orang', { timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    await press(page, tool);
  }
  await chart.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expect(details).toContainText('4 orang');
  await page.keyboard.press('g');
  await page.getByRole('textbox', { name: 'Nama kelompok' }).fill('Lingkar kurir (rekaan)');
  await page.keyboard.press('Enter');
  await expect(details).toContainText('Lingkar kurir (rekaan)');
  await expect.poll(async () => (await saved(page)).chart?.groups?.[0]?.members.length).toBe(4);

  await details.getByRole('button', { name: 'Ciutkan' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application', { name: 'Bagan tautan: 1 orang' })).toBeVisible();
  await details.getByRole('button', { name: 'Bentangkan' }).focus();
  await page.keyboard.press('Enter');
  await expect(chart).toBeVisible();

  await details.getByRole('button', { name: 'Dewi Contoh' }).focus();
  await page.keyboard.press('Enter');
  await expect(details.getByRole('link', { name: 'Dewi Contoh' })).toBeVisible();
  await page.getByRole('application').focus();
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: '1 disembunyikan' })).toBeVisible();
  await expect.poll(async () => (await saved(page)).chart?.hidden?.length).toBe(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '1 disembunyikan' })).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('button', { name: '1 disembunyikan' })).toBeVisible();

  await press(page, 'Catatan baru');
  await page.getByRole('textbox', { name: 'Isi catatan' }).fill('Tanyakan kepada regu jaga (rekaan)');
  await press(page, 'Simpan');
  await expect(details).toContainText('Tanyakan kepada regu jaga (rekaan)');

  await fromMenu(page, 'Bagan berkas', /^Simpan sebagai tampilan/);
  await page.getByRole('textbox', { name: 'Nama tampilan' }).fill('Untuk rapat');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Untuk rapat' })).toBeVisible();
  await fromMenu(page, '1 disembunyikan', 'Tampilkan semua lagi');
  await expect.poll(async () => (await saved(page)).views[0]?.hidden).toEqual([]);

  await fromMenu(page, 'Untuk rapat', 'Bagan berkas');
  await expect(page.getByRole('button', { name: '1 disembunyikan' })).toBeVisible();

  desk = await desk.restart();
  page = desk.page;
  const kept = await saved(page);
  expect(kept.chart).toMatchObject({
    hidden: [expect.any(String)],
    notes: [{ text: 'Tanyakan kepada regu jaga (rekaan)' }],
  });
  expect(kept.views).toMatchObject([{ name: 'Untuk rapat', hidden: [], groups: [{ name: 'Lingkar kurir (rekaan)' }] }]);
  await desk.end();
});
