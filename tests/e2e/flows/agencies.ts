import { expect, type Page } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { type Desk, press } from './desk.ts';

export const openExchange = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('link', { name: 'Pertukaran' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pertukaran' })).toBeVisible();
  await page.getByRole('tab', { name: tab, exact: true }).click();
};

/** Makes the agency, saves its card and gives the words that are read aloud. */
async function makeAgency({ app, page }: Desk, name: string, card: string): Promise<string> {
  await openExchange(page, 'Instansi');
  await page.getByRole('textbox', { name: 'Nama instansi' }).fill(name);
  await press(page, 'Buat identitas');
  await stubSaveDialog(app, card);
  await press(page, 'Simpan kartu');
  await expect(page.getByText('Kartu disimpan.')).toBeVisible();
  return await page
    .getByRole('group', { name: 'Kata sidik jari' })
    .getByText(/^(\S+ ){10}\S+$/)
    .innerText();
}

/** Reads the card of another agency, and believes it by its words alone. */
async function trust({ app, page }: Desk, card: string, words: string, name: string): Promise<void> {
  await stubOpenDialog(app, [card]);
  await press(page, 'Baca kartu');
  await page.getByRole('textbox', { name: 'Kata yang dibacakan instansi itu' }).fill('abadi acara ahli');
  await page.getByRole('dialog').getByRole('button', { name: 'Tegaskan' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('bukan sidik jari');
  await page.getByRole('textbox', { name: 'Kata yang dibacakan instansi itu' }).fill(words);
  await page.getByRole('dialog').getByRole('button', { name: 'Tegaskan' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Dipercaya');
}

/** Cards exchanged between two desks, and the words compared. */
export async function becomePartners(
  prison: Desk,
  police: Desk,
  cards: { readonly prison: string; readonly police: string },
): Promise<void> {
  const prisonWords = await makeAgency(prison, 'Lapas Contoh', cards.prison);
  const policeWords = await makeAgency(police, 'Polres Contoh', cards.police);
  await trust(prison, cards.police, policeWords, 'Polres Contoh');
  await trust(police, cards.prison, prisonWords, 'Lapas Contoh');
}
