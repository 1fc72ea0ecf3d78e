import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { bringIn, lockDesk, sitDown } from './colleagues.ts';
import { newCase, openDesk, passphrase, press } from './desk.ts';

const founder = { name: 'Petugas Contoh', words: passphrase };
const supervisor = { name: 'Umi Penyelia', words: 'payung merah di bawah jembatan tua' };

async function exportCase(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.getByText('Jalur dapur').click();
  await press(page, 'Ekspor PDF');
  await page.getByRole('dialog').getByRole('button', { name: 'Ekspor', exact: true }).click();
}

test('a secret case leaves the vault after another officer has approved it, once', async () => {
  const desk = await openDesk();
  const { app } = desk;
  let page = desk.page;
  await newCase(page, 'Jalur dapur');
  page = await bringIn(app, page, supervisor, ['supervisor']);

  page = await sitDown(await lockDesk(app, page), founder);
  await stubSaveDialog(app, join(desk.folder, 'berkas.pdf'));
  await exportCase(page);
  await expect(page.getByRole('alert')).toContainText('persetujuan petugas lain');
  await page.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill('Untuk penyidik');
  await press(page, 'Minta persetujuan');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  page = await sitDown(await lockDesk(app, page), supervisor);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Untuk penyidik');
  await press(page, /^Setujui: Ekspor berkas/);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Disetujui');

  page = await sitDown(await lockDesk(app, page), founder);
  await exportCase(page);
  await expect(page.getByRole('dialog')).toContainText('berkas.pdf', { timeout: 30_000 });
  await desk.end();
});
