import { expect, test } from '@playwright/test';
import { isSound } from './appearance/look.ts';
import { addLink, addMember, newCase, openDesk, press } from './desk.ts';

test('who is around somebody is seen step by step over all cases, and taken into another case', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await newCase(page, 'Jalur dapur (rekaan)');
  for (const name of ['Arif Rekaan', 'Bunga Contoh', 'Cahyo Misal']) await addMember(page, name, 'WBP');
  await addLink(page, { from: 'Arif Rekaan', to: 'Bunga Contoh', source: 'Laporan satu (rekaan)' });
  await addLink(page, { from: 'Bunga Contoh', to: 'Cahyo Misal', source: 'Laporan dua (rekaan)' });
  await newCase(page, 'Jalur gerbang (rekaan)');

  await page.getByRole('link', { name: 'Orang', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Arif Rekaan' }).dblclick();
  await page.getByRole('tab', { name: 'Jaringan' }).click();
  const picture = page.getByRole('img', { name: /^Jaringan:/ });
  await expect(picture).toHaveAccessibleName('Jaringan: 2 orang, 1 garis');
  await page.getByRole('textbox', { name: 'Langkah' }).fill('2');
  await expect(picture).toHaveAccessibleName('Jaringan: 3 orang, 2 garis');
  await isSound(page, 'surroundings');

  await test.step('chosen together with Ctrl, they go into another case', async () => {
    const people = page.getByRole('complementary', { name: 'Orang dalam jaringan' });
    await people.getByRole('button', { name: 'Bunga Contoh' }).click();
    await people.getByRole('button', { name: 'Cahyo Misal' }).click({ modifiers: ['Control'] });
    await press(page, 'Tambah 2 ke berkas…');
    const dialog = page.getByRole('dialog', { name: 'Tambah 2 ke berkas…' });
    await dialog.getByRole('combobox', { name: 'Berkas' }).fill('gerbang');
    await page.getByRole('option', { name: /Jalur gerbang/ }).click();
    await dialog.getByRole('button', { name: 'Tambahkan' }).press('Enter');
    await expect(page.getByText(/^2 orang ditambahkan ke BK/)).toBeVisible();
  });

  await test.step('another is made the middle, and the way leads back', async () => {
    const people = page.getByRole('complementary', { name: 'Orang dalam jaringan' });
    await page.getByRole('textbox', { name: 'Langkah' }).fill('1');
    await expect(picture).toHaveAccessibleName('Jaringan: 2 orang, 1 garis');
    await people.getByRole('button', { name: 'Bunga Contoh' }).click();
    await press(page, 'Jadikan pusat');
    await expect(picture).toHaveAccessibleName('Jaringan: 3 orang, 2 garis');
    await press(page, 'Kembali ke semula');
    await expect(picture).toHaveAccessibleName('Jaringan: 2 orang, 1 garis');
  });
  await desk.end();
});
