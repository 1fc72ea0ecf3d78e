import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readPdf } from '../../../integration/documents/read-pdf.ts';
import { stubOpenDialog, stubSaveDialog } from '../../harness.ts';
import { choose, press } from '../desk.ts';
import { lockByButton, openGate, passphrase, passphraseField, tryPassphrase, workspace } from './gate.ts';

const fresh = 'perahu kertas melawan sembilan ombak biru';

/** Reads the share that is shown, proves to have it, and goes on. */
async function putAway(page: Page, number: number): Promise<string> {
  const title = `Bagian pemulihan ${number} dari 3`;
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const groups = await page.getByRole('list', { name: title }).getByRole('listitem').allTextContents();
  expect(groups).toHaveLength(18);
  await page.getByRole('textbox', { name: /^Ketik kembali seluruhnya/ }).fill(groups.join('-'));
  await page.keyboard.press('Enter');
  return groups.join('-');
}

test('a recovery key is split into three shares, and any two of them open the vault again', async () => {
  const gate = await openGate();
  const { app, folder } = gate;
  let { page } = gate;
  const shares: string[] = [];

  await test.step('the vault is made with the key in shares', async () => {
    await press(page, /Buat brankas baru/);
    await stubOpenDialog(app, [folder]);
    await press(page, 'Pilih folder…');
    await page.getByRole('textbox', { name: 'Nama petugas' }).fill('Petugas Contoh');
    await passphraseField(page).fill(passphrase);
    await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(passphrase);
    await page.getByText('Dibagi menjadi bagian', { exact: true }).click();
    await choose(page, 'Jumlah bagian', /^5$/);
    await expect(page.getByText('2 dari 5 bagian membuka brankas', { exact: false })).toBeVisible();
    await choose(page, 'Jumlah bagian', /^3$/);
    await expect(page.getByText('2 dari 3 bagian membuka brankas', { exact: false })).toBeVisible();
    await press(page, 'Buat brankas');
  });

  await test.step('each share has a sheet of its own and is proved to be at hand', async () => {
    shares.push(await putAway(page, 1));
    await expect(page.getByRole('heading', { name: 'Bagian pemulihan 2 dari 3' })).toBeVisible();
    const sheet = join(folder, 'bagian.pdf');
    await stubSaveDialog(app, sheet);
    await press(page, /^Simpan lembar PDF/);
    await expect(page.getByText('Lembar disimpan.')).toBeVisible();
    shares.push(await putAway(page, 2));
    const { pages } = await readPdf(new Uint8Array(await readFile(sheet)));
    expect(pages).toHaveLength(1);
    const printed = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    expect(printed).toContain('Lembar bagian pemulihan 2 dari 3');
    expect(printed.replaceAll(' ', '')).toContain(shares[1]?.replaceAll('-', ''));
    shares.push(await putAway(page, 3));
    await expect(workspace(page)).toBeVisible();
    expect(new Set(shares).size).toBe(3);
  });

  await test.step('two of them, typed one by one, are enough; what does not belong is told at once', async () => {
    page = await lockByButton(gate);
    await press(page, 'Lupa frasa sandi?');
    const share = page.getByRole('textbox', { name: 'Bagian pemulihan' });
    await expect(page.getByText('Masih kurang 2 bagian.')).toBeVisible();
    const [first = '', , third = ''] = shares;
    await share.fill(`${third.slice(0, -4)}${third.endsWith('0000') ? '1111' : '0000'}`);
    await press(page, 'Tambahkan bagian');
    await expect(page.getByText('Bagian ini salah ketik atau tidak lengkap.')).toBeVisible();
    await share.fill(third.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Bagian 3 dari 3 diterima')).toBeVisible();
    await expect(page.getByText('Masih kurang 1 bagian.')).toBeVisible();
    await share.fill(third);
    await press(page, 'Tambahkan bagian');
    await expect(page.getByText('Bagian dengan nomor ini sudah dimasukkan.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Frasa sandi baru' }).fill(fresh);
    await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(fresh);
    await press(page, 'Pulihkan dan buka');
    await expect(page.getByRole('alert')).toContainText('Masih kurang 1 bagian; diperlukan 2.');
    await share.fill(first);
    await press(page, 'Tambahkan bagian');
    await expect(page.getByText('Bagian sudah cukup.')).toBeVisible();
    await press(page, 'Pulihkan dan buka');
    await expect(workspace(page)).toBeVisible();
  });

  page = await lockByButton({ ...gate, page });
  await tryPassphrase(page, fresh);
  await expect(workspace(page)).toBeVisible();
  await gate.end();
});

test('an administrator makes a new recovery key, and the one before is good for nothing', async () => {
  const gate = await openGate();
  const { app, page, folder } = gate;
  await press(page, /Buat brankas baru/);
  await stubOpenDialog(app, [folder]);
  await press(page, 'Pilih folder…');
  await page.getByRole('textbox', { name: 'Nama petugas' }).fill('Petugas Contoh');
  await passphraseField(page).fill(passphrase);
  await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(passphrase);
  await press(page, 'Buat brankas');
  const list = page.getByRole('list', { name: 'Kunci pemulihan' });
  await expect(list).toBeVisible();
  const old = (await list.getByRole('listitem').allTextContents()).join('-');
  await page.getByRole('textbox', { name: /^Ketik kembali seluruhnya/ }).fill(old);
  await page.keyboard.press('Enter');
  await expect(workspace(page)).toBeVisible();

  await page.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(page.getByText('Disimpan sebagai satu kunci utuh.')).toBeVisible();
  await press(page, 'Buat kunci pemulihan baru');
  const dialog = page.getByRole('dialog', { name: 'Buat kunci pemulihan baru' });
  await dialog.getByText('Dibagi menjadi bagian', { exact: true }).click();
  await choose(page, 'Jumlah bagian', /^3$/);
  await dialog.getByRole('button', { name: 'Buat dan tampilkan' }).click();
  for (const number of [1, 2, 3]) await putAway(page, number);
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Disimpan dalam 3 bagian; 2 membuka brankas.')).toBeVisible();

  const locked = await lockByButton(gate);
  await press(locked, 'Lupa frasa sandi?');
  await locked.getByRole('textbox', { name: 'Bagian pemulihan' }).fill(old);
  await press(locked, 'Tambahkan bagian');
  await expect(locked.getByText('Kunci pemulihan tidak cocok dengan brankas ini.', { exact: false })).toBeVisible();
  await gate.end();
});
