import { expect, test } from '@playwright/test';
import { openDesk, press } from './desk.ts';

test('keys that lead elsewhere do not throw away what is being typed in a form', async () => {
  const desk = await openDesk();
  const { page } = desk;
  const name = page.getByRole('textbox', { name: /^Nama/ });
  await page.keyboard.press('Alt+3');
  await press(page, 'Orang baru');
  await name.fill('Sastro Rekaan');
  for (const keys of ['Alt+2', 'Alt+ArrowLeft', 'Control+k', 'Alt+5']) await page.keyboard.press(keys);
  await expect(page.getByRole('heading', { level: 1, name: 'Orang', includeHidden: true })).toBeAttached();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(name).toHaveValue('Sastro Rekaan');
  await press(page, 'Simpan orang');
  await expect(page.getByRole('heading', { level: 1, name: 'Sastro Rekaan' })).toBeVisible();
  // And they work again once the form is gone.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Berkas perkara' })).toBeVisible();
  await desk.end();
});
