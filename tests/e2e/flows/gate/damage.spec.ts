import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stubOpenDialog } from '../../harness.ts';
import { callBridge } from '../../security/probe.ts';
import { press } from '../desk.ts';
import { chooseVault, type Gate, lockByButton, openGate, passphrase, tryPassphrase, workspace } from './gate.ts';

const preambleLength = 80;
const names = ['Sastro Rekaan', 'Wulan Rekaan', 'Tirto Rekaan'];

const journalOf = async (vault: string): Promise<string> => {
  const name = (await readdir(join(vault, 'data'))).find((entry) => entry.endsWith('.jrnl'));
  if (name === undefined) throw new Error('the vault has no journal');
  return join(vault, 'data', name);
};

const flip = async (file: string, offset: number): Promise<void> => {
  const bytes = await readFile(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
};

let gate: Gate;
let sound: string;
/** A copy of the sound vault, harmed in its own way. */
async function harmed(name: string, harm: (vault: string) => Promise<void>): Promise<string> {
  const vault = join(gate.folder, `${name}.cvault`);
  await cp(sound, vault, { recursive: true });
  await harm(vault);
  return vault;
}

test.beforeAll(async () => {
  gate = await openGate();
  const { page, folder } = gate;
  sound = join(folder, 'Utuh.cvault');
  const made = await callBridge(page, 'vault.create', { folder: sound, officerName: 'Petugas Contoh', passphrase });
  expect(made).toMatchObject({ ok: true });
  for (const name of names) {
    const fields = { name, aliases: [], nationalIds: [], phones: [], addresses: [], notes: '' };
    const roles = [{ kind: 'visitor' }];
    expect(await callBridge(page, 'people.create', { fields: { ...fields, roles } })).toMatchObject({ ok: true });
  }
  await page.reload();
  gate = { ...gate, page: await lockByButton(gate) };
});
test.afterAll(() => gate.end());

async function unlock(vault: string): Promise<void> {
  await chooseVault(gate, vault);
  await tryPassphrase(gate.page, passphrase);
}

async function isRefused(vault: string, indonesian: string, english: string): Promise<void> {
  await unlock(vault);
  await expect(gate.page.getByRole('alert')).toContainText(indonesian);
  await gate.page.getByText('English', { exact: true }).click();
  await expect(gate.page.getByRole('alert')).toContainText(english);
  await gate.page.getByText('Bahasa Indonesia', { exact: true }).click();
}

async function everybodyIsThere(): Promise<void> {
  await gate.page.keyboard.press('Alt+3');
  for (const name of names) await expect(gate.page.getByRole('grid')).toContainText(name);
}

test('a folder without a vault is told as such', async () => {
  await isRefused(gate.folder, 'Tidak ada brankas di folder ini.', 'There is no vault in this folder.');
});

test('a vault whose header is damaged together with its copy is not opened, and nothing of it is touched', async () => {
  const vault = await harmed('Kepala', async (folder) => {
    await flip(join(folder, 'header.json'), 40);
    await flip(join(folder, 'header.copy.json'), 40);
  });
  const before = await readdir(vault, { recursive: true });
  await isRefused(vault, 'Berkas brankas rusak sehingga tidak dapat dibuka.', 'files are damaged and cannot be opened');
  expect(await readdir(vault, { recursive: true })).toEqual(before);
});

test('a vault of a newer program asks for a newer program', async () => {
  const vault = await harmed('Baru', async (folder) => {
    const file = join(folder, 'header.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"format":1', '"format":9'));
  });
  await isRefused(vault, 'Brankas ini dibuat oleh Sinergi yang lebih baru.', 'made by a newer Sinergi');
});

test('a header that is damaged alone is read from its copy: everything can be seen, nothing changed', async () => {
  await unlock(await harmed('Salinan', (folder) => flip(join(folder, 'header.json'), 40)));
  await expect(gate.page.getByRole('alert')).toContainText('Anda dapat membaca, tetapi tidak dapat mengubah.');
  await everybodyIsThere();
  gate = { ...gate, page: await lockByButton(gate) };
});

test('a journal damaged in the middle opens for reading, says so, and refuses a change in plain words', async () => {
  const vault = await harmed('Tengah', async (folder) => flip(await journalOf(folder), preambleLength + 24));
  await unlock(vault);
  const { page } = gate;
  await expect(page.getByRole('alert')).toContainText('Sebagian brankas rusak.');
  await page.keyboard.press('Alt+3');
  // Whoever stood in the damaged part is gone; those written later are still there.
  await expect(page.getByRole('grid')).toContainText('Tirto Rekaan');
  await press(page, 'Orang baru');
  await page.getByRole('textbox', { name: /^Nama/ }).fill('Baru Rekaan');
  await press(page, 'Simpan orang');
  await expect(page.getByRole('dialog')).toContainText('Brankas terbuka hanya untuk dibaca karena ada kerusakan.');
  await expect(page.getByRole('textbox', { name: /^Nama/ })).toHaveValue('Baru Rekaan');
  await page.keyboard.press('Escape');
  await press(page, 'Buang');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  gate = { ...gate, page: await lockByButton(gate) };
});

test('a last entry that a crash left half-written is cut off, kept aside and reported; the rest is whole', async () => {
  const vault = await harmed('Ekor', async (folder) => {
    const file = await journalOf(folder);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes, bytes.subarray(preambleLength, preambleLength + 60)]));
  });
  await unlock(vault);
  const { page } = gate;
  const report = page.getByRole('status').filter({ hasText: 'Catatan terakhir terpotong' });
  await expect(report).toContainText('semua yang sudah tersimpan utuh');
  expect(await readdir(join(vault, 'aside'))).toHaveLength(1);
  await everybodyIsThere();
  await report.getByRole('button', { name: 'Tutup' }).click();
  await expect(report).toHaveCount(0);
  gate = { ...gate, page: await lockByButton(gate) };
  // Reported once: what was cut off then is no news the next time.
  await unlock(vault);
  await expect(workspace(gate.page)).toBeVisible();
  await expect(gate.page.getByText('Catatan terakhir terpotong')).toHaveCount(0);
  gate = { ...gate, page: await lockByButton(gate) };
});

test('the officer may change their mind in the dialog', async () => {
  const { app, page } = gate;
  await press(page, 'Brankas lain');
  await stubOpenDialog(app, []);
  await press(page, /^Buka brankas/);
  await expect(page.getByRole('heading', { name: 'Selamat datang di Sinergi' })).toBeVisible();
});
