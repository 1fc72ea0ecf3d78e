import { expect, test } from '@playwright/test';
import { messages } from '../../../../shared/i18n/messages.ts';
import { stubOpenDialog } from '../../harness.ts';
import { press } from '../desk.ts';
import { openGate } from '../gate/gate.ts';
import { dress, isSound, looks } from './look.ts';

for (const look of looks) {
  test(`the gate is accessible and translated, ${look.language} and ${look.theme}`, async () => {
    const { vault, common } = messages[look.language];
    const gate = await openGate();
    const { page } = gate;
    await dress(page, look);
    await isSound(page, 'welcome');
    await press(page, new RegExp(vault.welcome.create));
    await press(page, vault.create.submit);
    await expect(page.getByText(common.issue.required)).toHaveCount(2);
    await isSound(page, 'create, with errors');
    await press(page, common.back);
    await press(page, new RegExp(vault.welcome.recover));
    await isSound(page, 'recover');
    await stubOpenDialog(gate.app, [gate.folder]);
    await press(page, common.back);
    await press(page, new RegExp(`^${vault.welcome.open}`));
    await page.getByRole('textbox', { name: vault.passphrase }).fill('tidak ada');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await isSound(page, 'unlock, refused');
    await gate.end();
  });
}
