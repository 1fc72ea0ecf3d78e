import { expect, type Page, test } from '@playwright/test';
import { dress, isSound } from './appearance/look.ts';
import { openDesk, press } from './desk.ts';

const person = (name: string, more: object): object => ({
  name,
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  notes: '',
  ...more,
});

async function record(page: Page, fields: object): Promise<string> {
  const answer = await page.evaluate<{ value: { id: string } }>(
    `window.sinergi.call('people.create', ${JSON.stringify({ fields })})`,
  );
  return answer.value.id;
}

/** Types into the field that has the focus, and takes the first offer. */
async function pick(page: Page, field: string, typed: string, offered: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: field })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { name: new RegExp(`^${offered}`) })).toHaveAttribute('data-combobox-selected');
  await page.keyboard.press('Enter');
}

test('visits are entered by keyboard alone, and nobody banned or watched goes in unnoticed', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await record(
    page,
    person('Sastro Rekaan', { roles: [{ kind: 'inmate', registrationNumber: 'B.I 1000/2022', cell: 'F.2.16' }] }),
  );
  const sari = await record(
    page,
    person('Sari Oetami Rekaan', {
      nationalIds: ['3175014107900001'],
      phones: ['+6281234567890'],
      roles: [{ kind: 'visitor' }],
    }),
  );
  await record(page, person('Budi Misal', { roles: [{ kind: 'visitor' }] }));

  await test.step('somebody is put on the watch list on their page, somebody else is banned', async () => {
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('grid')).toContainText('Budi Misal');
    await page.getByRole('row').filter({ hasText: 'Budi Misal' }).dblclick();
    await press(page, 'Pantau');
    await page.getByRole('textbox', { name: 'Untuk loket' }).fill('Periksa makanan.');
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Disebut dalam laporan (rekaan).');
    await isSound(page, 'putting on the watch list', '[role="dialog"]');
    await press(page, 'Masukkan ke daftar pantau');
    await expect(page.getByText('Budi Misal masuk daftar pantau.')).toBeVisible();
    await page.evaluate(
      `window.sinergi.call('bans.create', ${JSON.stringify({ personId: sari, from: '2026-01-01', reason: 'Barang terlarang (rekaan)' })})`,
    );
  });

  await page.getByRole('link', { name: /^Loket kunjungan/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Loket kunjungan' })).toBeVisible();

  // What the form warns of, not what a notice says.
  const warning = page.getByRole('region', { name: 'Loket kunjungan' }).getByRole('alert');
  await test.step('a watched visitor: the counter is told what to do, and lets him in', async () => {
    await pick(page, 'WBP', 'sastro', 'Sastro Rekaan');
    await pick(page, 'Pengunjung', 'budi', 'Budi Misal');
    await expect(warning.first()).toContainText('Beri tahu petugas jaga. Periksa makanan.');
    await expect(page.getByRole('combobox', { name: 'Hubungan' })).toBeFocused();
    await page.keyboard.type('Saudara');
    await isSound(page, 'a watched visitor');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Budi Misal diizinkan masuk.')).toBeVisible();
  });

  const list = page.getByRole('table', { name: /^Kunjungan/ });
  await test.step('a banned visitor is not let in, only turned away with a reason', async () => {
    await pick(page, 'WBP', 'B.I 1000', 'Sastro Rekaan');
    await pick(page, 'Pengunjung', '081234567890', 'Sari Oetami Rekaan');
    await expect(warning.first()).toContainText('Pengunjung ini tidak boleh diizinkan masuk.');
    await expect(page.getByRole('button', { name: 'Izinkan masuk' })).toBeDisabled();
    await page.keyboard.press('Control+Enter');
    await press(page, 'Tolak');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Alasan' }).fill('Masih dilarang (rekaan)');
    await page.getByRole('dialog').getByRole('button', { name: 'Tolak' }).press('Enter');
    await expect(list).toContainText('Ditolak: Masih dilarang (rekaan)');
  });

  await test.step('somebody banned under another spelling is noticed before they are recorded', async () => {
    await pick(page, 'WBP', 'sastro', 'Sastro Rekaan');
    await expect(page.getByRole('textbox', { name: 'Pengunjung' })).toBeFocused();
    await page.keyboard.type('Sri Utami');
    await expect(page.getByRole('option', { name: /Sri Utami/ }).last()).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'NIK' })).toBeFocused();
    await page.keyboard.type('3175014107900001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0812 3456 7890');
    await expect(warning.first()).toContainText('Mungkin Sari Oetami Rekaan, yang dilarang berkunjung');
    await expect(page.getByRole('button', { name: 'Izinkan masuk' })).toBeDisabled();
    await isSound(page, 'somebody who may be banned');
    await press(page, 'Memang dia');
    await expect(warning.first()).toContainText('Pengunjung ini tidak boleh diizinkan masuk.');
    await page.keyboard.press('Control+Backspace');
    await expect(page.getByRole('textbox', { name: 'WBP' })).toBeFocused();
  });

  await test.step('coming out is noted, a wrong entry withdrawn and brought back', async () => {
    await press(page, 'Budi Misal keluar');
    await expect(page.getByRole('button', { name: 'Budi Misal keluar' })).toHaveCount(0);
    await press(page, 'Tarik kunjungan Budi Misal');
    await expect(list).not.toContainText('Budi Misal');
    await press(page, 'Urungkan');
    await expect(list).toContainText('Budi Misal');
  });

  await test.step('in English and dark', async () => {
    await dress(page, { language: 'en', theme: 'dark' });
    await isSound(page, 'visit counter');
    await page.getByRole('link', { name: /^Alerts/ }).press('Enter');
    await page.getByRole('tab', { name: 'Watch list' }).click();
    await expect(page.getByRole('table', { name: 'Watch list' })).toContainText('Budi Misal');
    await isSound(page, 'watch list');
    await press(page, 'Take Budi Misal off the watch list');
    await expect(page.getByRole('heading', { name: 'Nobody is watched' })).toBeVisible();
  });
  await desk.end();
});
