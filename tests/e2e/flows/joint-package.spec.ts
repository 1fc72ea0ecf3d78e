import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { becomePartners, openExchange } from './agencies.ts';
import { isSound } from './appearance/look.ts';
import { type Desk, openDesk, press } from './desk.ts';

const title = 'Rapat bulanan (rekaan)';

/** Approved minutes with one action for the police; writing them in the window is another test's. */
async function approveMinutes(page: Page): Promise<void> {
  const fields = {
    title,
    day: '2026-03-02',
    time: '09:00',
    place: 'Aula',
    marking: 'terbatas',
    handling: { code: 'P' },
    agenda: [],
    attendees: [],
    minutes: 'Dibahas jalur lempar.',
    decisions: ['Patroli luar tembok ditambah'],
    actions: [{ what: 'Patroli tiap malam', who: 'Rina Contoh', agency: 'Polres Contoh', dueOn: '2026-03-09' }],
  };
  await page.evaluate(`(async () => {
    const made = await window.sinergi.call('meetings.create', ${JSON.stringify({ fields })});
    const { id, version } = made.value;
    await window.sinergi.call('meetings.approve', { id, version });
  })()`);
}

async function sealMeeting({ app, page }: Desk, file: string): Promise<void> {
  await openExchange(page, 'Kirim');
  await page.getByRole('combobox', { name: 'Rapat, operasi, dan komitmen' }).fill('bulanan');
  await page.getByRole('option', { name: /Rapat bulanan/ }).click();
  await page.keyboard.press('Escape');
  const preview = page.getByRole('grid', { name: 'Pratinjau' });
  await expect(preview.getByRole('row', { name: /Rapat bulanan/ })).toContainText('Dikirim');
  await page.getByRole('textbox', { name: 'Tujuan pengiriman' }).fill('Hasil rapat');
  await isSound(page, 'a meeting chosen for a package');
  await stubSaveDialog(app, file);
  await press(page, 'Segel paket');
  await expect(page.getByText('Paket disegel')).toBeVisible();
}

async function takeIn({ app, page }: Desk, file: string): Promise<void> {
  await openExchange(page, 'Kotak masuk');
  await stubOpenDialog(app, [file]);
  await press(page, 'Periksa paket');
  await page.getByRole('dialog').getByRole('button', { name: 'Masukkan ke karantina' }).click();
}

const openMeeting = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Koordinasi/ }).press('Enter');
  await page.getByRole('row', { name: /Rapat bulanan/ }).click();
};

test('minutes of a meeting go to the other agency, which says there what became of its action', async () => {
  test.setTimeout(120_000);
  const [prison, police] = [await openDesk(), await openDesk()];
  const at = (name: string): string => join(prison.folder, name);
  await becomePartners(prison, police, { prison: at('lapas.json'), police: at('polres.json') });
  await approveMinutes(prison.page);

  await test.step('the prison seals them, and the police read them before they take them over', async () => {
    await sealMeeting(prison, at('rapat.sngx'));
    await takeIn(police, at('rapat.sngx'));
    const { page } = police;
    await page
      .getByRole('grid', { name: 'Isi paket' })
      .getByRole('row', { name: /Rapat bulanan/ })
      .click();
    const panel = page.getByRole('dialog', { name: /Rapat bulanan/ });
    await expect(panel).toContainText('Patroli luar tembok ditambah');
    await expect(panel).toContainText('Rina Contoh, Polres Contoh · Patroli tiap malam');
    await isSound(page, 'a meeting in quarantine', '[role="dialog"]');
    await panel.getByRole('button', { name: 'Terima', exact: true }).click();
    await page.keyboard.press('Escape');
  });

  await test.step('there they stand as the prison approved them, and the action is done', async () => {
    const { page } = police;
    await openMeeting(page);
    const panel = page.getByRole('dialog', { name: title });
    await expect(panel.getByText(/^Disetujui Lapas Contoh/)).toBeVisible();
    await expect(panel).toContainText('Seluruhnya dari Lapas Contoh');
    await expect(panel.getByRole('button', { name: 'Ubah rapat' })).toHaveCount(0);
    await isSound(page, 'minutes of another agency', '[role="dialog"]');
    await press(page, 'Tandai selesai: Patroli tiap malam');
    await expect(panel.getByText(/^Selesai · /)).toBeVisible();
    await page.keyboard.press('Escape');
    await sealMeeting(police, at('kembali.sngx'));
  });

  await test.step('and back at the prison it is told as the word of the police', async () => {
    const { page } = prison;
    await takeIn(prison, at('kembali.sngx'));
    const items = page.getByRole('grid', { name: 'Isi paket' });
    await expect(items.getByRole('row', { name: /Rapat bulanan/ })).toContainText('Berubah');
    await press(page, 'Terima semua');
    await expect(items).not.toContainText('Menunggu');
    await openMeeting(page);
    const panel = page.getByRole('dialog', { name: title });
    await expect(panel.getByText(/^Selesai · /)).toBeVisible();
    await panel.getByText('Riwayat').first().click();
    await expect(panel).toContainText('Polres Contoh');
    await isSound(page, 'a meeting another agency has followed up', '[role="dialog"]');
  });
  await Promise.all([prison.end(), police.end()]);
});
