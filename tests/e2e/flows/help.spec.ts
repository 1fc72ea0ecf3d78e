import { expect, test } from '@playwright/test';
import { isSound } from './appearance/look.ts';
import { openDesk } from './desk.ts';

test('every page explains itself, and the handbook and the glossary are found by their words', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });

  await test.step('F1 explains the page that is open', async () => {
    for (const [link, title] of [
      ['Orang', 'Orang'],
      ['Mitigasi', 'Mitigasi gangguan'],
      ['Pertukaran', 'Pertukaran antarinstansi'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Area' }).getByRole('link', { name: link }).click();
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await isSound(page, `help: ${title}`, '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  await test.step('from there it leads into the handbook', async () => {
    await page.getByRole('button', { name: 'Bantuan halaman ini' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Buku panduan' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Pertukaran antarinstansi' })).toBeVisible();
    await isSound(page, 'handbook');
    await page.getByRole('article').getByRole('button', { name: 'Laporan intelijen' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Laporan intelijen' })).toBeVisible();
  });

  await test.step('which is searched by word, with what was found marked', async () => {
    await page.getByRole('textbox', { name: 'Cari dalam buku panduan' }).fill('hash serah');
    const chapters = page.getByRole('navigation', { name: 'Bab' });
    await expect(chapters.getByRole('button')).toHaveText(['Bukti']);
    await expect(page.getByRole('article').locator('mark').first()).toHaveText(/serah|hash/i);
    await page.getByRole('textbox', { name: 'Cari dalam buku panduan' }).fill('xyzzy');
    await expect(page.getByText('Tidak ditemukan apa pun untuk “xyzzy”.')).toBeVisible();
  });

  await test.step('and the glossary gives each term its pair', async () => {
    await page.getByRole('tab', { name: 'Glosarium' }).click();
    await isSound(page, 'glossary');
    await page.getByRole('textbox', { name: 'Cari dalam glosarium' }).fill('custody');
    await expect(page.getByRole('row', { name: /rantai penguasaan/ })).toContainText('chain of custody');
    await expect(page.getByText('1 istilah')).toBeVisible();
  });
  await desk.end();
});
