import { expect, type Page } from '@playwright/test';
import { stubOpenDialog } from '../../harness.ts';
import { type Desk, press } from '../desk.ts';

/** Goes to the import page and chooses this file, as a dialog would. */
export async function chooseRegister({ app, page }: Desk, path: string): Promise<void> {
  await stubOpenDialog(app, [path]);
  await page.keyboard.press('Alt+4');
  await press(page, /^(Pilih berkas…|Impor berkas lain)$/);
}

/** What became of the rows, as the page says it: rows, new, changed, unchanged, rejected. */
export async function figures(page: Page): Promise<readonly string[]> {
  const result = page.getByRole('region', { name: 'Hasil' });
  await expect(result).toBeVisible({ timeout: 60_000 });
  return await result.getByRole('definition').allTextContents();
}

export async function importRegister(desk: Desk, path: string): Promise<readonly string[]> {
  await chooseRegister(desk, path);
  await press(desk.page, /^Impor$/);
  return await figures(desk.page);
}
