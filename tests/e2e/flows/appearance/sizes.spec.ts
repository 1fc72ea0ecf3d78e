import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk } from '../desk.ts';
import { dress, furnish, isSound, keepPicture } from './look.ts';

/** What does not fit: the page or its content beside the window, and words cut off in what is pressed. */
async function misfits(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const wide = (element: Element | null, name: string): string[] =>
      element !== null && element.scrollWidth > element.clientWidth + 1
        ? [`${name} is ${element.scrollWidth - element.clientWidth} px wider than its place`]
        : [];
    const cut = [...document.querySelectorAll('button, a, [role="tab"], label')]
      .filter((element) => element.clientWidth > 1 && getComputedStyle(element).overflowX !== 'visible')
      .flatMap((element) => wide(element, `“${(element.textContent ?? '').trim().slice(0, 40)}”`));
    return [
      ...wide(document.scrollingElement, 'the page'),
      ...wide(document.getElementById('content'), 'the content'),
      ...cut,
    ];
  });
}

/** Goes to every area by keyboard. */
async function everyArea(desk: Desk, size: string, look: (name: string) => Promise<void>): Promise<void> {
  const links = desk.page.getByRole('navigation', { name: 'Area' }).getByRole('link');
  const count = await links.count();
  expect(count).toBeGreaterThan(12);
  for (let place = 0; place < count; place += 1) {
    const name = (await links.nth(place).locator('span').first().innerText()).trim();
    await links.nth(place).press('Enter');
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
    // The tooltip of a folded area stands outside the page's landmarks while it is in focus.
    await links.nth(place).blur();
    await expect(desk.page.getByRole('tooltip')).toHaveCount(0);
    await keepPicture(desk, `${size}-${String(place).padStart(2, '0')}`);
    await look(`${name}, ${size}`);
  }
}

test('every page fits at twice its size, by keys an officer knows, and on a very large screen', async () => {
  test.setTimeout(180_000);
  const desk = await openDesk();
  const { app, page } = desk;
  await dress(page, { language: 'id', theme: 'light' });
  await furnish(desk);

  await test.step('at 200 % the areas fold, and nothing is cut off', async () => {
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Control+=');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
    await everyArea(desk, '200 %', async (name) => {
      expect.soft(await misfits(page), name).toEqual([]);
      await isSound(page, name);
    });
  });

  await test.step('the size is kept when the program is opened again, and Ctrl 0 takes it back', async () => {
    await page.keyboard.press('Control+0');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeGreaterThan(1300);
    await page.keyboard.press('Alt+5');
    await page.getByRole('radio', { name: '125 %' }).press('Space');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(1150);
  });

  await test.step('at 3840 × 2160', async () => {
    await page.keyboard.press('Control+0');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(3840, 2160));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(3840);
    await everyArea(desk, '4K', async (name) => {
      expect.soft(await misfits(page), name).toEqual([]);
    });
  });

  await page.keyboard.press('Control+=');
  const again = await desk.restart();
  await expect.poll(() => again.page.evaluate(() => innerWidth)).toBeLessThan(1150);
  await again.end();
});
