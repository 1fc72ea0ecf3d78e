import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { licenceSchema } from '../../../shared/contract/app.ts';
import { callBridge } from '../security/probe.ts';
import { isSound } from './appearance/look.ts';
import { openDesk, press } from './desk.ts';

const answerSchema = z.object({ value: z.array(licenceSchema) });
const review = resolve(import.meta.dirname, '../../../docs/dependencies.md');

test('the licences of everything bundled are shown, and the review of dependencies names each of them and no other', async () => {
  const desk = await openDesk();
  const { page } = desk;
  const bundled = answerSchema.parse(await callBridge(page, 'app.licences', {})).value;
  for (const { name, licence, text } of bundled) expect([name, licence + text]).not.toEqual([name, '']);

  await test.step('the review', async () => {
    const written = await readFile(review, 'utf8');
    const about = written.slice(written.indexOf('| Package'));
    const named = new Set([...about.matchAll(/`(@?[a-z][\w./-]*)`/g)].map(([, name]) => name));
    expect(named).toEqual(new Set(bundled.map(({ name }) => name)));
  });

  await test.step('in the settings', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Pengaturan' }).press('Enter');
    await press(page, 'Lisensi pihak ketiga…');
    const dialog = page.getByRole('dialog', { name: 'Lisensi pihak ketiga' });
    await expect(dialog).toContainText(`${bundled.length} paket menjadi bagian dari program ini`);
    await dialog.getByRole('button', { name: /^pdfkit/ }).press('Enter');
    await expect(dialog).toContainText('MIT LICENSE');
    await isSound(page, 'licences', '[role="dialog"]');
  });
  await desk.end();
});
