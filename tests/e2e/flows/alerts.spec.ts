import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { watchedPrison } from '../../fixtures/prison/watched-prison.ts';
import { openDesk, press } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

const { registers } = watchedPrison({ seed: 71, planted: true });

test('patterns are looked for, set aside with a reason, taken back, and taken up again', async () => {
  const desk = await openDesk();
  const { page, folder } = desk;
  const status = page.getByRole('status').filter({ hasText: /^1–\d+ dari \d+$/ });

  await test.step('before any register there is nothing, said plainly', async () => {
    await page.getByRole('link', { name: /^Peringatan/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Tidak ada yang perlu diperhatikan' })).toBeVisible();
    await page.getByRole('tab', { name: 'Pola' }).click();
    await expect(page.getByRole('heading', { name: 'Belum dicari' })).toBeVisible();
    await press(page, 'Cari pola');
    await expect(page.getByRole('heading', { name: 'Tidak ada yang menonjol' })).toBeVisible();
  });

  for (const kind of ['inmates', 'visits', 'finds'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, registers[kind]);
    await importRegister(desk, path);
  }
  await page.getByRole('link', { name: /^Peringatan/ }).press('Enter');
  await press(page, 'Cari pola');
  await expect(status).toBeVisible();
  const before = (await status.textContent()) ?? '';
  const first = page
    .getByRole('region')
    .filter({ has: page.getByRole('button', { name: 'Kesampingkan' }) })
    .first();
  await expect(first).toContainText('Kebetulan saja menghasilkan');
  await expect(first).toContainText('Ini tidak');
  await expect(first).not.toContainText(/\d{4}-\d{2}-\d{2}/);

  await test.step('the rows it rests on are shown on demand', async () => {
    await first.getByRole('button', { name: /^Lihat \d+ baris$/ }).press('Enter');
    await expect(
      first
        .getByRole('table', { name: /^Baris register:/ })
        .getByRole('row')
        .nth(1),
    ).toBeVisible();
  });

  const setAside = async (): Promise<void> => {
    await first.getByRole('button', { name: 'Kesampingkan' }).press('Enter');
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Keluarga besar (rekaan)');
    await press(page, 'Kesampingkan temuan ini');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(status).not.toHaveText(before);
  };
  await test.step('set aside with a reason it is gone, and undone it is back', async () => {
    await setAside();
    await press(page, 'Urungkan');
    await expect(status).toHaveText(before);
  });

  await test.step('those set aside are shown with the reason, and taken up again', async () => {
    await setAside();
    await page.getByRole('switch', { name: 'Tampilkan yang dikesampingkan' }).press('Space');
    await expect(page.getByText(/^Dikesampingkan oleh Petugas Contoh.*Keluarga besar \(rekaan\)$/)).toBeVisible();
    await press(page, 'Tampilkan kembali');
    await expect(page.getByText(/^Dikesampingkan oleh/)).toHaveCount(0);
    await expect(status).toHaveText(before);
  });

  await test.step('a name leads to the page of the person', async () => {
    const name = first.getByRole('link').first();
    const called = (await name.textContent()) ?? '';
    await name.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: called })).toBeVisible();
  });
  await desk.end();
});

test('a visiting ban is recorded on the page of the person, listed, lifted and put back', async () => {
  const desk = await openDesk();
  const { page } = desk;
  const fields = {
    name: 'Sari Rekaan',
    aliases: [],
    nationalIds: [],
    phones: [],
    addresses: [],
    roles: [{ kind: 'visitor' }],
    notes: '',
  };
  await page.evaluate(`window.sinergi.call('people.create', ${JSON.stringify({ fields })})`);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toContainText('Sari Rekaan');
  await page.getByRole('grid').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sari Rekaan' })).toBeVisible();
  await press(page, 'Larang berkunjung');
  await page.getByRole('textbox', { name: 'Alasan' }).fill('Titipan terlarang (rekaan)');
  await press(page, 'Catat larangan');
  await expect(page.getByText('Larangan Sari Rekaan dicatat.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('link', { name: /^Peringatan/ }).press('Enter');
  await page.getByRole('tab', { name: 'Larangan kunjungan' }).click();
  const bans = page.getByRole('table', { name: 'Larangan kunjungan' });
  await expect(bans).toContainText('Titipan terlarang (rekaan)');
  await expect(bans).toContainText('Sampai dicabut');
  await press(page, 'Cabut larangan Sari Rekaan');
  await expect(page.getByRole('heading', { name: 'Tidak ada larangan kunjungan' })).toBeVisible();
  await press(page, 'Urungkan');
  await expect(bans).toContainText('Sari Rekaan');
  await desk.end();
});
