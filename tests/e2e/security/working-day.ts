import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { csvOf, visitHeader } from '../../fixtures/registers/visit-register.ts';
import { addLink, addMember, choose, newCase, press } from '../flows/desk.ts';
import { type LaunchedApp, stubOpenDialog, stubSaveDialog } from '../harness.ts';

// Ends every word of this run, so that no other run on this machine has written it.
const letters = [...randomBytes(4)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
const own = (words: string): string => `${words}${letters}`;

/** What is typed and read in during the day, each told from anything else on the disk by its last word. */
export const secrets = {
  officer: own('Hardjomulyo Kwintasari'),
  passphrase: own('bintang retak menyapu ubin kwarsa'),
  wrongPassphrase: own('bintang utuh menyapu ubin kwarsi'),
  agency: own('Satuan Brambangwetan'),
  identity: own('Kepolisian Sektor Wlingipetak'),
  person: own('Zulkifrandi Waskitoaji'),
  alias: own('Codet Klewerberan'),
  note: own('Menyimpan blekutik di balik ubin'),
  title: own('Titipan Gurawengkur'),
  purpose: own('Menilai dugaan klentangan'),
  source: own('Laporan regu Pringgodigdan'),
  searched: own('Mbah Soerowikromo'),
  palette: own('Tjokrowerdoyo'),
  typedOnly: own('Belum Disimpan Prawirobagus'),
  visitor: own('Ngatmirunggoyo Pelipurlara'),
  rejected: own('Tertolak Wiryokusumantri'),
  fileName: own('kunjungan-Gondosuwaryan'),
  subject: own('Perihal dapur Sambirejowetan'),
  fact: own('Kantong diterima di Kedungwringin'),
  exhibit: own('Serbuk dalam Kalengkrupuk'),
  attached: own('catatan-Balungkulon'),
  inFile: own('Isi catatan Grobogansari'),
  medium: own('Flashdisk Jambumerah'),
  number: `3171049988${String(randomInt(1e6)).padStart(6, '0')}`,
} as const;

/** The last word of each: found whole and also where a list of single words was kept. */
export const tellingWords = Object.values(secrets).map((words) => words.slice(words.lastIndexOf(' ') + 1));

const area = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
};

const openTab = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('tab', { name }).click();
};

/**
 * Does in every area what an officer does there, in an unlocked program.
 *
 * @param brought an empty folder: what comes from and goes to media. Plain files lie there because the officer says so.
 */
