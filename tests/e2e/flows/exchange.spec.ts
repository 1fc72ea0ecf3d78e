import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { becomePartners, openExchange } from './agencies.ts';
import { isSound } from './appearance/look.ts';
import { addLink, addMember, newCase, openDesk, press } from './desk.ts';

async function addPerson(page: Page, name: string): Promise<void> {
  const fields = {
    name,
    aliases: [],
    nationalIds: [],
    phones: [],
    addresses: [],
    notes: '',
    roles: [{ kind: 'visitor' }],
  };
  await page.evaluate(`window.sinergi.call('people.create', ${JSON.stringify({ fields })})`);
}

test('prison and police trust each other, carry a case across, decide on it and return the receipt', async () => {
  test.setTimeout(180_000);
  const [prison, police] = [await openDesk(), await openDesk()];
  const at = (name: string): string => join(prison.folder, name);
  await newCase(prison.page, 'Jalur dapur');
  await addMember(prison.page, 'Arjuna Wiranata', 'WBP');
  await addMember(prison.page, 'Citra Lesmana', 'Pengunjung');
  await addLink(prison.page, { from: 'Citra Lesmana', to: 'Arjuna Wiranata', source: 'Informan dapur' });

  await test.step('a file is attached to somebody', async () => {
    const { app, page } = prison;
    await writeFile(at('Surat dapur.txt'), 'isi surat');
    await page.getByRole('link', { name: 'Arjuna Wiranata' }).first().click();
    await page.getByRole('tab', { name: 'Berkas terlampir' }).click();
    await stubOpenDialog(app, [at('Surat dapur.txt')]);
    await press(page, 'Tambah berkas');
    await expect(page.getByText('Surat dapur.txt', { exact: true })).toBeVisible();
  });

  await test.step('cards are exchanged, words compared', async () => {
    await becomePartners(prison, police, { prison: at('lapas.json'), police: at('polres.json') });
  });

  await test.step('the preview shows what goes, and the package is sealed', async () => {
    const { app, page } = prison;
    await page.getByRole('tab', { name: 'Kirim' }).click();
    await page.getByRole('combobox', { name: 'Berkas', exact: true }).fill('dapur');
    await page.getByRole('option', { name: /Jalur dapur/ }).click();
    await page.keyboard.press('Escape');
    const preview = page.getByRole('grid', { name: 'Pratinjau' });
    await expect(preview.getByRole('row', { name: /Tautan.*Citra Lesmana – Arjuna Wiranata/ })).toContainText(
      'Dikirim',
    );
    await expect(preview.getByRole('row', { name: /Lampiran Surat dapur\.txt/ })).toContainText('Dikirim');
    await page.getByRole('checkbox', { name: 'Sertakan foto dan lampiran' }).uncheck();
    await expect(preview.getByRole('row', { name: /Lampiran/ })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Sertakan foto dan lampiran' }).check();
    await page.getByRole('textbox', { name: 'Tujuan pengiriman' }).fill('Tindak lanjut');
    await stubSaveDialog(app, at('paket.sngx'));
    await press(page, 'Segel paket');
    await expect(page.getByText('Paket disegel')).toBeVisible();
  });

  await test.step('it is inspected, held in quarantine, and accepted', async () => {
    const { app, page } = police;
    await page.getByRole('tab', { name: 'Kotak masuk' }).click();
    await stubOpenDialog(app, [at('paket.sngx')]);
    await press(page, 'Periksa paket');
    await expect(page.getByRole('dialog')).toContainText('Tanda tangan benar');
    await page.getByRole('dialog').getByRole('button', { name: 'Masukkan ke karantina' }).click();
    const items = page.getByRole('grid', { name: 'Isi paket' });
    await expect(items.getByRole('row', { name: /Citra Lesmana/ }).first()).toContainText('Menunggu');
    await press(page, 'Terima semua');
    await expect(items.getByRole('row', { name: /Orang Citra Lesmana/ })).toContainText('Diterima');
    await expect(items).not.toContainText('Menunggu');
    await stubSaveDialog(app, at('terima.sngx'));
    await press(page, 'Buat tanda terima');
    await expect(page.getByText('Tanda terima disimpan', { exact: false })).toBeVisible();
    await page.keyboard.press('Alt+2');
    await expect(page.getByText('Jalur dapur')).toBeVisible();
    await page.keyboard.press('Alt+3');
    await page.getByRole('row').filter({ hasText: 'Arjuna Wiranata' }).dblclick();
    await page.getByRole('tab', { name: 'Berkas terlampir' }).click();
    await isSound(page, 'files of a person');
    await press(page, 'Periksa Surat dapur.txt');
    await expect(page.getByText('Sama seperti saat dimasukkan')).toBeVisible();
  });

  await test.step('the receipt stands in the register of the sender', async () => {
    const { app, page } = prison;
    await page.getByRole('tab', { name: 'Kotak masuk' }).click();
    await stubOpenDialog(app, [at('terima.sngx')]);
    await press(page, 'Periksa paket');
    await page.getByRole('dialog').getByRole('button', { name: 'Masukkan ke karantina' }).click();
    await expect(page.getByRole('heading', { name: 'Tanda terima' })).toBeVisible();
    await page.getByRole('tab', { name: 'Register' }).click();
    await page
      .getByRole('grid', { name: 'Register' })
      .getByRole('row', { name: /Keluar Polres Contoh Data/ })
      .click();
    await expect(page.getByRole('dialog')).toContainText('5 diterima, 0 ditolak, 0 menunggu');
    await page.keyboard.press('Escape');
    await stubSaveDialog(app, at('register.pdf'));
    await press(page, 'Cetak register…');
    await expect(page.getByText(`Register disimpan: ${at('register.pdf')}`)).toBeVisible({ timeout: 30_000 });
    expect((await readFile(at('register.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('textbox', { name: 'Dari' }).fill('01/01/2100');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Tidak ada paket dalam waktu ini')).toBeVisible();
  });

  await test.step('people are chosen by name, also all that a search found', async () => {
    const { page } = prison;
    await page.getByRole('tab', { name: 'Kirim' }).click();
    const people = page.getByRole('combobox', { name: 'Orang' });
    await people.fill('arjuna');
    await page.getByRole('option', { name: /^Arjuna Wiranata/ }).click();
    const preview = page.getByRole('grid', { name: 'Pratinjau' });
    await expect(preview.getByRole('row', { name: /Orang Arjuna Wiranata/ })).toContainText('Dikirim');
    await page.keyboard.press('Escape');
    await addPerson(page, 'Citra Sekar');
    await openExchange(page, 'Kirim');
    await people.fill('citra');
    await press(page, 'Pilih 2 orang yang ditemukan');
    await expect(preview.getByRole('row', { name: /Orang Citra/ })).toHaveCount(2);
    await isSound(page, 'choosing people for a package');
  });
  await Promise.all([prison.end(), police.end()]);
});
