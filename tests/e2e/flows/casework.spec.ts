import { expect, type Page, test } from '@playwright/test';
import { isSound } from './appearance/look.ts';
import { choose, newCase, openDesk, press } from './desk.ts';

const save = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

async function addFact(page: Page, text: string): Promise<void> {
  await press(page, 'Fakta baru');
  await page.getByRole('textbox', { name: 'Fakta', exact: true }).fill(text);
  await page.getByRole('textbox', { name: 'Sumber', exact: true }).fill('Register kunjungan (rekaan)');
  await choose(page, /Nilai sumber/, /^B/);
  await choose(page, /Nilai informasi/, /^2/);
  await save(page);
}

test('a case is thought through, worked on, decided, closed and reopened by keyboard', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newCase(page, 'Jalur lempar (rekaan)');
  await page.getByRole('tab', { name: 'Analisis' }).click();

  await test.step('what speaks against a hypothesis puts it behind the other', async () => {
    for (const statement of ['Dibawa lewat kunjungan', 'Dilempar dari luar tembok']) {
      await press(page, 'Hipotesis baru');
      await page.getByRole('textbox', { name: 'Hipotesis' }).fill(statement);
      await save(page);
    }
    await addFact(page, 'Paket ditemukan di luar jam kunjungan');
    const cell = (hypothesis: number, said: string) =>
      page.getByRole('button', { name: `F1 terhadap H${hypothesis}: ${said}` });
    await cell(1, 'belum dinilai').focus();
    await page.keyboard.press('-');
    await expect(cell(1, 'bertentangan')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(cell(2, 'belum dinilai')).toBeFocused();
    await page.keyboard.press('+');
    await expect(cell(2, 'sesuai')).toBeVisible();
    const ranking = page.getByRole('list', { name: 'Hipotesis' }).getByRole('listitem');
    await expect(ranking.first()).toContainText('H2 · Dilempar dari luar tembok');
    await expect(ranking.last()).toContainText('1 fakta bertentangan, bobot 3');
    await expect(page.getByRole('table', { name: 'Fakta terhadap hipotesis' })).toContainText('membedakan jelas');
  });

  await test.step('a gap becomes a task', async () => {
    await press(page, 'Pertanyaan baru');
    await page.getByRole('textbox', { name: 'Pertanyaan' }).fill('Siapa di luar tembok malam itu?');
    await save(page);
    await isSound(page, 'analysis of a case');
    await press(page, 'Jadikan P1 tugas');
    await page.getByRole('textbox', { name: 'Yang harus dikerjakan' }).fill('Baca rekaman kamera luar');
    const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB'));
    await page.getByRole('textbox', { name: 'Diingatkan pada' }).fill(today);
    await page.keyboard.press('Tab');
    await isSound(page, 'form of a task', '[role="dialog"]');
    await save(page);
  });

  await test.step('Today shows it and leads to it', async () => {
    await page.keyboard.press('Alt+1');
    const mine = page.getByRole('region', { name: 'Tugas saya hari ini' });
    await expect(mine).toContainText('Jalur lempar (rekaan)');
    await isSound(page, 'today with a task');
    await mine.getByRole('link', { name: 'Baca rekaman kamera luar' }).press('Enter');
  });

  await test.step('it is moved on the board, and done with its outcome', async () => {
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    const card = page.getByRole('button', { name: /^Baca rekaman kamera luar/ });
    await card.focus();
    await page.keyboard.press('Control+ArrowRight');
    await expect(column('Dikerjakan').getByRole('button')).toBeFocused();
    await isSound(page, 'board of tasks');
    await page.keyboard.press('Enter');
    await choose(page, 'Status', 'Selesai');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).press('Enter');
    await expect(page.getByText('Tugas yang selesai memerlukan hasil', { exact: false })).toBeVisible();
    await page.getByRole('textbox', { name: 'Hasil' }).fill('Seorang pengendara motor');
    await save(page);
    await expect(column('Selesai')).toContainText('Hasil: Seorang pengendara motor');
    await page.keyboard.press('Alt+1');
    await expect(page.getByRole('region', { name: 'Tugas saya hari ini' })).toContainText('Tidak ada tugas');
    await page.keyboard.press('Alt+ArrowLeft');
  });

  await test.step('a decision is signed and stays', async () => {
    await page.getByRole('tab', { name: 'Keputusan' }).click();
    await press(page, 'Catat keputusan');
    await page.getByRole('textbox', { name: 'Keputusan' }).fill('Ronda luar ditambah');
    await page.getByRole('textbox', { name: 'Alasan' }).fill('H2 paling sedikit bertentangan');
    await page.getByRole('textbox', { name: 'Pilihan lain' }).fill('Menutup kunjungan');
    await press(page, 'Tanda tangani dan simpan');
    const log = page.getByRole('list', { name: 'Log keputusan' });
    await expect(log).toContainText('K1 · Ronda luar ditambah');
    await expect(log).toContainText('Ditandatangani Petugas Contoh');
    await isSound(page, 'decision log');
  });

  await test.step('closed it takes no change; reopened it does, and the log says both', async () => {
    await page.getByRole('tab', { name: 'Ringkasan' }).click();
    await press(page, 'Tutup berkas');
    await choose(page, /^Hasil/, 'Ditindak di lapas');
    await page.getByRole('textbox', { name: 'Mengapa ditutup' }).fill('Jalur tertutup');
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup berkas' }).press('Enter');
    await expect(page.getByText('Berkas ini sudah ditutup')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ubah data berkas' })).toHaveCount(0);
    await isSound(page, 'a closed case');
    await press(page, 'Buka kembali');
    await page.getByRole('textbox', { name: 'Mengapa dibuka kembali' }).fill('Laporan baru');
    await page.getByRole('dialog').getByRole('button', { name: 'Buka kembali' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Ubah data berkas' })).toBeVisible();
    await page.getByRole('tab', { name: 'Keputusan' }).click();
    const log = page.getByRole('list', { name: 'Log keputusan' });
    await expect(log.getByRole('listitem')).toHaveCount(3);
    await expect(log).toContainText('Berkas ditutup: Ditindak di lapas');
  });
  await desk.end();
});
