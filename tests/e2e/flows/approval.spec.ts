import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { nextPage, stubSaveDialog } from '../harness.ts';
import { callBridge } from '../security/probe.ts';
import { type Desk, newCase, openDesk, passphrase, press } from './desk.ts';

const name = 'Umi Penyelia';
const own = 'payung merah di bawah jembatan tua';
const statusSchema = z.object({ value: z.object({ folder: z.string() }) });
const invitedSchema = z.object({ value: z.object({ invitation: z.string() }) });

const vaultOf = async (page: Page): Promise<string> =>
  statusSchema.parse(await callBridge(page, 'vault.status', {})).value.folder;

async function lock(desk: Desk, page: Page): Promise<Page> {
  const pressed = page.getByRole('button', { name: 'Kunci', exact: true }).click();
  const [next] = await Promise.all([nextPage(desk.app), pressed.catch(() => undefined)]);
  return next;
}

/** Another officer sits down; the gate itself is tested elsewhere. */
async function change(desk: Desk, page: Page, officerName: string, words: string): Promise<Page> {
  const next = await lock(desk, page);
  const folder = await vaultOf(next);
  const input = { folder, officerName, passphrase: words };
  expect(await callBridge(next, 'vault.open', input)).toMatchObject({ ok: true });
  await next.reload();
  await expect(next.getByRole('banner')).toContainText(officerName);
  return next;
}

async function exportCase(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.getByText('Jalur dapur').click();
  await press(page, 'Ekspor PDF');
  await page.getByRole('dialog').getByRole('button', { name: 'Ekspor', exact: true }).click();
}

test('a secret case leaves the vault after another officer has approved it, once', async () => {
  const desk = await openDesk();
  let page = desk.page;
  await newCase(page, 'Jalur dapur');
  const answer = await callBridge(page, 'officers.invite', { name, roles: ['supervisor'] });
  const { invitation } = invitedSchema.parse(answer).value;
  page = await lock(desk, page);
  const folder = await vaultOf(page);
  const activation = { folder, officerName: name, invitation, newPassphrase: own };
  expect(await callBridge(page, 'vault.activate', activation)).toMatchObject({ ok: true });
  await page.reload();
  await expect(page.getByRole('banner')).toContainText(name);

  page = await change(desk, page, 'Petugas Contoh', passphrase);
  await stubSaveDialog(desk.app, join(desk.folder, 'berkas.pdf'));
  await exportCase(page);
  await expect(page.getByRole('alert')).toContainText('persetujuan petugas lain');
  await page.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill('Untuk penyidik');
  await press(page, 'Minta persetujuan');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  page = await change(desk, page, name, own);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Untuk penyidik');
  await press(page, /^Setujui: Ekspor berkas/);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Disetujui');

  page = await change(desk, page, 'Petugas Contoh', passphrase);
  await exportCase(page);
  await expect(page.getByRole('dialog')).toContainText('berkas.pdf', { timeout: 30_000 });
  await desk.end();
});
