import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { chartSchema } from '../../../shared/domain/chart.ts';
import { addMember, newCase, openDesk, press } from './desk.ts';

const viewSchema = z.object({ value: z.object({ chart: chartSchema.nullable() }) });
const listSchema = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Where the only member of the only case stands, as the vault has it. */
async function savedPlace(page: Page) {
  const [file] = listSchema.parse(await page.evaluate<unknown>(`window.sinergi.call('cases.list', {})`)).value;
  const view = await page.evaluate<unknown>(`window.sinergi.call('cases.get', { id: '${file?.id ?? ''}' })`);
  return Object.values(viewSchema.parse(view).value.chart?.positions ?? {})[0];
}

test('a dragged person stands where they were put after leaving and after a restart; keys move and undo', async () => {
  let desk = await openDesk();
  let { page } = desk;
  await newCase(page, 'Bagan (rekaan)');
  await addMember(page, 'Sastro Rekaan', 'WBP');
  await page.getByRole('tab', { name: 'Bagan' }).click();
  const chart = page.getByRole('application');
  // Until the chart has come to rest, the mouse may miss the person and move the whole chart; fitting brings it back.
  await expect(async () => {
    await press(page, 'Muat semua (0)');
    const box = await chart.boundingBox();
    if (box === null) throw new Error('the chart has no size');
    // One person alone stands in the middle of the chart, a little above for the name below.
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 - 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 40, { steps: 6 });
    await page.mouse.move(x + 160, y + 90, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => savedPlace(page), { timeout: 3000 }).toMatchObject({ pinned: true });
  }).toPass({ timeout: 20_000 });
  const dragged = await savedPlace(page);

  await page.getByRole('tab', { name: 'Ringkasan' }).click();
  await page.getByRole('tab', { name: 'Bagan' }).click();
  await chart.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: 'Yang dipilih' })).toContainText('Sastro Rekaan');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await savedPlace(page))?.x).toBe((dragged?.x ?? 0) + 12);
  await page.keyboard.press('Control+z');
  await expect.poll(() => savedPlace(page)).toEqual(dragged);

  desk = await desk.restart();
  page = desk.page;
  expect(await savedPlace(page)).toEqual(dragged);
  await desk.end();
});
