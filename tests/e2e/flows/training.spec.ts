import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { choose, passphrase, press } from './desk.ts';

const banner = (page: Page) => page.getByRole('note', { name: 'Brankas latihan' });

async function openTab(page: Page, area: string, tab: string): Promise<void> {
  await page.getByRole('link', { name: area }).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

test('a trainee answers an early warning in the real screens, is scored point by point, and gets a certificate', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-training-'));
  const { app, page } = await launchApp({ userData: join(folder, 'user-data') });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const input = { folder: join(folder, 'vault'), passphrase, officerName: 'Petugas Contoh', training: true };
  const answer = await page.evaluate<unknown>(`window.sinergi.call('vault.create', ${JSON.stringify(input)})`);
  expect(answer).toMatchObject({ ok: true });
  await page.reload();

  await test.step('every page says that nothing is real', async () => {
    await expect(banner(page)).toContainText('hanya untuk berlatih');
    await page.getByRole('link', { name: 'Orang' }).click();
    await expect(banner(page)).toBeVisible();
  });

  await test.step('an exercise is begun, its briefing read, a hint taken', async () => {
    await openTab(page, 'Pelatihan', 'Latihan');
    await isSound(page, 'exercises');
    await press(page, 'Mulai: Menjawab peringatan dini');
    const panel = page.getByRole('dialog');
    await expect(panel).toContainText('Register temuan menunjukkan kenaikan di Blok D');
    await isSound(page, 'briefing', '[role=dialog]');
    await panel.getByRole('button', { name: 'Lihat petunjuk: 1' }).click();
    await expect(panel).toContainText('Petunjuk: Mitigasi → Ancaman → Tambah ancaman');
    await page.keyboard.press('Escape');
    await expect(banner(page)).toContainText('Latihan: Menjawab peringatan dini');
  });

  await test.step('the threat is written down', async () => {
    await openTab(page, 'Mitigasi', 'Ancaman');
    await press(page, 'Tambah ancaman');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Ancaman', exact: true }).fill('Narkotika di Blok D');
    await dialog.getByRole('combobox', { name: 'Blok' }).fill('D');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Mengapa dinilai demikian' }).fill('Temuan naik');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the warning is answered by a search, and its result recorded', async () => {
    await page.getByRole('tab', { name: 'Situasi', exact: true }).click();
    const rise = page.getByRole('listitem').filter({ hasText: /Blok D · Temuan4 pekan ini/ });
    await rise.getByRole('button', { name: 'Rencanakan razia' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Dipimpin oleh' }).fill('Ka KPLP');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('tab', { name: 'Razia', exact: true }).click();
    await press(page, 'Catat hasil: RZ-0001');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tambah barang' }).click();
    await choose(page, 'Jenis', 'Narkotika');
    await dialog.getByRole('textbox', { name: 'Barang' }).fill('Sabu');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the exercise ends with its score explained', async () => {
    await press(page, 'Pengarahan dan langkah');
    await press(page, 'Selesai');
    await page.getByRole('dialog', { name: 'Selesai' }).getByRole('button', { name: 'Selesai' }).click();
    const result = page.getByRole('dialog', { name: /^Hasil/ });
    await expect(result).toContainText('95 dari 100 poin');
    await expect(result).toContainText('Petunjuk: −5 poin');
    await expect(result).toContainText('25 dari 25 poin');
    await isSound(page, 'result of an exercise', '[role=dialog]');
    await result.getByRole('button', { name: 'Tutup', exact: true }).last().click();
    await openTab(page, 'Pelatihan', 'Latihan');
    await expect(page.getByRole('region', { name: 'Menjawab peringatan dini' })).toContainText('nilai terbaik 95');
  });

  await test.step('what was learnt is entered and certified', async () => {
    await page.getByRole('tab', { name: 'Keterampilan' }).click();
    await press(page, 'Catat kursus atau latihan');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Petugas' }).fill('Petugas Contoh');
    await page.keyboard.press('Tab');
    await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pelindungan data pribadi');
    await isSound(page, 'form of a skill', '[role=dialog]');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await isSound(page, 'skills of the team');
    const path = join(folder, 'sertifikat.pdf');
    await stubSaveDialog(app, path);
    await press(page, 'Sertifikat: Pelindungan data pribadi milik Petugas Contoh');
    await expect(page.getByText(`Disimpan: ${path}`)).toBeVisible({ timeout: 30_000 });
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  });
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
