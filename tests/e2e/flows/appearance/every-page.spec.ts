import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { messages } from '../../../../shared/i18n/messages.ts';
import { stubOpenDialog } from '../../harness.ts';
import { type Desk, openDesk, press } from '../desk.ts';
import { lockByButton } from '../gate/gate.ts';
import { dialogIsSound, dress, furnish, isSound, keepPicture, looks, tabsAreSound, visitsFile } from './look.ts';

test.describe.configure({ mode: 'parallel' });

for (const look of looks) {
  test.describe(`every page is accessible and translated, ${look.language} and ${look.theme}:`, () => {
    test.describe.configure({ mode: 'serial' });
    const { backup, common, cases, detection, people, importing, settings } = messages[look.language];
    let desk: Desk;
    let page: Page;
    const area = async (number: number, title: string) => {
      await page.keyboard.press(`Alt+${number}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    };
    test.beforeAll(async () => {
      desk = await openDesk();
      page = desk.page;
    });
    test.afterAll(() => desk.end());

    test('while the vault is empty', async () => {
      await dress(page, look);
      await area(1, settings.overview.title);
      await isSound(page, 'overview');
      await area(2, cases.list.title);
      await isSound(page, 'cases');
      await area(3, people.list.title);
      await isSound(page, 'people');
      await area(4, importing.title);
      await isSound(page, 'import');
    });

    test('a case with its parts and forms', async () => {
      await dress(page, { language: 'id', theme: look.theme });
      await furnish(desk);
      await dress(page, look);
      await tabsAreSound(page, 'case');
      await dialogIsSound(page, cases.export.open, 'export a case');
      await page.getByRole('tab').first().click();
      await dialogIsSound(page, cases.edit.open, 'change a case');
      await page.getByRole('tab').nth(1).click();
      await dialogIsSound(page, cases.members.add, 'add a member');
      await page.getByRole('tab').nth(2).click();
      await dialogIsSound(page, cases.links.add, 'new link');
      await area(2, cases.list.title);
      await isSound(page, 'cases');
      await dialogIsSound(page, cases.new.open, 'new case');
    });

    test('people and one of them', async () => {
      await area(3, people.list.title);
      await expect(page.getByRole('grid')).toContainText('Sri Rahayu');
      await isSound(page, 'people');
      await page.getByRole('combobox', { name: people.list.role }).press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option').first()).toBeVisible();
      await isSound(page, 'the options of a list', '[role="option"]');
      await page.keyboard.press('Escape');
      await dialogIsSound(page, people.new.open, 'new person');
      await page.getByRole('textbox', { name: people.list.search }).fill('Sri Rahayu');
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
      await page.getByRole('grid').press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Sri Rahayu' })).toBeVisible();
      await tabsAreSound(page, 'person');
      await dialogIsSound(page, common.edit, 'change a person');
      await dialogIsSound(page, detection.bans.add, 'ban a person');
    });

    test('reading in a register', async () => {
      await area(4, importing.title);
      await expect(page.getByRole('table', { name: importing.earlier })).toBeVisible();
      await isSound(page, 'earlier imports');
      await stubOpenDialog(desk.app, [join(desk.folder, visitsFile)]);
      await press(page, importing.choose);
      await expect(page.getByRole('table', { name: importing.preview })).toBeVisible();
      await isSound(page, 'what a file holds');
      await press(page, new RegExp(`^${importing.start}$`));
      await expect(page.getByRole('grid', { name: importing.rejectedTitle })).toBeVisible();
      await isSound(page, 'result');
    });

    test('alerts and bans', async () => {
      await page.getByRole('link', { name: common.nav.alerts }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: detection.title })).toBeVisible();
      await tabsAreSound(page, 'alerts');
    });

    test('every area, and every part of it', async () => {
      test.setTimeout(120_000);
      const links = page.getByRole('navigation', { name: common.nav.label }).getByRole('link');
      const count = await links.count();
      expect(count).toBeGreaterThan(12);
      for (let place = 0; place < count; place += 1) {
        await links.nth(place).press('Enter');
        const heading = page.getByRole('heading', { level: 1 });
        await expect(heading).toBeVisible();
        const name = await heading.innerText();
        await keepPicture(desk, `${look.language}-${look.theme}-${String(place).padStart(2, '0')}`);
        if ((await page.getByRole('tab').count()) > 0) await tabsAreSound(page, name);
        else await isSound(page, name);
      }
    });

    test('settings, overview, command palette and the lock', async () => {
      await area(5, settings.title);
      await page.getByRole('textbox', { name: settings.template }).fill('BK');
      await press(page, new RegExp(`^${common.save}$`));
      await expect(page.getByText(settings.templateWrong)).toBeVisible();
      await isSound(page, 'settings, with an error');
      await area(7, backup.title);
      await isSound(page, 'backup and verification');
      await dialogIsSound(page, backup.media.add, 'add a medium');
      await area(1, settings.overview.title);
      await isSound(page, 'overview');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: common.palette.placeholder })).toBeFocused();
      await isSound(page, 'command palette, nothing typed');
      await page.getByRole('textbox', { name: common.palette.placeholder }).fill('Sri');
      await expect(page.getByRole('button', { name: /Sri Rahayu/ })).toBeVisible();
      await isSound(page, 'command palette');
      await page.keyboard.press('Escape');
      await dress(page, { language: 'id', theme: look.theme });
      page = await lockByButton({ ...desk, page });
      await dress(page, look);
      await isSound(page, 'locked');
    });
  });
}