export async function workAllDay({ app, page }: Pick<LaunchedApp, 'app' | 'page'>, brought: string): Promise<void> {
  const at = (name: string): string => join(brought, name);

  await test.step('the settings', async () => {
    await area(page, 'Pengaturan');
    await page.getByRole('textbox', { name: 'Nama satuan kerja' }).fill(secrets.agency);
    await press(page, 'Simpan');
    await expect(page.getByText('Tersimpan')).toBeVisible();
  });

  await test.step('a person', async () => {
    await area(page, 'Orang');
    await press(page, 'Orang baru');
    await page.getByRole('textbox', { name: /^Nama/ }).fill(secrets.person);
    await page.getByRole('combobox', { name: 'Alias' }).fill(secrets.alias);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Catatan' }).fill(secrets.note);
    await press(page, 'Simpan orang');
    await expect(page.getByRole('heading', { level: 1, name: secrets.person })).toBeVisible();
  });

  await test.step('a register is read in, with rows that are refused', async () => {
    const row = (name: string, date: string) =>
      ['1', date, '09:00', '1', name, secrets.number, '', '', 'Istri', 'Sastro Rekaan', '', ''] as const;
    const file = at(`${secrets.fileName}.csv`);
    const rows = [row(secrets.visitor, '02/03/2026'), row(secrets.rejected, '31/02/2026')];
    await writeFile(file, csvOf(rows, { header: visitHeader }));
    await area(page, 'Impor');
    await stubOpenDialog(app, [file]);
    await press(page, 'Pilih berkas…');
    await press(page, /^Impor$/);
    await expect(page.getByRole('grid', { name: 'Baris yang ditolak' })).toContainText(secrets.rejected);
  });

  await test.step('a case with members and a link', async () => {
    await newCase(page, secrets.title, secrets.purpose);
    await addMember(page, 'Sastro Rekaan', 'WBP');
    await addMember(page, 'Wulan Rekaan', 'Pengunjung');
    await addLink(page, { from: 'Sastro Rekaan', to: 'Wulan Rekaan', source: secrets.source });
  });

  await test.step('an exhibit with a file', async () => {
    await writeFile(at(`${secrets.attached}.txt`), secrets.inFile);
    await openTab(page, 'Barang bukti');
    await press(page, 'Catat barang bukti');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Uraian barang' }).fill(secrets.exhibit);
    await dialog.getByRole('textbox', { name: 'Tempat' }).fill('Pos kunjungan');
    await dialog.getByRole('textbox', { name: 'Disita oleh' }).fill('Andi Contoh');
    await press(page, /^Catat$/);
    await expect(page.getByRole('dialog', { name: /^BB\// })).toBeVisible();
    await stubOpenDialog(app, [at(`${secrets.attached}.txt`)]);
    await press(page, 'Tambah berkas');
    await expect(page.getByRole('table', { name: 'Berkas terlampir' })).toContainText(secrets.attached);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the chart, and the case file as PDF', async () => {
    await openTab(page, 'Bagan');
    await expect(page.locator('canvas').first()).toBeVisible();
    await stubSaveDialog(app, at('berkas.pdf'));
    await press(page, 'Ekspor PDF');
    await page.getByRole('dialog').getByRole('button', { name: 'Ekspor' }).click();
    await expect(page.getByText('PDF disimpan')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a report', async () => {
    await area(page, /^Laporan/);
    await press(page, 'Laporan baru');
    await page.getByRole('textbox', { name: 'Perihal' }).fill(secrets.subject);
    await choose(page, 'Klasifikasi', 'Terbatas');
    await page.getByRole('textbox', { name: 'Siapa atau apa' }).fill('Petugas jaga');
    await page.getByRole('textbox', { name: 'Fakta 1' }).fill(secrets.fact);
    await choose(page, 'Nilai sumber', /^B/);
    await choose(page, 'Nilai informasi', /^2/);
    await page.getByRole('button', { name: 'Simpan konsep' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: secrets.subject })).toBeVisible();
  });

  await test.step('patterns are looked for, the counter and the trail are opened', async () => {
    await area(page, /^Peringatan/);
    await openTab(page, 'Pola');
    await press(page, 'Cari pola');
    await expect(page.getByText('Tidak ada yang menonjol')).toBeVisible();
    await area(page, 'Loket kunjungan');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await area(page, /^Audit|Jejak audit/);
    await expect(page.getByRole('grid').first()).toBeVisible();
  });

  await test.step('an identity for packages, and its card', async () => {
    await area(page, 'Pertukaran');
    await openTab(page, 'Instansi');
    await page.getByRole('textbox', { name: 'Nama instansi' }).fill(secrets.identity);
    await press(page, 'Buat identitas');
    await stubSaveDialog(app, at('kartu.json'));
    await press(page, 'Simpan kartu');
    await expect(page.getByText('Kartu disimpan.')).toBeVisible();
  });

  await test.step('a backup', async () => {
    await mkdir(at('media'));
    await area(page, 'Cadangan');
    await press(page, 'Tambah media');
    const dialog = page.getByRole('dialog', { name: 'Tambah media' });
    await dialog.getByRole('textbox', { name: 'Nama media' }).fill(secrets.medium);
    await stubOpenDialog(app, [at('media')]);
    await press(page, 'Pilih folder…');
    await dialog.getByRole('button', { name: 'Tambah media' }).click();
    await expect(dialog).toHaveCount(0);
    await press(page, `Cadangkan sekarang ke ${secrets.medium}`);
    await expect(page.getByText(/^Cadangan ditulis dan dibaca kembali/)).toBeVisible();
  });

  await test.step('names are looked for', async () => {
    await area(page, 'Orang');
    await page.getByRole('textbox', { name: 'Cari orang' }).fill(secrets.searched);
    await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Ketik nama, nomor, atau perintah' }).fill(secrets.palette);
    await page.keyboard.press('Escape');
  });
}
