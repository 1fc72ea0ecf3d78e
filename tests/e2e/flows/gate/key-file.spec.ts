import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../../harness.ts';
import { press } from '../desk.ts';
import { lockByButton, openGate, passphrase, passphraseField, tryPassphrase, workspace } from './gate.ts';

const after = 'perahu kertas melawan sembilan ombak biru';

test('a vault asks for the key file that was made for its passphrase, until the officer gives it up', async () => {
  const gate = await openGate();
  const { app, folder } = gate;
  let { page } = gate;
  const keyFile = join(folder, 'Petugas.kunci');

  await test.step('the key file is made with the vault', async () => {
    await press(page, /Buat brankas baru/);
    await stubOpenDialog(app, [folder]);
    await press(page, 'Pilih folder…');
    await page.getByRole('textbox', { name: 'Nama petugas' }).fill('Petugas Contoh');
    await passphraseField(page).fill(passphrase);
    await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(passphrase);
    await page.getByRole('checkbox', { name: 'Pakai juga file kunci' }).check();
    await press(page, 'Buat brankas');
    await expect(page.getByText('Wajib diisi.')).toBeVisible();
    await stubSaveDialog(app, keyFile);
    await press(page, 'Pilih tempat…');
    await expect(page.getByRole('textbox', { name: 'Tempat file kunci' })).toHaveValue(keyFile);
    await press(page, 'Buat brankas');
    const groups = page.getByRole('list', { name: 'Kunci pemulihan' }).getByRole('listitem');
    await expect(groups).toHaveCount(14);
    await page
      .getByRole('textbox', { name: /^Ketik kembali seluruhnya/ })
      .fill((await groups.allTextContents()).join('-'));
    await page.keyboard.press('Enter');
    await expect(workspace(page)).toBeVisible();
  });

  await test.step('the passphrase alone is not enough, nor is another file', async () => {
    page = await lockByButton(gate);
    await tryPassphrase(page, passphrase);
    await expect(page.getByRole('alert')).toContainText('Frasa sandi petugas ini memerlukan file kunci.');
    const other = join(folder, 'lain.kunci');
    await writeFile(other, 'bukan file kunci\n');
    await stubOpenDialog(app, [other]);
    await press(page, 'Pilih file…');
    await press(page, 'Buka');
    await expect(page.getByRole('alert')).toContainText('File ini bukan file kunci, atau isinya rusak.');
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('This is no key file, or it is damaged.');
    await page.getByText('Bahasa Indonesia', { exact: true }).click();
    await stubOpenDialog(app, [keyFile]);
    await press(page, 'Pilih file…');
    await expect(page.getByRole('textbox', { name: 'File kunci' })).toHaveValue(keyFile);
    await press(page, 'Buka');
    await expect(workspace(page)).toBeVisible();
  });

  await test.step('with a change of the passphrase it is given up', async () => {
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    const own = page.getByRole('region', { name: 'Frasa sandi Anda' });
    await own.getByRole('textbox', { name: 'Frasa sandi sekarang' }).fill(passphrase);
    await own.getByRole('button', { name: 'Pilih file…' }).click();
    await expect(own.getByRole('textbox', { name: 'File kunci' })).toHaveValue(keyFile);
    await own.getByRole('textbox', { name: 'Frasa sandi pengganti' }).fill(after);
    await own.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(after);
    await own.getByText('Tanpa file kunci', { exact: true }).click();
    await own.getByRole('button', { name: 'Ganti frasa sandi' }).click();
    await expect(page.getByText('Frasa sandi Anda sudah diganti.')).toBeVisible();
    await expect(own.getByRole('checkbox', { name: 'Pakai juga file kunci' })).toBeVisible();
    page = await lockByButton({ ...gate, page });
    await tryPassphrase(page, after);
    await expect(workspace(page)).toBeVisible();
  });
  await gate.end();
});
