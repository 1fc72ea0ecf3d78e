import { expect, test } from '@playwright/test';
import { openDesk, press } from './desk.ts';

const person = (name: string, nationalId: string, phone: string, address: string) => ({
  name,
  aliases: [],
  nationalIds: [nationalId],
  phones: [phone],
  addresses: [address],
  roles: [{ kind: 'visitor' }],
  notes: '',
});
const others = Array.from({ length: 24 }, (_, number) =>
  person(
    `${String.fromCharCode(65 + number)}wang Rekaan ${String.fromCharCode(90 - number)}ulkarnain`,
    `32${number + 10}0${(number % 9) + 1}0${(number % 9) + 1}0${(number % 9) + 1}8${number % 10}${1000 + number * 37}`,
    `+628120000${1000 + number}`,
    `Jl. Contoh No. ${number + 1} RT 001/RW 001`,
  ),
);
const twice = [
  person('Soeharti Wahjoeni', '3171044903621839', '+6281399990001', 'Jl. Misal No. 7 RT 002/RW 003'),
  person('Suharti Wahyuni', '3171044903631839', '+6281399990001', 'Jalan Misal 7 RT 2 RW 3'),
];

test('two records of one person are told apart, taken back and made one with the keyboard', async () => {
  const desk = await openDesk();
  const { page } = desk;
  for (const fields of [...others, ...twice])
    await page.evaluate(`window.sinergi.call('people.create', ${JSON.stringify({ fields })})`);
  await page.keyboard.press('Alt+3');
  await press(page, 'Orang ganda');
  await press(page, 'Bandingkan semua');
  const pair = page.getByRole('table', { name: 'Keduanya berdampingan' });
  await expect(pair).toContainText('3171044903621839');
  await expect(pair).toContainText('3171044903631839');
  await expect(page.getByText(/adalah ejaan dari satu nama/)).toBeVisible();
  await expect(page.getByText(/berbeda satu angka/)).toBeVisible();

  await test.step('different is remembered, and can be taken back', async () => {
    await page.keyboard.press('d');
    await expect(page.getByText('Tidak ada lagi yang perlu diputuskan')).toBeVisible();
    await press(page, 'Bandingkan lagi');
    await expect(page.getByText('Tidak ada lagi yang perlu diputuskan')).toBeVisible();
    await page.keyboard.press('z');
    await expect(pair).toContainText('3171044903621839');
  });

  await test.step('the same person is one record with both numbers', async () => {
    await page.keyboard.press('s');
    await expect(page.getByText('Tidak ada lagi yang perlu diputuskan')).toBeVisible();
    await page.keyboard.press('Alt+3');
    await expect(page.getByText('25 orang')).toBeVisible();
    await page.getByRole('textbox', { name: 'Cari orang' }).fill('3171044903631839');
    await expect(page.getByText('1 orang', { exact: true })).toBeVisible();
    await expect(page.getByRole('grid')).toContainText('Soeharti Wahjoeni');
  });

  await test.step('and is taken apart again on the page of the person', async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Soeharti Wahjoeni' })).toBeVisible();
    await press(page, 'Pisahkan');
    await expect(page.getByText('Catatan yang digabungkan ke orang ini')).toBeHidden();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('grid')).toContainText('Suharti Wahyuni');
  });
  await desk.end();
});
