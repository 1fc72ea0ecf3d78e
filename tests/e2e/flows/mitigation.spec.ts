import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { dialogIsSound, isSound } from './appearance/look.ts';
import { choose, type Desk, openDesk, press } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

const inmates = ['Nama,No Registrasi,Kamar', 'Sastro Rekaan,B.I 1000/2022,F.2.16', 'Usman Rekaan,B.I 1002/2022,G.1.1'];
/** A quiet find a week, then four in one week of March 2026. */
const finds = [
  'Tanggal,Barang,Jumlah,Satuan,Kamar',
  ...['05/01', '12/01', '19/01', '26/01', '02/02', '09/02', '16/02', '23/02'].map(
    (day) => `${day}/2026,sendok,1,buah,F.1.1`,
  ),
  '02/03/2026,sabu,5,gram,F.2.16',
  '03/03/2026,sabu,2,gram,F.2.17',
  '04/03/2026,HP,1,buah,F.1.1',
  '05/03/2026,sim card,1,buah,F.1.1',
];

const openTab = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('link', { name: 'Mitigasi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mitigasi' })).toBeVisible();
  await page.getByRole('tab', { name: tab, exact: true }).click();
};

async function drawBlock(page: Page): Promise<void> {
  await press(page, 'Gambar denah');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tambah blok' }).click();
  await dialog.getByRole('textbox', { name: 'Blok' }).fill('F');
  await dialog.getByRole('textbox', { name: 'Kapasitas hunian' }).fill('40');
  const block = dialog.getByRole('button', { name: 'Blok F' });
  await block.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dialog.getByRole('textbox', { name: 'Dari kiri' })).toHaveValue('2');
  await expect(dialog.getByRole('textbox', { name: 'Tinggi' })).toHaveValue('6');
  await isSound(page, 'drawing the plan', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Simpan denah' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('indicators rise, a search is planned, its find recorded, the threat rated anew, and the week reported', async () => {
  test.setTimeout(180_000);
  const desk: Desk = await openDesk();
  const { app, page, folder } = desk;
  // What fades in has other colours on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });

  await test.step('before any register every part says what to do', async () => {
    for (const [tab, title] of [
      ['Situasi', 'Belum ada blok yang dikenal'],
      ['Ancaman', 'Belum ada ancaman dalam register'],
      ['Razia', 'Belum ada razia yang direncanakan atau dilaksanakan'],
      ['Gangguan', 'Belum ada gangguan yang dicatat'],
      ['Indikator', 'Belum ada yang dapat dihitung dari register'],
    ] as const) {
      await openTab(page, tab);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await isSound(page, `mitigation, empty: ${tab}`);
    }
  });

  for (const [name, rows] of [
    ['wbp', inmates],
    ['temuan', finds],
  ] as const) {
    const path = join(folder, `${name}.csv`);
    await writeFile(path, rows.join('\n'));
    await importRegister(desk, path);
  }

  await test.step('a threat is written down', async () => {
    await openTab(page, 'Ancaman');
    await dialogIsSound(page, 'Tambah ancaman', 'form of a threat');
    await press(page, 'Tambah ancaman');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog.getByText('Wajib diisi.').first()).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Ancaman', exact: true }).fill('Narkotika masuk lewat kunjungan');
    await dialog.getByRole('textbox', { name: 'Mengapa dinilai demikian' }).fill('Temuan awal tahun');
    await dialog.getByRole('combobox', { name: 'Indikator yang menunjuk ke sana' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Temuan narkotika' }).click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Tambah tindakan' }).click();
    await dialog.getByRole('textbox', { name: 'Tindakan', exact: true }).fill('Geledah acak');
    await dialog.getByRole('textbox', { name: 'Penanggung jawab' }).fill('Ka KPLP');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('row', { name: /R-0001/ }).first()).toBeVisible();
  });

  await test.step('the week warns, and says why', async () => {
    await openTab(page, 'Situasi');
    await expect(page.getByText('2026-W10')).toBeVisible();
    const rise = page.getByRole('listitem').filter({ hasText: 'Blok F · Temuan narkotika' });
    await expect(rise).toContainText('2 pekan ini; rata-rata 0');
    await expect(rise).toContainText('R-0001');
    await drawBlock(page);
    await expect(page.getByRole('img', { name: /Blok F: 1 WBP, \d peringatan/ })).toBeVisible();
    await isSound(page, 'situation of a week');
  });

  await test.step('a search answers it', async () => {
    const rise = page.getByRole('listitem').filter({ hasText: 'Blok F · Temuan narkotika' });
    await rise.getByRole('button', { name: 'Rencanakan razia' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Alasan' })).toHaveValue(/Temuan narkotika di blok F/);
    await dialog.getByRole('textbox', { name: 'Dipimpin oleh' }).fill('Ka KPLP');
    await dialog.getByRole('textbox', { name: 'Tanggal' }).fill('07/03/2026');
    await isSound(page, 'planning a search', '[role=dialog]');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rise).toContainText('Razia direncanakan');
  });

  await test.step('what it found counts', async () => {
    await openTab(page, 'Razia');
    await press(page, 'Catat hasil: RZ-0001');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tambah barang' }).click();
    await choose(page, 'Jenis', 'Narkotika');
    await dialog.getByRole('textbox', { name: 'Barang' }).fill('Sabu');
    await dialog.getByRole('textbox', { name: 'Jumlah' }).fill('3 gram');
    await isSound(page, 'result of a search', '[role=dialog]');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('row', { name: /RZ-0001/ })).toContainText('Narkotika · Sabu · 3 gram · F');
    await isSound(page, 'searches');
    await openTab(page, 'Situasi');
    await expect(page.getByRole('listitem').filter({ hasText: 'Temuan narkotika' })).toContainText('3 pekan ini');
  });

  await test.step('an incident is recorded, and the threat rated anew', async () => {
    await openTab(page, 'Gangguan');
    await press(page, 'Catat gangguan');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Apa yang terjadi' }).fill('Perkelahian dua WBP');
    await dialog.getByRole('textbox', { name: 'Tanggal' }).first().fill('06/03/2026');
    await dialog.getByRole('button', { name: 'Tambah langkah' }).click();
    await dialog.getByRole('group', { name: 'Kronologi' }).getByRole('textbox', { name: 'Jam' }).fill('21:15');
    await dialog.getByRole('textbox', { name: 'Langkah' }).fill('Mulai di lorong');
    await isSound(page, 'form of an incident', '[role=dialog]');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('row', { name: /GK-0001/ })).toContainText('Perkelahian dua WBP');
    await isSound(page, 'incidents');
    await openTab(page, 'Ancaman');
    await page.getByRole('button', { name: 'R-0001 Narkotika masuk lewat kunjungan' }).click();
    await isSound(page, 'one threat', '[role=dialog]');
    await press(page, 'Nilai ulang');
    await choose(page, 'Kemungkinan', /^5/);
    await page.getByRole('textbox', { name: 'Mengapa dinilai demikian' }).fill('Razia menemukan sabu');
    await page.getByRole('dialog').last().getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('dialog').first()).toContainText('Sangat tinggi');
    await page.keyboard.press('Escape');
    await isSound(page, 'register of threats');
  });

  await test.step('and the week goes to the commanders', async () => {
    await openTab(page, 'Situasi');
    await press(page, 'Cetak laporan situasi…');
    await page.getByRole('textbox', { name: 'Catatan' }).fill('Perhatian pada blok F.');
    const path = join(folder, 'situasi.pdf');
    await stubSaveDialog(app, path);
    await page.getByRole('dialog').getByRole('button', { name: 'Cetak laporan situasi…' }).click();
    await expect(page.getByText(`Laporan disimpan: ${path}`)).toBeVisible({ timeout: 30_000 });
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    await openTab(page, 'Indikator');
    await isSound(page, 'indicators and thresholds');
  });
  await desk.end();
});
