import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { callBridge } from '../../security/probe.ts';
import { press } from '../desk.ts';
import { lockByButton, openGate, passphrase, passphraseField, tryPassphrase, workspace } from './gate.ts';

const createdSchema = z.object({ value: z.object({ recovery: z.tuple([z.string()]) }) });

test('who lost the passphrase gets in with the recovery key and a new one; the old one is no good any more', async () => {
  const gate = await openGate();
  const input = { folder: join(gate.folder, 'Pulih.cvault'), officerName: 'Petugas Contoh', passphrase };
  const [recoveryKey] = createdSchema.parse(await callBridge(gate.page, 'vault.create', input)).value.recovery;
  await gate.page.reload();
  let page = await lockByButton(gate);

  await press(page, 'Lupa frasa sandi?');
  const key = page.getByRole('textbox', { name: 'Kunci pemulihan' });
  const fresh = 'perahu kertas melawan sembilan ombak biru';
  await page.getByRole('textbox', { name: 'Frasa sandi baru' }).fill(fresh);
  await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(fresh);

  await test.step('a key with one wrong group is refused', async () => {
    const groups = recoveryKey.split('-');
    await key.fill([...groups.slice(0, -1), groups.at(-1) === '0000' ? '1111' : '0000'].join('-'));
    await press(page, 'Pulihkan dan buka');
    await expect(page.getByRole('alert')).toContainText('Kunci pemulihan tidak cocok dengan brankas ini.');
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('The recovery key does not fit this vault.');
    await page.getByText('Bahasa Indonesia', { exact: true }).click();
  });

  await test.step('the right one opens, however it was written', async () => {
    await key.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
    await press(page, 'Pulihkan dan buka');
    await expect(workspace(page)).toBeVisible();
    page = await lockByButton({ ...gate, page });
  });

  await tryPassphrase(page, passphrase);
  await expect(page.getByRole('alert')).toContainText('Frasa sandi salah.');
  await passphraseField(page).fill(fresh);
  await page.keyboard.press('Enter');
  await expect(workspace(page)).toBeVisible();
  await gate.end();
});
