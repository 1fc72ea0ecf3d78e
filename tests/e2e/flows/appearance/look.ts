import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { messages } from '../../../../shared/i18n/messages.ts';
import { csvOf, inmateCsv, visitRows } from '../../../fixtures/registers/visit-register.ts';
import { addLink, addMember, type Desk, newCase, press } from '../desk.ts';
import { importRegister } from '../importing/wizard.ts';
import { faultsOf } from './faults.ts';

export interface Look {
  readonly language: keyof typeof messages;
  readonly theme: 'light' | 'dark';
}

/** Each language and each theme once: words do not depend on colours, nor colours on words. */
export const looks: readonly Look[] = [
  { language: 'id', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

const nameOf = { id: 'Bahasa Indonesia', en: 'English' } as const;
export const visitsFile = 'kunjungan.csv';

/** Sets language and theme by their switches, at the gate as in the workspace. */
export async function dress(page: Page, { language, theme }: Look): Promise<void> {
  // What fades in has other colours on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('radio', { name: nameOf[language] }).first().press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const words = messages[language].common;
  const toTheme = `${words.top.theme}: ${words.theme[theme]}`;
  if (await page.getByRole('button', { name: toTheme }).isVisible()) await press(page, toTheme);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
  // The switch's tooltip stands outside the page's landmarks while the switch is in focus.
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await expect(page.getByRole('tooltip')).toHaveCount(0);
}

/** A case with people, links and visits, so that no page is empty. Written in Bahasa Indonesia. */
export async function furnish(desk: Desk): Promise<void> {
  const { page, folder } = desk;
  const unreadable = ['9', 'kapan', '', '', 'Gita Umpama', '', '', '', '', 'Joko Misal', '', ''];
  await writeFile(join(folder, 'wbp.csv'), inmateCsv);
  await writeFile(join(folder, visitsFile), csvOf([...visitRows, unreadable]));
  await importRegister(desk, join(folder, 'wbp.csv'));
  await importRegister(desk, join(folder, visitsFile));
  await newCase(page, 'Titipan Blok F (rekaan)');
  await addMember(page, 'Sastro Rekaan', 'WBP');
  await addMember(page, 'Bang Codet', 'Terduga pemasok');
  await addLink(page, { from: 'Sastro Rekaan', to: 'Bang Codet', source: 'Laporan regu jaga (rekaan)' });
}

/** Holds the page as it stands, or the dialog over it, to the rules; goes on to the next one all the same. */
export async function isSound(page: Page, name: string, within?: string): Promise<void> {
  await test.step(name, async () => expect.soft(await faultsOf(page, within), name).toEqual([]));
}

export async function dialogIsSound(page: Page, button: string, name: string): Promise<void> {
  await press(page, button);
  await expect(page.getByRole('dialog')).toBeVisible();
  await isSound(page, name, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function tabsAreSound(page: Page, of: string): Promise<void> {
  await page.getByRole('tab').first().waitFor();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await isSound(page, `${of}: ${(await tab.textContent()) ?? ''}`);
  }
}

/** A folder for a picture of every page; none is kept when it is not named. */
const pictures = process.env['SINERGI_PICTURES'];

export async function keepPicture({ app }: Pick<Desk, 'app'>, name: string): Promise<void> {
  if (pictures === undefined) return;
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
  });
  await writeFile(join(pictures, `${name}.png`), Buffer.from(base64, 'base64'));
}
