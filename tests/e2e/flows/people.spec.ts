import { expect, test } from '@playwright/test';
import { choose, openDesk, press } from './desk.ts';

test('a person is entered, found misspelt, changed with history, removed and brought back', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Orang baru' }).first().focus();
  await page.keyboard.press('Enter');

  await test.step('typed words are not thrown away without asking', async () => {
    await page.getByRole('textbox', { name: /^Nama/ }).fill('Sastro Rekaan');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Buang yang sudah diketik?')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Nama/ })).toHaveValue('Sastro Rekaan');
  });

  await choose(page, 'Peran 1', 'WBP');
  await page.getByRole('textbox', { name: 'Blok/kamar' }).fill('F.2.16');
  await press(page, 'Simpan orang');
  await expect(page.getByRole('heading', { level: 1, name: 'Sastro Rekaan' })).toBeVisible();

  await press(page, /^Ubah$/);
  await page.getByRole('textbox', { name: 'Blok/kamar' }).fill('A.1.2');
  await press(page, /^Simpan$/);
  await page.getByRole('tab', { name: 'Riwayat' }).click();
  await expect(page.getByText(/Blok\/kamar: F\.2\.16/)).toBeVisible();
  await expect(page.getByText(/Blok\/kamar: A\.1\.2/)).toBeVisible();

  await test.step('the command palette finds by name, and Enter opens what it offers first', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page.getByRole('heading', { level: 1, name: 'Hari ini' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('sastro rekan');
    await expect(page.getByRole('dialog').getByText('Sastro Rekaan')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Sastro Rekaan' })).toBeVisible();
  });

  await test.step('it searches one area alone when asked, and finds words in quotes only as they stand', async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await expect(palette.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('"sastro rekan"');
    await expect(palette.getByText('Tidak ada yang cocok')).toBeVisible();
    await palette.getByRole('textbox').fill('"sastro rekaan"');
    await expect(palette.getByText('Sastro Rekaan')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(palette.getByRole('radio', { name: 'Berkas perkara' })).toBeChecked();
    await expect(palette.getByText('Tidak ada yang cocok')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
  });

  await press(page, /^Hapus$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
  await press(page, 'Urungkan');
  await page.getByRole('textbox', { name: 'Cari orang' }).fill('sastra');
  await expect(page.getByRole('grid')).toContainText('Sastro Rekaan');
  await desk.end();
});
