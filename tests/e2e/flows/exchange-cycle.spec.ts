import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { becomePartners, openExchange } from './agencies.ts';
import { isSound } from './appearance/look.ts';
import { bringIn, lockDesk, sitDown } from './colleagues.ts';
import { addMember, newCase, openDesk, passphrase, press } from './desk.ts';

/** A window of one of the two agencies; locking replaces its page. */
interface Window {
  readonly app: ElectronApplication;
  page: Page;
}

const founder = { name: 'Petugas Contoh', words: passphrase };
const supervisor = { name: 'Umi Penyelia', words: 'payung merah di bawah jembatan tua' };

async function takeIn({ app, page }: Window, file: string): Promise<void> {
  await openExchange(page, 'Kotak masuk');
  const back = page.getByRole('button', { name: 'Kotak masuk', exact: true });
  if (await back.isVisible()) await back.click();
  await stubOpenDialog(app, [file]);
  await press(page, 'Periksa paket');
  await page.getByRole('dialog').getByRole('button', { name: 'Masukkan ke karantina' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function writeReceipt({ app, page }: Window, file: string): Promise<void> {
  await stubSaveDialog(app, file);
  await press(page, 'Buat tanda terima');
  await expect(page.getByText('Tanda terima disimpan', { exact: false }).last()).toBeVisible();
}

async function fillPackage(page: Page, purpose: string, answers: string | null): Promise<void> {
  await openExchange(page, 'Kirim');
  await page.getByRole('combobox', { name: 'Berkas', exact: true }).fill('dapur');
  await page.getByRole('option', { name: /Jalur dapur/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Tujuan pengiriman' }).fill(purpose);
  if (answers === null) return;
  await page.getByRole('combobox', { name: 'Menjawab permintaan' }).click();
  await page.getByRole('option', { name: answers }).click();
}

/** Sealed by one officer once another one has said yes. */
async function release(window: Window, file: string, purpose: string, answers: string | null): Promise<void> {
  await fillPackage(window.page, purpose, answers);
  await press(window.page, 'Segel paket');
  await expect(window.page.getByRole('alert').filter({ hasText: 'persetujuan petugas lain' })).toBeVisible();
  await window.page.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill(`Untuk penyidik: ${purpose}`);
  await press(window.page, 'Minta persetujuan');
  window.page = await sitDown(await lockDesk(window.app, window.page), supervisor);
  await press(window.page, /^Setujui: /);
  await expect(window.page.getByRole('region', { name: 'Persetujuan' })).toContainText('Disetujui');
  window.page = await sitDown(await lockDesk(window.app, window.page), founder);
  await fillPackage(window.page, purpose, answers);
  await stubSaveDialog(window.app, file);
  await press(window.page, 'Segel paket');
  await expect(window.page.getByText('Paket disegel')).toBeVisible();
}

async function renameCitra(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.getByRole('row').filter({ hasText: 'Citra' }).dblclick();
  await press(page, /^Ubah$/);
  await page.getByRole('textbox', { name: /^Nama/ }).fill(name);
  await press(page, /^Simpan$/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const openEntry = async (page: Page, row: RegExp): Promise<void> => {
  await openExchange(page, 'Register');
  await page.getByRole('grid', { name: 'Register' }).getByRole('row', { name: row }).first().click();
};

test('the whole cycle in two windows: ask, release, carry, accept, conflict, receipt, feedback, recall', async () => {
  test.setTimeout(240_000);
  const [prisonDesk, policeDesk] = [await openDesk(), await openDesk()];
  const prison: Window = { app: prisonDesk.app, page: prisonDesk.page };
  const police: Window = { app: policeDesk.app, page: policeDesk.page };
  const at = (name: string): string => join(prisonDesk.folder, name);
  await newCase(prison.page, 'Jalur dapur');
  await addMember(prison.page, 'Citra Lesmana', 'Pengunjung');
  await becomePartners(prisonDesk, policeDesk, { prison: at('lapas.json'), police: at('polres.json') });
  prison.page = await bringIn(prison.app, prison.page, supervisor, ['supervisor']);
  prison.page = await sitDown(await lockDesk(prison.app, prison.page), founder);

  await test.step('the police ask, and the prison is reminded of it where its day begins', async () => {
    const { app, page } = police;
    await openExchange(page, 'Permintaan informasi');
    await press(page, 'Ajukan permintaan');
    await page.getByRole('textbox', { name: 'Perihal' }).fill('Pengunjung dapur');
    await page.getByRole('textbox', { name: 'Pertanyaan' }).fill('Siapa yang datang?');
    await page.getByRole('textbox', { name: 'Tenggat' }).fill('01/03/2026');
    await page.keyboard.press('Tab');
    await stubSaveDialog(app, at('tanya.sngx'));
    await press(page, 'Segel permintaan');
    await expect(page.getByText('Permintaan disegel', { exact: false })).toBeVisible();
    await takeIn(prison, at('tanya.sngx'));
    await prison.page.keyboard.press('Alt+1');
    const waiting = prison.page.getByRole('region', { name: 'Menunggu Anda' });
    await expect(waiting).toContainText('1 permintaan instansi lain belum dijawab');
    await expect(waiting).toContainText('1 di antaranya lewat tenggat');
    await isSound(prison.page, 'today with a request to answer');
  });

  await test.step('two officers release an answer, which is carried over and accepted', async () => {
    await release(prison, at('jawab.sngx'), 'Jawaban', 'Pengunjung dapur');
    await takeIn(police, at('jawab.sngx'));
    await press(police.page, 'Terima semua');
    await expect(police.page.getByRole('grid', { name: 'Isi paket' })).not.toContainText('Menunggu');
    await writeReceipt(police, at('terima.sngx'));
    await takeIn(prison, at('terima.sngx'));
    await openExchange(police.page, 'Permintaan informasi');
    await expect(police.page.getByRole('row', { name: /Pengunjung dapur/ })).toContainText('Dijawab');
  });

  await test.step('changed on both sides, the same person is a conflict that an officer sees', async () => {
    await renameCitra(prison.page, 'Citra Lesmana Dewi');
    await renameCitra(police.page, 'Citra L.');
    await release(prison, at('lanjut.sngx'), 'Susulan', null);
    await takeIn(police, at('lanjut.sngx'));
    const items = police.page.getByRole('grid', { name: 'Isi paket' });
    const row = items.getByRole('row', { name: /Citra Lesmana Dewi/ });
    await expect(row).toContainText('Bertentangan');
    await row.click();
    const panel = police.page.getByRole('dialog', { name: 'Citra Lesmana Dewi' });
    await expect(panel.getByRole('table', { name: 'Perbedaan' })).toContainText('Citra L.');
    await expect(panel.getByRole('row', { name: /^Peran/ })).toHaveCount(0);
    await isSound(police.page, 'a conflict in quarantine', '[role="dialog"]');
    await police.page.keyboard.press('Escape');
    await press(police.page, 'Terima semua');
    await expect(items).not.toContainText('Menunggu');
  });

  await test.step('what came of it goes back, and stands beside the package in the register', async () => {
    const { app, page } = police;
    await press(page, 'Beri umpan balik…');
    await page.getByRole('textbox', { name: 'Hasil' }).fill('Satu orang ditangkap');
    await isSound(page, 'feedback on a package', '[role="dialog"]');
    await stubSaveDialog(app, at('hasil.sngx'));
    await page.getByRole('dialog').getByRole('button', { name: 'Segel' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await takeIn(prison, at('hasil.sngx'));
    await openEntry(prison.page, /Keluar Polres Contoh Data.*Susulan/);
    const entry = prison.page.getByRole('dialog');
    await expect(entry).toContainText('Umpan balik');
    await expect(entry).toContainText('Satu orang ditangkap');
  });

  await test.step('a recall shows where it was used before it is carried out, and is acknowledged', async () => {
    const entry = prison.page.getByRole('dialog');
    await entry.getByRole('button', { name: 'Tarik kembali' }).click();
    await prison.page.getByRole('textbox', { name: 'Alasan' }).fill('Salah orang');
    await stubSaveDialog(prison.app, at('tarik.sngx'));
    await prison.page.getByRole('button', { name: 'Segel', exact: true }).click();
    await expect(prison.page.getByText('Paket disegel. Bawa', { exact: false })).toBeVisible();
    await prison.page.keyboard.press('Escape');
    await takeIn(police, at('tarik.sngx'));
    const { page } = police;
    const uses = page.getByRole('region', { name: 'Di mana dipakai' });
    await expect(uses).toContainText('Orang · Citra Lesmana Dewi');
    await expect(uses).toContainText('Jalur dapur');
    await isSound(page, 'a recall, and where it was used');
    await press(page, 'Jalankan');
    await expect(page.getByRole('button', { name: 'Jalankan' })).toHaveCount(0);
    await writeReceipt(police, at('terima-tarik.sngx'));
    await takeIn(prison, at('terima-tarik.sngx'));
    await openEntry(prison.page, /Keluar Polres Contoh Penarikan/);
    await expect(prison.page.getByRole('dialog')).toContainText('1 diterima, 0 ditolak, 0 menunggu');
    await page.keyboard.press('Alt+3');
    await page.getByRole('row').filter({ hasText: 'Citra' }).dblclick();
    await expect(page.getByText('ditarik', { exact: false }).first()).toBeVisible();
  });
  await Promise.all([prisonDesk.end(), policeDesk.end()]);
});
