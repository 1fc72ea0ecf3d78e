import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { type LaunchedApp, launchApp, nextPage, stubOpenDialog } from '../../harness.ts';
import { press } from '../desk.ts';

export const passphrase = 'kereta malam membawa tujuh pisang hijau';

export interface Gate extends LaunchedApp {
  /** Holds the user-data folder and whatever the test puts there; goes with `end`. */
  readonly folder: string;
  end(): Promise<void>;
}

/** The program as it starts on a workstation that has never seen it. */
export async function openGate(): Promise<Gate> {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-gate-'));
  const launched = await launchApp({ userData: join(folder, 'user-data') });
  return {
    ...launched,
    folder,
    async end() {
      await launched.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const passphraseField = (page: Page) => page.getByRole('textbox', { name: /^(Frasa sandi|Passphrase)$/ });

/** Goes from wherever the gate stands to the unlock form of the vault in this folder. */
export async function chooseVault({ app, page }: LaunchedApp, folder: string): Promise<void> {
  const other = page.getByRole('button', { name: 'Brankas lain' });
  const open = page.getByRole('button', { name: /^Buka brankas/ });
  await expect(other.or(open)).toBeVisible();
  if (await other.isVisible()) await press(page, 'Brankas lain');
  await stubOpenDialog(app, [folder]);
  await press(page, /^Buka brankas/);
  await expect(page.getByText(folder, { exact: true })).toBeVisible();
}

/** Types the passphrase and Enter; what comes of it is for the caller to see. */
export async function tryPassphrase(page: Page, words: string): Promise<void> {
  await passphraseField(page).fill(words);
  await page.keyboard.press('Enter');
}

export const workspace = (page: Page) => page.getByRole('heading', { level: 1, name: 'Hari ini' });

/** Does what locks and gives the page that stands afterwards; the one that was acted on may be gone in the middle of it. */
export async function lockBy(app: ElectronApplication, act: () => Promise<void>): Promise<Page> {
  const [next] = await Promise.all([nextPage(app), act().catch(() => undefined)]);
  return next;
}

export const lockByButton = ({ app, page }: LaunchedApp): Promise<Page> =>
  lockBy(app, () => page.getByRole('button', { name: 'Kunci', exact: true }).click());
