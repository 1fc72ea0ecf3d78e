import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { nextPage } from '../harness.ts';
import { callBridge } from '../security/probe.ts';

/** An officer of the vault and the words that let them in. */
export interface Colleague {
  readonly name: string;
  readonly words: string;
}

const statusSchema = z.object({ value: z.object({ folder: z.string() }) });
const invitedSchema = z.object({ value: z.object({ invitation: z.string() }) });

export const vaultOf = async (page: Page): Promise<string> =>
  statusSchema.parse(await callBridge(page, 'vault.status', {})).value.folder;

export async function lockDesk(app: ElectronApplication, page: Page): Promise<Page> {
  const pressed = page.getByRole('button', { name: 'Kunci', exact: true }).click();
  const [next] = await Promise.all([nextPage(app), pressed.catch(() => undefined)]);
  return next;
}

async function enter(page: Page, channel: string, name: string, input: object): Promise<Page> {
  const folder = await vaultOf(page);
  expect(await callBridge(page, channel, { folder, officerName: name, ...input })).toMatchObject({ ok: true });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await expect(page.getByRole('banner')).toContainText(name);
  return page;
}

/** Another officer sits down at the locked program; the gate itself is tested elsewhere. */
export const sitDown = (page: Page, colleague: Colleague): Promise<Page> =>
  enter(page, 'vault.open', colleague.name, { passphrase: colleague.words });

/** The administrator at the desk invites somebody, who sits down in their place. */
export async function bringIn(
  app: ElectronApplication,
  page: Page,
  colleague: Colleague,
  roles: readonly OfficerRole[],
): Promise<Page> {
  const answer = await callBridge(page, 'officers.invite', { name: colleague.name, roles });
  const { invitation } = invitedSchema.parse(answer).value;
  const next = await lockDesk(app, page);
  return await enter(next, 'vault.activate', colleague.name, { invitation, newPassphrase: colleague.words });
}
