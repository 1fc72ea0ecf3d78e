import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { choose, newCase, openDesk, press } from './desk.ts';

const chart = (page: Page) => page.getByRole('application');

const graphml = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="undirected">
    <node id="a"><data key="label">Arif Rekaan</data></node>
    <node id="b"><data key="label">Bunga Rekaan</data></node>
    <node id="c"><data key="label">Cahyo Rekaan</data></node>
    <edge source="a" target="b"/>
    <edge source="b" target="c"/>
  </graph>
</graphml>`;

test('a network of another tool comes into a case, is taken back, and goes out as it came', async () => {
  const desk = await openDesk();
  const { app, page, folder } = desk;
  await newCase(page, 'Jaringan dari alat lain (rekaan)');
  const file = join(folder, 'jaringan.graphml');
  await writeFile(file, graphml);

  const importIt = async (): Promise<void> => {
    await press(page, 'Impor jaringan…');
    const dialog = page.getByRole('dialog', { name: 'Impor jaringan ke berkas' });
    await dialog.getByRole('textbox', { name: 'Sumber' }).fill('Analis Polres Contoh');
    await choose(page, /Nilai sumber/, /^B/);
    await choose(page, /Nilai informasi/, /^3/);
    await isSound(page, 'importing a network', '[role="dialog"]');
    await stubOpenDialog(app, [file]);
    await press(page, 'Pilih berkas dan impor…');
    await expect(dialog).toHaveCount(0);
  };

  await page.getByRole('tab', { name: 'Bagan' }).click();
  await importIt();
  await expect(page.getByText('2 tautan diimpor; 3 orang baru, 0 sudah anggota, 0 tautan dilewati.')).toBeVisible();
  await test.step('undone nobody is left of it', async () => {
    await page.getByRole('alert').getByRole('button', { name: 'Urungkan' }).press('Enter');
    await expect(page.getByRole('tab', { name: /^Anggota/ })).toHaveText(/\(0\)|^Anggota$/);
  });
  await importIt();
  await expect(chart(page)).toHaveAccessibleName('Bagan tautan: 3 orang, 2 tautan');

  await page.getByRole('radiogroup').getByText('Analisis', { exact: true }).click();
  await test.step('the same file once more brings nothing new', async () => {
    await importIt();
    await expect(page.getByText('0 tautan diimpor; 0 orang baru, 3 sudah anggota, 2 tautan dilewati.')).toBeVisible();
  });

  await test.step('in every format it goes out with all people and links', async () => {
    for (const [format, extension] of [
      ['GraphML', 'graphml'],
      ['GEXF', 'gexf'],
      ['Tabel CSV', 'csv'],
      ['JSON', 'json'],
      ['CSV untuk i2', 'i2.csv'],
    ] as const) {
      const path = join(folder, `keluar.${extension}`);
      await stubSaveDialog(app, path);
      await press(page, 'Ekspor jaringan');
      await page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('Jaringan disimpan: 3 orang, 2 tautan.').first()).toBeVisible();
      await expect.poll(async () => (await readFile(path, 'utf8').catch(() => '')).includes('Bunga Rekaan')).toBe(true);
    }
  });

  await test.step('what is no network says what it can be', async () => {
    const broken = join(folder, 'rusak.graphml');
    await writeFile(broken, graphml.slice(0, 300));
    await press(page, 'Impor jaringan…');
    const dialog = page.getByRole('dialog', { name: 'Impor jaringan ke berkas' });
    await dialog.getByRole('textbox', { name: 'Sumber' }).fill('Analis Polres Contoh');
    await choose(page, /Nilai sumber/, /^B/);
    await choose(page, /Nilai informasi/, /^3/);
    await stubOpenDialog(app, [broken]);
    await press(page, 'Pilih berkas dan impor…');
    await expect(dialog.getByRole('alert')).toBeVisible();
  });
  await desk.end();
});
