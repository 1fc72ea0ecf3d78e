import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';

export const passphrase = 'kereta malam membawa tujuh pisang hijau';

export interface Desk extends LaunchedApp {
  readonly folder: string;
  /** Closes the program and opens it again on the same vault. */
  restart(): Promise<Desk>;
  end(): Promise<void>;
}

/** The program with a vault of its own, unlocked. The gate itself is tested elsewhere, so the bridge opens it here. */
export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-desk-'));
  return await start(folder, 'vault.create');
}

async function start(folder: string, channel: 'vault.create' | 'vault.open'): Promise<Desk> {
  const launched = await launchApp({ userData: join(folder, 'user-data') });
  const { page } = launched;
  // What fades in or out has other colours on the way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const input = {
    folder: join(folder, 'vault'),
    passphrase,
    ...(channel === 'vault.create' ? { officerName: 'Petugas Contoh' } : {}),
  };
  const answer = await page.evaluate<unknown>(
    `window.sinergi.call(${JSON.stringify(channel)}, ${JSON.stringify(input)})`,
  );
  expect(answer).toMatchObject({ ok: true });
  await page.reload();
  await expect(page.getByRole('link', { name: /Berkas perkara|Cases/ }).first()).toBeVisible();
  return {
    ...launched,
    folder,
    async restart() {
      await launched.app.close();
      return await start(folder, 'vault.open');
    },
    async end() {
      await launched.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Chooses in a list by keyboard: focus, open, go down to the option, take it. */
export async function choose(page: Page, field: string | RegExp, option: string | RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await box.focus();
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  // Its own list: that of the field before may still be closing.
  const list = page.locator(`[id="${(await box.getAttribute('aria-controls')) ?? ''}"]`);
  const wanted = list.getByRole('option', { name: option });
  await expect(wanted).toBeVisible();
  // The mark follows the key a moment later; the list may lose count of it, so a mark that Enter does not take is set anew.
  let tried = false;
  await expect(async () => {
    if (tried || (await wanted.getAttribute('data-combobox-selected')) !== 'true')
      await page.keyboard.press('ArrowDown');
    tried = false;
    await expect(wanted).toHaveAttribute('data-combobox-selected', 'true', { timeout: 200 });
    await page.keyboard.press('Enter');
    tried = true;
    await expect(box).toHaveAttribute('aria-expanded', 'false', { timeout: 500 });
  }).toPass({ intervals: [0], timeout: 15_000 });
}

/** Presses a button the way a keyboard does. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  // An empty page offers its one action twice: in the header and in the middle.
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

export async function newCase(page: Page, title: string, purpose = 'Menilai dugaan titipan (rekaan)'): Promise<void> {
  await page.keyboard.press('Alt+2');
  await press(page, 'Berkas baru');
  await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(title);
  await page.getByRole('textbox', { name: 'Tujuan' }).fill(purpose);
  await page.getByRole('textbox', { name: 'Dasar hukum' }).fill('UU 22/2022 Pasal 81');
  await page.keyboard.press('Tab');
  await press(page, 'Buat berkas');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Adds somebody the vault does not know yet. */
export async function addMember(page: Page, name: string, part: string): Promise<void> {
  await page.getByRole('tab', { name: /^Anggota/ }).click();
  await press(page, 'Tambah anggota');
  await page.getByRole('textbox', { name: 'Cari orang' }).fill(name);
  await page.getByRole('option', { name: /Orang baru/ }).click();
  await choose(page, /Kedudukan dalam berkas/, part);
  if (part === 'Terduga pemasok') {
    await choose(page, /Nilai sumber/, /^C/);
    await choose(page, /Nilai informasi/, /^3/);
    await page.getByRole('textbox', { name: 'Sumber dugaan' }).fill('Laporan regu jaga (rekaan)');
  }
  await press(page, 'Tambahkan ke berkas');
  await expect(page.getByRole('table').getByRole('link', { name })).toBeVisible();
}

interface NewLink {
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** Links two members of the case that is open, with a grade of B2. */
export async function addLink(page: Page, { from, to, source }: NewLink): Promise<void> {
  await page.getByRole('tab', { name: /^Tautan/ }).click();
  await press(page, 'Tautan baru');
  await choose(page, /^Dari/, new RegExp(from));
  await choose(page, /^Ke/, new RegExp(to));
  await linkKind(page).fill('Mengenal');
  await page.getByRole('textbox', { name: 'Sumber 1' }).fill(source);
  await choose(page, /Nilai sumber/, /^B/);
  await choose(page, /Nilai informasi/, /^2/);
  await press(page, 'Simpan tautan');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('table')).toContainText(source);
}

/** A list one can also write in is called either way, by what it holds. */
export const linkKind = (page: Page) =>
  page.getByRole('combobox', { name: /Jenis tautan/ }).or(page.getByRole('textbox', { name: /Jenis tautan/ }));
