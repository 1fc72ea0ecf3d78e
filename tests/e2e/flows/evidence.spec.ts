import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { addMember, newCase, openDesk, press } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

/** A magenta JPEG as a phone writes it: with a place in it. */
async function phonePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 900;
    const context = canvas.getContext('2d');
    context.fillStyle = '#ff00ff';
    context.fillRect(0, 0, 1200, 900);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  const jpeg = Buffer.from(base64, 'base64');
  const place = Buffer.from('Exif\0\0GPS -6.2000 106.8166', 'latin1');
  const exif = Buffer.concat([Buffer.of(0xff, 0xe1, 0, place.length + 2), place]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** Whether any canvas of the page shows the photo's colour. */
const showsMagenta = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`Array.from(document.querySelectorAll('canvas')).some((canvas) => {
    const context = canvas.getContext('2d');
    if (context === null || canvas.width === 0) return false;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4)
      if (data[at] > 220 && data[at + 1] < 60 && data[at + 2] > 220 && data[at + 3] > 200) return true;
    return false;
  })`);

test('a photo is shown without its place, and an exhibit is entered, handed on, checked and handed over', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  await newCase(page, 'Temuan di pos kunjungan (rekaan)');
  await addMember(page, 'Wulan Rekaan', 'Pengunjung');
  const picture = join(desk.folder, 'foto.jpg');
  await writeFile(picture, await phonePhoto(page));

  await test.step('the photo stands on the page of the person and in the chart, and nothing tells where it was taken', async () => {
    await page.getByRole('link', { name: 'Wulan Rekaan' }).click();
    await stubOpenDialog(app, [picture]);
    await press(page, 'Tambah foto');
    const shown = page.getByRole('img', { name: 'Foto Wulan Rekaan' });
    await expect(shown).toBeVisible();
    const kept = await page.evaluate<string>(`(async () => {
      const asked = { text: 'Wulan', role: null, sort: 'relevance', descending: false, offset: 0, limit: 1 };
      const found = await window.sinergi.call('people.search', asked);
      const { id } = found.value.rows[0];
      const { value } = await window.sinergi.call('photos.of', { ids: [id] });
      return String.fromCharCode(...value[0].jpeg.slice(0, 4000)) + value[0].jpeg.length;
    })()`);
    expect(kept).toContain('JFIF');
    expect(kept).not.toContain('GPS');
    await page
      .getByRole('link', { name: /^Berkas perkara/ })
      .first()
      .click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Bagan' }).click();
    await expect.poll(() => showsMagenta(page)).toBe(true);
    await press(page, 'Garis tautan');
    await page.getByRole('menuitem', { name: 'Foto orang' }).click();
    await expect.poll(() => showsMagenta(page)).toBe(false);
  });

  await test.step('an exhibit is entered with a file and its SHA-256', async () => {
    await page.getByRole('tab', { name: 'Barang bukti' }).click();
    await press(page, 'Catat barang bukti');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Uraian barang' }).fill('Serbuk kristal putih (rekaan)');
    await dialog.getByRole('textbox', { name: 'Berat bruto' }).fill('lima');
    await dialog.getByRole('textbox', { name: 'Tempat' }).fill('Pos kunjungan');
    await dialog.getByRole('textbox', { name: 'Disita oleh' }).fill('Andi Contoh, Penata Muda');
    await press(page, /^Catat$/);
    await expect(dialog).toContainText('Jumlah tidak terbaca');
    await dialog.getByRole('textbox', { name: 'Berat bruto' }).fill('5,20 gram');
    await press(page, /^Catat$/);
    await expect(page.getByRole('dialog', { name: /^BB\/0001/ })).toBeVisible();
    await press(page, 'Tambah berkas');
    await expect(page.getByRole('table', { name: 'Berkas terlampir' })).toContainText('foto.jpg');
  });

  await test.step('it passes to another hand, is checked, and the step stands', async () => {
    await press(page, 'Langkah berikut');
    const dialog = page.getByRole('dialog', { name: /^Penguasaan/ });
    await dialog.getByRole('textbox', { name: 'Kepada' }).fill('Gudang barang bukti');
    await dialog.getByRole('textbox', { name: 'Tempat' }).fill('Kantor KPLP');
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Disimpan (rekaan)');
    await press(page, 'Tanda tangani dan simpan');
    const chain = page.getByRole('table', { name: 'Rantai penguasaan' });
    await expect(chain).toContainText('Gudang barang bukti');
    await press(page, 'Periksa berkas dan penguasaan');
    await expect(page.getByRole('dialog').getByRole('status').last()).toContainText('1 berkas');
    await expect(page.getByRole('dialog')).toContainText('masih seperti semula');
    await page.keyboard.press('Escape');
  });

  await test.step('it is handed over with a printed record', async () => {
    const path = join(desk.folder, 'serah-terima.pdf');
    await stubSaveDialog(app, path);
    await press(page, 'Serah terima');
    const dialog = page.getByRole('dialog', { name: 'Berita acara serah terima' });
    await dialog.getByRole('textbox', { name: 'Yang menerima' }).fill('Bripka Contoh, Polres');
    await dialog.getByRole('textbox', { name: 'Tempat' }).fill('Kantor Lapas');
    await dialog.getByRole('textbox', { name: 'Untuk keperluan' }).fill('Penyidikan (rekaan)');
    await press(page, 'Tulis berita acara');
    await expect(page.getByText(/^Berita acara ditulis/)).toBeVisible({ timeout: 30_000 });
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(page.getByRole('table', { name: 'Barang bukti' })).toContainText('Bripka Contoh, Polres');
  });
  await desk.end();
});

test('an exhibit takes over what the register of finds says of it', async () => {
  const desk = await openDesk();
  const { page, folder } = desk;
  const register = join(folder, 'temuan.csv');
  const header = 'Tanggal,Barang,Jumlah,Satuan,Tempat,Penemu';
  await writeFile(register, [header, '10/01/2025,sabu,5,gram,ventilasi dapur,Andi Contoh'].join('\n'));
  await importRegister(desk, register);
  await newCase(page, 'Temuan dapur (rekaan)');
  await page.getByRole('tab', { name: 'Barang bukti' }).click();
  await press(page, 'Catat barang bukti');
  await page.getByRole('combobox', { name: 'Baris register temuan' }).fill('ventilasi');
  await page.getByRole('option', { name: /sabu, 5 gram · ventilasi dapur/ }).click();
  await expect(page.getByRole('textbox', { name: 'Uraian barang' })).toHaveValue('sabu, 5 gram');
  await expect(page.getByRole('textbox', { name: 'Tempat' })).toHaveValue('ventilasi dapur');
  await expect(page.getByRole('textbox', { name: 'Disita oleh' })).toHaveValue('Andi Contoh');
  await isSound(page, 'an exhibit from the register', '[role="dialog"]');
  await press(page, /^Catat$/);
  await expect(page.getByRole('dialog', { name: /^BB\/0001/ })).toBeVisible();
  await desk.end();
});
