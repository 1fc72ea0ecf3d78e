import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openDesk } from '../desk.ts';
import { chooseVault, openGate, passphrase, tryPassphrase, workspace } from './gate.ts';

test('a vault that is open in another process stays shut here until it is closed there', async () => {
  const desk = await openDesk();
  const gate = await openGate();
  await chooseVault(gate, join(desk.folder, 'vault'));
  await tryPassphrase(gate.page, passphrase);
  await expect(gate.page.getByRole('alert')).toContainText('Brankas ini sedang terbuka di Sinergi lain.');
  await gate.page.getByText('English', { exact: true }).click();
  await expect(gate.page.getByRole('alert')).toContainText('This vault is open in another Sinergi.');
  await gate.page.getByText('Bahasa Indonesia', { exact: true }).click();
  await desk.app.close();
  await tryPassphrase(gate.page, passphrase);
  await expect(workspace(gate.page)).toBeVisible();
  await gate.end();
  await desk.end();
});
