import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { csvOf } from '../../fixtures/registers/visit-register.ts';
import { nextPage } from '../harness.ts';
import { callBridge } from '../security/probe.ts';
import { type Desk, openDesk, passphrase, press } from './desk.ts';
import { importRegister } from './importing/wizard.ts';

const name = 'Umi Penyelia';
const own = 'payung merah di bawah jembatan tua';
const statusSchema = z.object({ value: z.object({ folder: z.string() }) });
const invitedSchema = z.object({ value: z.object({ invitation: z.string() }) });
const listSchema = z.object({ value: z.array(z.object({ id: z.string(), mine: z.boolean() })) });

const row = (number: string, date: string, visitor: string): string[] => [
  number,
  date,
  '09:00',
  number,
  visitor,
  '',
  '',
  'Jl. Rekaan',
  'Kakak',
  'Damar Penghuni',
  'B.I 1001/2022',
  'A.1.1',
];

async function lock(desk: Desk, page: Page): Promise<{ readonly next: Page; readonly folder: string }> {
  const pressed = page.getByRole('button', { name: 'Kunci', exact: true }).click();
  const [next] = await Promise.all([nextPage(desk.app), pressed.catch(() => undefined)]);
  return { next, folder: statusSchema.parse(await callBridge(next, 'vault.status', {})).value.folder };
}

test('a visitor nothing is known against is due, is weeded by two officers, and is nowhere any more', async () => {
  const desk = await openDesk();
  let { page } = desk;
  const file = join(desk.folder, 'kunjungan.csv');
  const today = new Date().toISOString().slice(0, 10);
  await writeFile(file, csvOf([row('1', '2020-03-01', 'Citra Terlupa'), row('2', today, 'Eka Baru')]));
  await importRegister(desk, file);
  const invited = await callBridge(page, 'officers.invite', { name, roles: ['supervisor'] });
  const { invitation } = invitedSchema.parse(invited).value;

  await page.getByRole('link', { name: 'Retensi & hak' }).click();
  await expect(page.getByRole('grid', { name: 'Harus ditinjau' })).toContainText('Citra Terlupa');
  await expect(page.getByRole('grid', { name: 'Harus ditinjau' })).not.toContainText('Eka Baru');
  await expect(page.getByRole('table', { name: 'Aturan simpan' })).toContainText('UU 27/2022');

  await test.step('a rule is changed and kept', async () => {
    await press(page, 'Ubah aturan Kunjungan');
    await page.getByRole('textbox', { name: 'Bulan' }).fill('36');
    await press(page, 'Simpan');
    await expect(page.getByRole('row', { name: /^Kunjungan/ })).toContainText('36');
  });

  await test.step('what is held about the visitor is shown', async () => {
    await page.getByRole('grid', { name: 'Harus ditinjau' }).press('Enter');
    await press(page, 'Data yang disimpan');
    const dialog = page.getByRole('dialog', { name: /Citra Terlupa/ });
    await expect(dialog).toContainText('kunjungan.csv');
    await expect(dialog).toContainText('sudah lewat');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('another officer has to approve', async () => {
    // The supervisor is there now.
    let left = await lock(desk, page);
    const activation = { folder: left.folder, officerName: name, invitation, newPassphrase: own };
    expect(await callBridge(left.next, 'vault.activate', activation)).toMatchObject({ ok: true });
    await left.next.reload();
    await expect(left.next.getByRole('banner')).toContainText(name);
    left = await lock(desk, left.next);
    const opening = { folder: left.folder, officerName: 'Petugas Contoh', passphrase };
    expect(await callBridge(left.next, 'vault.open', opening)).toMatchObject({ ok: true });
    page = left.next;
    await page.reload();
    await page.getByRole('link', { name: 'Retensi & hak' }).click();
    await press(page, 'Usulkan penyiangan');
    await page.getByRole('dialog').getByRole('button', { name: 'Usulkan penyiangan' }).click();
    const list = page.getByRole('article', { name: /^Daftar/ });
    await expect(list).toContainText('1 orang');
    await press(page, /^Siangi daftar/);
    await page.getByRole('dialog').getByRole('button', { name: 'Siangi sekarang' }).click();
    await expect(list.getByRole('alert')).toContainText('persetujuan petugas lain');
    await list.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill('Lewat batas simpan');
    await press(page, 'Minta persetujuan');
    await expect(list.getByRole('alert')).toHaveCount(0);

    left = await lock(desk, page);
    const asApprover = { folder: left.folder, officerName: name, passphrase: own };
    expect(await callBridge(left.next, 'vault.open', asApprover)).toMatchObject({ ok: true });
    const waiting = listSchema.parse(await callBridge(left.next, 'approvals.list', {})).value;
    const decision = { id: waiting.find(({ mine }) => mine)?.id ?? '', outcome: 'approved', reason: '' };
    expect(await callBridge(left.next, 'approvals.decide', decision)).toMatchObject({ ok: true });
    await left.next.reload();
    left = await lock(desk, left.next);
    expect(await callBridge(left.next, 'vault.open', opening)).toMatchObject({ ok: true });
    page = left.next;
    await page.reload();
  });

  await test.step('then the visitor is gone, and the visit stays without a name', async () => {
    await page.getByRole('link', { name: 'Retensi & hak' }).click();
    await press(page, /^Siangi daftar/);
    await page.getByRole('dialog').getByRole('button', { name: 'Siangi sekarang' }).click();
    await expect(page.getByRole('article', { name: /^Daftar/ })).toContainText('Selesai', { timeout: 30_000 });
    await expect(page.getByText('Tidak ada yang melewati batas simpan.')).toBeVisible();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('grid')).toContainText('Eka Baru');
    await expect(page.getByRole('grid')).not.toContainText('Citra');
    await page.getByText('Damar Penghuni').click();
    await expect(page.getByRole('grid')).toContainText('dianonimkan');
  });
  await desk.end();
});
