import { expect, test } from '@playwright/test';
import { isSound } from './appearance/look.ts';
import { openDesk, press } from './desk.ts';

test('a new officer is offered a tour through the real pages, takes it by keyboard, and finds it again in Help', async () => {
  let desk = await openDesk();
  const { page } = desk;
  const tour = page.getByRole('region', { name: 'Tur Sinergi' });
  await expect(page.getByText('Baru di Sinergi?')).toBeVisible();
  await isSound(page, 'the tour offered');

  await test.step('step by step, with the page it speaks of beside it', async () => {
    await press(page, 'Mulai tur');
    await expect(tour).toContainText('Langkah 1 dari 8');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { level: 1, name: 'Impor register' })).toBeVisible();
    await expect(tour).toContainText('Langkah 2 dari 8');
    await isSound(page, 'a step of the tour');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { level: 1, name: 'Orang' })).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('heading', { level: 1, name: 'Impor register' })).toBeVisible();
    for (let step = 2; step < 8; step += 1) await tour.getByRole('button', { name: 'Berikutnya' }).press('Enter');
    await expect(tour).toContainText('Langkah 8 dari 8');
    await expect(tour).toContainText('F1');
    await tour.getByRole('button', { name: 'Selesai' }).press('Enter');
    await expect(tour).toHaveCount(0);
  });

  await test.step('it is not offered again, and Help has it', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page.getByText('Baru di Sinergi?')).toHaveCount(0);
    await page.getByRole('navigation', { name: 'Area' }).getByRole('link', { name: 'Bantuan' }).press('Enter');
    await press(page, 'Ikuti tur');
    await expect(tour).toContainText('Langkah 1 dari 8');
    await page.keyboard.press('Escape');
    await expect(tour).toHaveCount(0);
  });

  desk = await desk.restart();
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Hari ini' })).toBeVisible();
  await expect(desk.page.getByText('Baru di Sinergi?')).toHaveCount(0);
  await desk.end();
});
