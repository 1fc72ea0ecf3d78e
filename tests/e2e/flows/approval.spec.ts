import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubSaveDialog } from '../harness.ts';
import { callBridge } from '../security/probe.ts';
import { bringIn, lockDesk, sitDown } from './colleagues.ts';
import { newCase, openDesk, passphrase, press } from './desk.ts';

const founder = { name: 'Petugas Contoh', words: passphrase };
const supervisor = { name: 'Umi Penyelia', words: 'payung merah di bawah jembatan tua' };

async function exportCase(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.getByText('Jalur dapur').click();
  await press(page, 'Ekspor PDF');
  await page.getByRole('dialog').getByRole('button', { name: 'Ekspor', exact: true }).click();
}

test('a secret case leaves the vault after another officer has approved it, once', async () => {
  const desk = await openDesk();
  const { app } = desk;
  let page = desk.page;
  await newCase(page, 'Jalur dapur');
  page = await bringIn(app, page, supervisor, ['supervisor']);

  page = await sitDown(await lockDesk(app, page), founder);
  await stubSaveDialog(app, join(desk.folder, 'berkas.pdf'));
  await exportCase(page);
  await expect(page.getByRole('alert')).toContainText('persetujuan petugas lain');
  await page.getByRole('textbox', { name: 'Mengapa diperlukan' }).fill('Untuk penyidik');
  await press(page, 'Minta persetujuan');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  page = await sitDown(await lockDesk(app, page), supervisor);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Untuk penyidik');
  await press(page, /^Setujui: Ekspor berkas/);
  await expect(page.getByRole('region', { name: 'Persetujuan' })).toContainText('Disetujui');

  await test.step('an approver opens the case of others only with a reason, and is offered no change', async () => {
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('button', { name: 'Berkas baru' })).toHaveCount(0);
    await page.getByText('Jalur dapur').click();
    await expect(page.getByRole('heading', { name: 'Mengapa Anda membuka ini?' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Alasan' })).toBeFocused();
    await page.keyboard.type('Gelar perkara');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Jalur dapur' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ekspor PDF' })).toBeVisible();
    for (const name of ['Hapus berkas', 'Ubah data berkas'])
      await expect(page.getByRole('button', { name })).toHaveCount(0);
    await page.getByRole('tab', { name: /^Anggota/ }).click();
    await expect(page.getByRole('button', { name: 'Tambah anggota' })).toHaveCount(0);
    await press(page, 'Siapa yang membuka');
    await expect(page.getByRole('grid', { name: 'Jejak audit' })).toContainText('Gelar perkara');
  });

  page = await sitDown(await lockDesk(app, page), founder);
  await exportCase(page);
  await expect(page.getByRole('dialog')).toContainText('berkas.pdf', { timeout: 30_000 });
  await desk.end();
});

test('what is past its time is deleted by nobody alone, and the request says in words what it is', async () => {
  const desk = await openDesk();
  const { app } = desk;
  let page = await bringIn(app, desk.page, supervisor, ['supervisor']);
  page = await sitDown(await lockDesk(app, page), founder);
  const act = { kind: 'weed', list: 'ab'.repeat(32), count: 3 };
  const asked = await callBridge(page, 'approvals.request', { act, reason: 'Lewat lima tahun' });
  expect(asked).toMatchObject({ ok: true });
  const approvals = () => page.getByRole('region', { name: 'Persetujuan' });
  await expect(approvals()).toContainText('Penghapusan 3 catatan yang lewat masa simpan');
  await expect(approvals()).toContainText('Menunggu');
  await expect(page.getByRole('button', { name: /^Setujui/ })).toHaveCount(0);

  page = await sitDown(await lockDesk(app, page), supervisor);
  await expect(approvals()).toContainText('Lewat lima tahun');
  await press(page, 'Setujui: Penghapusan 3 catatan yang lewat masa simpan');
  await expect(approvals()).toContainText('Disetujui');
  await desk.end();
});
