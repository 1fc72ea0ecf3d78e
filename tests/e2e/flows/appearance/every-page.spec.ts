import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { messages } from '../../../../shared/i18n/messages.ts';
import { csvOf, inmateCsv, visitRows } from '../../../fixtures/registers/visit-register.ts';
import { stubOpenDialog } from '../../harness.ts';
import { addLink, addMember, type Desk, newCase, openDesk, press } from '../desk.ts';
import { lockByButton, openGate } from '../gate/gate.ts';
import { importRegister } from '../importing/wizard.ts';
import { faultsOf } from './faults.ts';

test.describe.configure({ mode: 'parallel' });

type Language = keyof typeof messages;
const looks: readonly (readonly [Language, 'light' | 'dark'])[] = [
  ['id', 'light'],
  ['en', 'dark'],
];
const nameOf = { id: 'Bahasa Indonesia', en: 'English' } as const;
const visits = 'kunjungan.csv';

/** Sets language and theme by their switches, wherever on the program they are. */
async function dress(page: Page, language: Language, theme: 'light' | 'dark'): Promise<void> {
  // What fades in has other colours on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('radio', { name: nameOf[language] }).first().press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const words = messages[language].common;
  const toTheme = page.getByRole('button', { name: `${words.top.theme}: ${words.theme[theme]}` });
  if (await toTheme.isVisible()) await press(page, `${words.top.theme}: ${words.theme[theme]}`);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
  // The switch's tooltip stands outside the page's landmarks while the switch is in focus.
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await expect(page.getByRole('tooltip')).toHaveCount(0);
}

/** A case with people, links and visits, so that no page is empty. */
async function furnish(desk: Desk): Promise<void> {
  const { page, folder } = desk;
  await writeFile(join(folder, 'wbp.csv'), inmateCsv);
  await writeFile(
    join(folder, visits),
    csvOf([...visitRows, ['9', 'kapan', '', '', 'Gita Umpama', '', '', '', '', 'Joko Misal', '', '']]),
  );
  await importRegister(desk, join(folder, 'wbp.csv'));
  await importRegister(desk, join(folder, visits));
  await newCase(page, 'Titipan Blok F (rekaan)');
  await addMember(page, 'Sastro Rekaan', 'WBP');
  await addMember(page, 'Bang Codet', 'Terduga pemasok');
  await addLink(page, { from: 'Sastro Rekaan', to: 'Bang Codet', source: 'Laporan regu jaga (rekaan)' });
}

for (const [language, theme] of looks) {
  const words = messages[language];
  const sound = (page: Page, name: string) =>
    test.step(name, async () => expect.soft(await faultsOf(page), name).toEqual([]));

  test(`the gate is accessible and translated, ${language} and ${theme}`, async () => {
    const gate = await openGate();
    const { page } = gate;
    await dress(page, language, theme);
    await sound(page, 'welcome');
    await press(page, new RegExp(words.vault.welcome.create));
    await press(page, words.vault.create.submit);
    await expect(page.getByText(words.common.issue.required)).toHaveCount(2);
    await sound(page, 'create, with errors');
    await press(page, words.common.back);
    await press(page, new RegExp(words.vault.welcome.recover));
    await sound(page, 'recover');
    await stubOpenDialog(gate.app, [gate.folder]);
    await press(page, words.common.back);
    await press(page, new RegExp(`^${words.vault.welcome.open}`));
    await page.getByRole('textbox', { name: words.vault.passphrase }).fill('tidak ada');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await sound(page, 'unlock, refused');
    await gate.end();
  });

  test(`every page is accessible and translated, ${language} and ${theme}`, async () => {
    const desk = await openDesk();
    let { page } = desk;
    const area = async (number: number, key: keyof typeof words.common.nav) => {
      await page.keyboard.press(`Alt+${number}`);
      await expect(page.getByRole('link', { name: words.common.nav[key] }).first()).toBeVisible();
      await page.getByRole('heading', { level: 1 }).waitFor();
    };
    const form = async (button: string, name: string) => {
      await press(page, button);
      await expect(page.getByRole('dialog')).toBeVisible();
      await sound(page, name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const tabs = async (of: string) => {
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await sound(page, `${of}: ${(await tab.textContent()) ?? ''}`);
      }
    };

    await test.step('empty', async () => {
      await dress(page, language, theme);
      await sound(page, 'overview, empty');
      await area(2, 'cases');
      await sound(page, 'cases, empty');
      await area(3, 'people');
      await sound(page, 'people, empty');
      await area(4, 'import');
      await sound(page, 'import, empty');
    });

    await dress(page, 'id', theme);
    await furnish(desk);
    await dress(page, language, theme);

    await test.step('the case', async () => {
      await page.getByRole('tab').first().waitFor();
      await tabs('case');
      await form(words.cases.export.open, 'export a case');
      await page.getByRole('tab').first().click();
      await form(words.cases.edit.open, 'change a case');
      await page.getByRole('tab').nth(1).click();
      await form(words.cases.members.add, 'add a member');
      await page.getByRole('tab').nth(2).click();
      await form(words.cases.links.add, 'new link');
      await area(2, 'cases');
      await sound(page, 'cases');
      await form(words.cases.new.open, 'new case');
    });

    await test.step('people', async () => {
      await area(3, 'people');
      await page.getByRole('grid').focus();
      await sound(page, 'people');
      await form(words.people.new.open, 'new person');
      await page.getByRole('textbox', { name: words.people.list.search }).fill('Sri Rahayu');
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
      await page.getByRole('grid').press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Sri Rahayu' })).toBeVisible();
      await tabs('person');
      await form(words.common.edit, 'change a person');
    });

    await test.step('import', async () => {
      await area(4, 'import');
      await sound(page, 'import, earlier ones');
      await stubOpenDialog(desk.app, [join(desk.folder, visits)]);
      await press(page, words.importing.choose);
      await expect(page.getByRole('table', { name: words.importing.preview })).toBeVisible();
      await sound(page, 'import, what a file holds');
      await press(page, new RegExp(`^${words.importing.start}$`));
      await expect(page.getByRole('grid', { name: words.importing.rejectedTitle })).toBeVisible();
      await sound(page, 'import, result');
    });

    await test.step('settings, overview and the command palette', async () => {
      await area(5, 'settings');
      await page.getByRole('textbox', { name: words.settings.agencyName }).fill('');
      await press(page, words.common.save);
      await expect(page.getByText(words.common.issue.required)).toBeVisible();
      await sound(page, 'settings, with an error');
      await area(1, 'overview');
      await sound(page, 'overview');
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: words.common.palette.placeholder }).fill('Sri');
      await expect(page.getByRole('button', { name: /Sri Rahayu/ })).toBeVisible();
      await sound(page, 'command palette');
      await page.keyboard.press('Escape');
    });

    if (language === 'id') {
      page = await lockByButton(desk);
      await sound(page, 'locked');
    }
    await desk.end();
  });
}
