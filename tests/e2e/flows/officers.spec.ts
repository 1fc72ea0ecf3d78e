import { expect, type Page, test } from '@playwright/test';
import { nextPage } from '../harness.ts';
import { type Desk, newCase, openDesk, passphrase, press } from './desk.ts';

const own = 'payung merah di bawah jembatan tua';

async function lock(desk: Desk, page: Page): Promise<Page> {
  const [next] = await Promise.all([
    nextPage(desk.app),
    page
      .getByRole('button', { name: 'Kunci', exact: true })
      .click()
      .catch(() => undefined),
  ]);
  return next;
}

async function enter(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(words);
  await page.keyboard.press('Enter');
  // Several officers share the vault: the gate asks who is there.
  const who = page.getByRole('textbox', { name: 'Nama petugas' });
  await expect(who).toBeVisible();
  await who.fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText(name);
}

test('an administrator invites an officer, who sees no case of others and, once disabled, nothing at all', async () => {
  const desk = await openDesk();
  let page = desk.page;
  await newCase(page, 'Jalur dapur');

  const code = await test.step('the invitation is shown once', async () => {
    await page.keyboard.press('Alt+5');
    await press(page, 'Undang petugas');
    const dialog = page.getByRole('dialog', { name: 'Undang petugas' });
    await dialog.getByRole('textbox', { name: 'Nama' }).fill('Sari Dewi');
    await page.keyboard.press('Enter');
    const shown = dialog.getByLabel('Kode undangan');
    await expect(shown).toHaveText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    const letters = await shown.innerText();
    await press(page, 'Sudah saya serahkan');
    await expect(page.getByRole('row', { name: /Sari Dewi/ })).toContainText('Diundang');
    return letters;
  });

  await test.step('the officer activates it with a passphrase of their own', async () => {
    page = await lock(desk, page);
    await press(page, 'Saya punya undangan');
    await page.getByRole('textbox', { name: 'Nama Anda' }).fill('sari dewi');
    await page.getByRole('textbox', { name: 'Kode undangan' }).fill(code.toLowerCase());
    await page.getByRole('textbox', { name: 'Frasa sandi baru' }).fill(own);
    await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(own);
    await press(page, 'Aktifkan dan buka');
    await expect(page.getByRole('banner')).toContainText('Sari Dewi');
  });

  await test.step('need to know hides the case of somebody else', async () => {
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('heading', { level: 1, name: 'Berkas perkara' })).toBeVisible();
    await expect(page.getByText('Jalur dapur')).toHaveCount(0);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('dapur');
    await expect(page.getByRole('dialog')).not.toContainText('Jalur dapur');
    await page.keyboard.press('Escape');
    // Nor does an officer who runs nothing see how others are let in, or the trail.
    await expect(page.getByRole('link', { name: /Jejak audit/ })).toHaveCount(0);
    await page.keyboard.press('Alt+5');
    await expect(page.getByRole('table', { name: 'Petugas dan hak' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undang petugas' })).toHaveCount(0);
  });

  await test.step('the one who made it shares it', async () => {
    page = await lock(desk, page);
    await enter(page, 'Petugas Contoh', passphrase);
    await page.keyboard.press('Alt+2');
    await page.getByText('Jalur dapur').click();
    await press(page, 'Ubah petugas');
    await page.getByRole('combobox', { name: 'Petugas berkas ini' }).fill('Sari');
    await page.getByRole('option', { name: 'Sari Dewi' }).click();
    await page.keyboard.press('Escape');
    await press(page, 'Simpan');
    await expect(page.getByRole('region', { name: /boleh mengetahui/ })).toContainText('Petugas Contoh, Sari Dewi');
    page = await lock(desk, page);
    await enter(page, 'Sari Dewi', own);
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Jalur dapur')).toBeVisible();
  });

  await test.step('the trail tells who did what, and is sound', async () => {
    page = await lock(desk, page);
    await enter(page, 'Petugas Contoh', passphrase);
    await page.keyboard.press('Alt+6');
    await expect(page.getByRole('grid', { name: 'Jejak audit' })).toContainText('Petugas berkas diubah');
    await press(page, 'Periksa');
    await expect(page.getByText(/masih seperti saat ditandatangani/)).toBeVisible();
  });

  await test.step('once disabled, the passphrase opens nothing', async () => {
    await page.keyboard.press('Alt+5');
    await press(page, 'Nonaktifkan Sari Dewi');
    await page.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click();
    await expect(page.getByRole('row', { name: /Sari Dewi/ })).toContainText('Dinonaktifkan');
    page = await lock(desk, page);
    await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(own);
    await page.keyboard.press('Enter');
    // Alone again, the administrator need not say who is there; the passphrase fits nobody.
    await expect(page.getByRole('alert')).toContainText('Frasa sandi salah.');
    await page.getByRole('textbox', { name: 'Frasa sandi' }).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('banner')).toContainText('Petugas Contoh');
  });
  await desk.end();
});
