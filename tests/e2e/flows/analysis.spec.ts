import { expect, test } from '@playwright/test';
import { addLink, addMember, choose, newCase, openDesk, press } from './desk.ts';

test('beside the chart stands who matters, which ways lead where and what an arrest would do, in words', async () => {
  const desk = await openDesk();
  const { page } = desk;
  await newCase(page, 'Jaringan (rekaan)');
  for (const name of ['Sastro Rekaan', 'Wulan Contoh', 'Bagas Contoh']) await addMember(page, name, 'WBP');
  await addLink(page, { from: 'Sastro', to: 'Wulan', source: 'LI-1 (rekaan)' });
  await addLink(page, { from: 'Wulan', to: 'Bagas', source: 'LI-2 (rekaan)' });
  await page.getByRole('tab', { name: 'Bagan' }).click();
  await page.getByRole('radiogroup', { name: 'Di samping bagan' }).getByText('Analisis').click();
  const panel = page.getByRole('complementary', { name: 'Analisis' });
  await expect(panel).toContainText('3 orang, 2 pasangan bertaut, 1 bagian terpisah');

  await panel.getByRole('button', { name: /1\. Wulan Contoh/ }).click();
  await expect(panel).toContainText('Tanpa orang ini bagian jaringannya terpecah.');
  await expect(panel).toContainText('100% jalur terpendek antara orang lain melewati orang ini');

  await panel.getByRole('tab', { name: 'Jalur' }).click();
  await choose(page, /^Dari/, /Sastro/);
  await choose(page, /^Ke/, /Bagas/);
  await expect(panel).toContainText('1 jalur, 2 langkah');
  await expect(panel.getByRole('button', { name: 'Sastro Rekaan – Wulan Contoh – Bagas Contoh' })).toBeVisible();

  await panel.getByRole('tab', { name: 'Penangkapan' }).click();
  await press(page, 'Simulasikan');
  await expect(panel).toContainText('1 bagian menjadi 2; yang terbesar menyusut dari 3 ke 1 orang.');

  await panel.getByRole('button', { name: /^Tautan yang dihitung/ }).click();
  await panel.getByRole('checkbox', { name: /hanya disebut satu sumber/ }).check();
  await expect(panel).toContainText('0 dari 2');
  await desk.end();
});
