import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { newCase, openDesk, press } from '../desk.ts';
import { lockBy, lockByButton, passphrase, tryPassphrase, workspace } from './gate.ts';

const secret = 'Titipan Kamboja (rekaan)';

/** A locked program has nothing of the case: not in the page, not in its title, not in what it remembers. */
async function showsNothing(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Frasa sandi' })).toBeVisible();
  expect(await page.content()).not.toContain('Kamboja');
  expect(await page.title()).not.toContain('Kamboja');
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe('[{},{}]');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  // The keys of the workspace lead nowhere.
  for (const keys of ['Alt+2', 'Control+k', 'Alt+ArrowLeft']) await page.keyboard.press(keys);
  await expect(page.getByRole('heading', { level: 2, name: 'Buka brankas' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('the vault locks by button, by keys, when nobody is there and when its window is closed; nothing stays in sight', async () => {
  let desk = await openDesk();
  let { page } = desk;
  await newCase(page, secret);

  await test.step('by its button', async () => {
    page = await lockByButton(desk);
    await expect(page.getByRole('status').filter({ hasText: 'mengunci' })).toContainText('Anda mengunci brankas.');
    await showsNothing(page);
  });

  await test.step('by keys, also in the middle of a form', async () => {
    await tryPassphrase(page, passphrase);
    await expect(workspace(page)).toBeVisible();
    await page.keyboard.press('Alt+2');
    await press(page, 'Berkas baru');
    await page.getByRole('textbox', { name: 'Judul', exact: true }).fill('Kamboja dua (rekaan)');
    page = await lockBy(desk.app, () => page.keyboard.press('Control+l'));
    await showsNothing(page);
  });

  await test.step('by itself when nobody has been there for as long as the settings say', async () => {
    await tryPassphrase(page, passphrase);
    await expect(workspace(page)).toBeVisible();
    await page.keyboard.press('Alt+5');
    const idle = page.getByRole('textbox', { name: 'Kunci otomatis setelah (detik)' });
    await idle.fill('29');
    await press(page, 'Simpan');
    await expect(page.getByText('Paling kecil 30.')).toBeVisible();
    await idle.fill('30');
    await press(page, 'Simpan');
    await expect(page.getByText('Tersimpan')).toBeVisible();
    // Half a minute in which no key was pressed on the whole workstation, without waiting for it.
    page = await lockBy(desk.app, () =>
      desk.app.evaluate(({ powerMonitor }) => {
        const clock = Date.now;
        Date.now = () => clock() + 31_000;
        powerMonitor.getSystemIdleTime = () => 31;
      }),
    );
    await expect(page.getByRole('status').filter({ hasText: 'terkunci' })).toContainText('karena lama tidak dipakai');
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'locked' })).toContainText('it was not used for a while');
    await page.getByText('Bahasa Indonesia', { exact: true }).click();
    await showsNothing(page);
  });

  await test.step('by closing the window, which ends the program', async () => {
    await desk.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0;
    });
    await tryPassphrase(page, passphrase);
    await expect(workspace(page)).toBeVisible();
    const lock = join(desk.folder, 'vault', 'Sinergi.cvault', '.lock');
    expect(existsSync(lock)).toBe(true);
    const gone = desk.app.waitForEvent('close');
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    expect(existsSync(lock)).toBe(false);
    desk = await desk.restart();
    page = desk.page;
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('grid')).toContainText(secret);
  });
  await desk.end();
});
