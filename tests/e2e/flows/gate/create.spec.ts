import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPdf } from '../../../integration/documents/read-pdf.ts';
import { stubOpenDialog, stubSaveDialog } from '../../harness.ts';
import { press } from '../desk.ts';
import { chooseVault, lockByButton, openGate, passphrase, passphraseField, tryPassphrase, workspace } from './gate.ts';

test('a vault is created with a passphrase that holds and a recovery key that is put away', async () => {
  const gate = await openGate();
  const { app, page, folder } = gate;
  const repeat = page.getByRole('textbox', { name: 'Ulangi frasa sandi' });
  const officer = page.getByRole('textbox', { name: 'Nama petugas' });

  await expect(page.getByRole('heading', { name: 'Selamat datang di Sinergi' })).toBeVisible();
  await press(page, /Buat brankas baru/);

  await test.step('nothing entered, nothing made', async () => {
    await press(page, 'Buat brankas');
    await expect(page.getByText('Wajib diisi.')).toHaveCount(2);
    await expect(page.getByText('Frasa sandi terlalu pendek. Pakai paling sedikit 12 karakter.')).toBeVisible();
  });

  await stubOpenDialog(app, [folder]);
  await press(page, 'Pilih folder…');
  await expect(page.getByRole('textbox', { name: 'Folder brankas' })).toHaveValue(folder);
  await officer.fill('Petugas Contoh');

  await test.step('a short and a guessable passphrase are refused in plain words, one typed differently too', async () => {
    await passphraseField(page).fill('pendek');
    await repeat.fill('pendek');
    await press(page, 'Buat brankas');
    await expect(page.getByText('Frasa sandi terlalu pendek. Pakai paling sedikit 12 karakter.')).toBeVisible();

    await passphraseField(page).fill('password1234');
    await repeat.fill('password1234');
    await expect(page.getByRole('status').filter({ hasText: 'Kekuatan' })).toHaveText(/Kekuatan: (Sangat lemah|Lemah)/);
    await press(page, 'Buat brankas');
    await expect(page.getByText('Frasa sandi ini mudah ditebak.')).toBeVisible();

    await passphraseField(page).fill(passphrase);
    await expect(page.getByRole('status').filter({ hasText: 'Kekuatan' })).toHaveText('Kekuatan: Sangat kuat');
    await repeat.fill('kereta pagi membawa tujuh pisang hijau');
    await press(page, 'Buat brankas');
    await expect(page.getByText('Tidak sama dengan isian di atasnya.')).toBeVisible();
  });

  await test.step('another language says the same in its words and keeps what was typed', async () => {
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByText('Not the same as the field above.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Officer’s name' })).toHaveValue('Petugas Contoh');
    await expect(passphraseField(page)).toHaveValue(passphrase);
    await expect(page.getByRole('status').filter({ hasText: 'Strength' })).toHaveText('Strength: Very strong');
    await page.getByText('Bahasa Indonesia', { exact: true }).click();
  });

  await repeat.fill(passphrase);
  await press(page, 'Buat brankas');
  await expect(page.getByRole('heading', { name: 'Kunci pemulihan' })).toBeVisible();
  const groups = await page.getByRole('list', { name: 'Kunci pemulihan' }).getByRole('listitem').allTextContents();

  await test.step('the recovery key can be copied and saved as a sheet to print', async () => {
    expect(groups.length).toBeGreaterThanOrEqual(8);
    await press(page, 'Salin');
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(groups.join('-'));
    const sheet = join(folder, 'kunci.pdf');
    await stubSaveDialog(app, sheet);
    await press(page, /^Simpan lembar PDF/);
    await expect(page.getByText('Lembar disimpan.')).toBeVisible();
    const { pages } = await readPdf(new Uint8Array(await readFile(sheet)));
    const printed = pages.flatMap(({ texts }) => texts.map(({ text }) => text.replaceAll(' ', ''))).join('');
    for (const group of groups) expect(printed).toContain(group);
  });

  await test.step('the vault opens only for somebody who has the key in front of them', async () => {
    const check = page.getByRole('textbox', { name: /^Ketik kembali seluruhnya/ });
    // The last group alone, or one letter too few, proves nothing.
    for (const short of [groups.at(-1) ?? '', groups.join('-').slice(0, -1)]) {
      await check.fill(short);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Tidak sama dengan yang ditampilkan')).toBeVisible();
      await expect(workspace(page)).toHaveCount(0);
    }
    await check.fill(groups.join(' ').toLowerCase());
    await page.keyboard.press('Enter');
    await expect(workspace(page)).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('Petugas Contoh');
  });

  await test.step('a wrong passphrase is told from the right one, and what was typed stays', async () => {
    const locked = { ...gate, page: await lockByButton(gate) };
    await tryPassphrase(locked.page, 'kereta malam membawa enam pisang hijau');
    await expect(locked.page.getByRole('alert')).toContainText('Frasa sandi salah.');
    await expect(passphraseField(locked.page)).toHaveValue('kereta malam membawa enam pisang hijau');
    await locked.page.getByText('English', { exact: true }).click();
    await expect(locked.page.getByRole('alert')).toContainText('The passphrase is wrong.');
    await locked.page.getByText('Bahasa Indonesia', { exact: true }).click();
    await tryPassphrase(locked.page, passphrase);
    await expect(workspace(locked.page)).toBeVisible();

    const again = { ...gate, page: await lockByButton(locked) };
    await test.step('where a vault is, no second one is made over it', async () => {
      await press(again.page, 'Brankas lain');
      await press(again.page, /Buat brankas baru/);
      await press(again.page, 'Pilih folder…');
      await again.page.getByRole('textbox', { name: 'Nama petugas' }).fill('Petugas Lain');
      await passphraseField(again.page).fill(passphrase);
      await again.page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(passphrase);
      await press(again.page, 'Buat brankas');
      await expect(again.page.getByRole('alert')).toContainText('Folder ini sudah berisi brankas.');
      await press(again.page, 'Kembali');
      await chooseVault(again, folder);
      await tryPassphrase(again.page, passphrase);
      await expect(workspace(again.page)).toBeVisible();
    });
  });
  await gate.end();
});
