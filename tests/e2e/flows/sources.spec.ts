import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { nextPage } from '../harness.ts';
import { callBridge } from '../security/probe.ts';
import { choose, type Desk, openDesk, passphrase, press } from './desk.ts';

const handler = 'Hana Pengelola';
const own = 'payung merah di bawah jembatan tua';
const statusSchema = z.object({ value: z.object({ folder: z.string() }) });
const invitedSchema = z.object({ value: z.object({ invitation: z.string() }) });

async function lock(desk: Desk, page: Page): Promise<{ readonly next: Page; readonly folder: string }> {
  const pressed = page.getByRole('button', { name: 'Kunci', exact: true }).click();
  const [next] = await Promise.all([nextPage(desk.app), pressed.catch(() => undefined)]);
  const { folder } = statusSchema.parse(await callBridge(next, 'vault.status', {})).value;
  return { next, folder };
}

test('a handler enters a source, logs a contact and reads it for a reason; nobody else sees more than the pseudonym', async () => {
  const desk = await openDesk();
  await expect(desk.page.getByRole('link', { name: 'Sumber' })).toHaveCount(0);
  const invited = await callBridge(desk.page, 'officers.invite', { name: handler, roles: ['source-handler'] });
  const { invitation } = invitedSchema.parse(invited).value;
  const { next: page, folder } = await lock(desk, desk.page);
  const activation = { folder, officerName: handler, invitation, newPassphrase: own };
  expect(await callBridge(page, 'vault.activate', activation)).toMatchObject({ ok: true });
  await page.reload();

  await page.getByRole('link', { name: 'Sumber' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sumber' })).toBeVisible();
  await press(page, 'Catat sumber');
  const form = page.getByRole('dialog', { name: 'Catat sumber' });
  await expect(form.getByRole('textbox', { name: 'Nama samaran' })).toHaveValue('S-01');
  await form.getByRole('textbox', { name: 'Nama sebenarnya' }).fill('Wulandari Contoh');
  await choose(page, 'Keadaan', 'Diizinkan');
  // Authorised by nobody is refused, with the reason at the field.
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toContainText('memerlukan izin');
  await form.getByRole('checkbox', { name: 'Sumber ini mempunyai izin' }).check();
  await form.getByRole('textbox', { name: 'Pemberi izin' }).fill('Kepala Lapas (rekaan)');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Sumber' })).toContainText('S-01');
  await expect(page.getByRole('grid', { name: 'Sumber' })).not.toContainText('Wulandari');

  await page.getByRole('grid', { name: 'Sumber' }).press('Enter');
  await page.getByRole('textbox', { name: 'Alasan membaca' }).fill('Menyiapkan pertemuan');
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Identitas' })).toContainText('Wulandari Contoh');
  await press(page, 'Catat kontak');
  const contact = page.getByRole('dialog', { name: 'Catat kontak' });
  await contact.getByRole('textbox', { name: 'Tempat' }).fill('Terminal');
  await contact.getByRole('textbox', { name: 'Yang dikatakan sumber' }).fill('Barang masuk lewat dapur (rekaan)');
  await contact.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('region', { name: 'Log kontak' })).toContainText('Barang masuk lewat dapur');

  const left = await lock(desk, page);
  const opening = { folder, officerName: 'Petugas Contoh', passphrase };
  expect(await callBridge(left.next, 'vault.open', opening)).toMatchObject({ ok: true });
  expect(await callBridge(left.next, 'sources.pseudonyms', {})).toMatchObject({
    value: [{ pseudonym: 'S-01', reliability: 'F' }],
  });
  await left.next.reload();
  await left.next.getByRole('link', { name: 'Jejak audit' }).click();
  await expect(left.next.getByRole('grid', { name: 'Jejak audit' })).toContainText('Menyiapkan pertemuan');
  await desk.end();
});
