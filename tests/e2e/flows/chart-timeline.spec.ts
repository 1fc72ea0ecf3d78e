import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { stubSaveDialog } from '../harness.ts';
import { addMember, newCase, openDesk, press } from './desk.ts';

const answer = z.object({ value: z.unknown() });
const caseSchema = z.object({
  file: z.object({ id: z.string(), members: z.array(z.object({ personId: z.string() })) }),
});

async function call(page: Page, channel: string, input: unknown): Promise<unknown> {
  const given = await page.evaluate<unknown>(`window.sinergi.call('${channel}', ${JSON.stringify(input)})`);
  return answer.parse(given).value;
}

/** Links the members of the only case one after another, from a day each. */
async function linkInTime(page: Page, days: readonly string[]): Promise<void> {
  const [row] = z.array(z.object({ id: z.string() })).parse(await call(page, 'cases.list', {}));
  const { file } = caseSchema.parse(await call(page, 'cases.get', { id: row?.id ?? '' }));
  for (const [index, since] of days.entries())
    await call(page, 'links.create', {
      caseId: file.id,
      fields: {
        from: file.members[index]?.personId,
        to: file.members[index + 1]?.personId,
        kind: 'knows',
        directed: false,
        since,
        status: 'suspected',
        grade: { scheme: 'admiralty', source: 'B', information: '2' },
        sources: [`LI-${index} (rekaan)`],
        note: '',
      },
    });
}

test('links stand on a timeline that chooses on the chart, and the chart goes out as a marked picture', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  await newCase(page, 'Garis waktu (rekaan)');
  for (const name of ['Sastro Rekaan', 'Wulan Contoh', 'Bagas Contoh']) await addMember(page, name, 'WBP');
  await linkInTime(page, ['2025-03-02', '2026-01-20']);
  await page.getByRole('tab', { name: 'Bagan' }).click();
  await expect(page.getByRole('application', { name: 'Bagan tautan: 3 orang, 2 tautan' })).toBeVisible();

  await press(page, 'Garis waktu');
  const timeline = page.getByRole('region', { name: 'Garis waktu' });
  await timeline.getByRole('application', { name: 'Garis waktu, 2 kejadian' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(timeline).toContainText('Mengenal: Sastro Rekaan – Wulan Contoh');
  const details = page.getByRole('complementary', { name: 'Yang dipilih' });
  await expect(details).toContainText('LI-0 (rekaan)');
  await page.keyboard.press('ArrowRight');
  await expect(details).toContainText('LI-1 (rekaan)');

  await timeline.getByRole('switch', { name: 'Jaringan menurut waktu' }).check();
  const slider = timeline.getByRole('slider', { name: 'Keadaan pada tanggal' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(timeline).toContainText('1 Mar 2025');

  const path = join(desk.folder, 'bagan.svg');
  await stubSaveDialog(app, path);
  await press(page, 'Keluarkan gambar bagan');
  await press(page, 'Simpan sebagai…');
  await expect(page.getByText(`Bagan disimpan: ${path}`)).toBeVisible();
  const svg = await readFile(path, 'utf8');
  expect(svg).toContain('Sastro Rekaan');
  expect(svg).toMatch(/>(BIASA|TERBATAS|RAHASIA|SANGAT RAHASIA)</);
  expect(svg).toContain('Petugas Contoh');

  await press(page, 'Keluarkan gambar bagan');
  await press(page, 'Salin gambar');
  await expect(page.getByText(/Gambar ada di papan klip/)).toBeVisible();
  const onClipboard = (): Promise<boolean> =>
    app.evaluate(async ({ clipboard }) => {
      const isEarlier = (port: object): port is { readImage(): { isEmpty(): boolean } } => 'readImage' in port;
      if (isEarlier(clipboard)) return !clipboard.readImage().isEmpty();
      return (await clipboard.read()).some(({ types }) => types.includes('image/png'));
    });
  expect(await onClipboard()).toBe(true);
  await page
    .getByRole('button', { name: /^Kunci/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(onClipboard).toBe(false);
  await desk.end();
});
