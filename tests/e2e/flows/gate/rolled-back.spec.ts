import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stubOpenDialog } from '../../harness.ts';
import { callBridge } from '../../security/probe.ts';
import { isSound } from '../appearance/look.ts';
import { press } from '../desk.ts';
import { chooseVault, type Gate, lockByButton, openGate, passphrase, tryPassphrase, workspace } from './gate.ts';

let gate: Gate;
let vault: string;

const addPerson = async (name: string): Promise<void> => {
  const fields = { name, aliases: [], nationalIds: [], phones: [], addresses: [], notes: '' };
  const roles = [{ kind: 'visitor' }];
  expect(await callBridge(gate.page, 'people.create', { fields: { ...fields, roles } })).toMatchObject({ ok: true });
};
async function lock(): Promise<void> {
  gate = { ...gate, page: await lockByButton(gate) };
}
async function unlock(folder: string): Promise<void> {
  await chooseVault(gate, folder);
  await tryPassphrase(gate.page, passphrase);
  await expect(workspace(gate.page)).toBeVisible();
}

test.beforeAll(async () => {
  gate = await openGate();
  vault = join(gate.folder, 'Kantor.cvault');
  const made = await callBridge(gate.page, 'vault.create', {
    folder: vault,
    officerName: 'Petugas Contoh',
    passphrase,
  });
  expect(made).toMatchObject({ ok: true });
  await addPerson('Sastro Rekaan');
  await addPerson('Tirto Rekaan');
  await gate.page.reload();
  await lock();
});
test.afterAll(() => gate.end());

test('an older folder in the place of the vault is told, and taken only with a reason', async () => {
  const older = join(gate.folder, 'older');
  await cp(vault, older, { recursive: true });
  await unlock(vault);
  await addPerson('Wulan Rekaan');
  await lock();
  await rm(vault, { recursive: true });
  await cp(older, vault, { recursive: true });

  await unlock(vault);
  const { page } = gate;
  const banner = page
    .getByRole('alert')
    .filter({ hasText: 'Isi folder ini lebih lama daripada yang dilihat komputer ini' });
  await expect(banner).toContainText('Anda dapat membaca, tetapi tidak dapat mengubah.');
  await isSound(page, 'older folder');
  await banner.getByRole('button', { name: 'Terima…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Terima folder ini sebagai yang berlaku?' });
  await isSound(page, 'accepting an older folder', '[role="dialog"]');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Dipulihkan dari cadangan bulan lalu');
  await dialog.getByRole('button', { name: 'Terima folder ini' }).click();
  await expect(banner).toHaveCount(0);
  await addPerson('Budi Rekaan');
  await lock();
  await unlock(vault);
  await expect(gate.page.getByRole('alert')).toHaveCount(0);
  await lock();
});

test('a seal of the audit trail is shown, and a kept one says that the trail is the same', async () => {
  await unlock(vault);
  const { page } = gate;
  await page.getByRole('link', { name: 'Jejak audit' }).click();
  await press(page, 'Segel…');
  const dialog = page.getByRole('dialog', { name: 'Segel jejak audit' });
  const groups = dialog.getByRole('list', { name: 'Kode segel' }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  const code = (await groups.allTextContents()).join(' ').toLowerCase();
  await dialog.getByRole('textbox', { name: 'Periksa segel yang pernah dicatat' }).fill(code);
  await dialog.getByRole('button', { name: 'Periksa segel' }).click();
  await expect(dialog.getByRole('status')).toContainText('masih persis sama');
  await isSound(page, 'seal of the audit trail', '[role="dialog"]');
  await dialog.getByRole('textbox', { name: 'Periksa segel yang pernah dicatat' }).fill('AAAA');
  await dialog.getByRole('button', { name: 'Periksa segel' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ini bukan kode segel');
  await page.keyboard.press('Escape');
  await lock();
});

test('a damaged vault is salvaged into a new one, which says in words what was lost and opens whole', async () => {
  const damaged = join(gate.folder, 'Rusak.cvault');
  await cp(vault, damaged, { recursive: true });
  const name = (await readdir(join(damaged, 'data'))).find((entry) => entry.endsWith('.jrnl')) ?? '';
  const bytes = await readFile(join(damaged, 'data', name));
  bytes[110] = (bytes[110] ?? 0) ^ 0xff;
  await writeFile(join(damaged, 'data', name), bytes);

  await unlock(damaged);
  const { app, page } = gate;
  await page
    .getByRole('alert')
    .filter({ hasText: 'Sebagian brankas rusak.' })
    .getByRole('button', { name: 'Selamatkan…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Selamatkan ke brankas baru' });
  await stubOpenDialog(app, [gate.folder]);
  await dialog.getByRole('button', { name: 'Pilih folder…' }).click();
  await isSound(page, 'salvaging', '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Selamatkan', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Diselamatkan ke');
  await expect(dialog.getByRole('table')).toContainText('Perubahan yang tersimpan di sini hilang');
  await isSound(page, 'what was salvaged', '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await lock();

  const salvaged = (await readdir(gate.folder)).find((entry) => entry.startsWith('Rusak diselamatkan')) ?? '';
  await unlock(join(gate.folder, salvaged));
  await expect(gate.page.getByText('Sebagian brankas rusak.')).toHaveCount(0);
  await gate.page.keyboard.press('Alt+3');
  await expect(gate.page.getByRole('grid')).toContainText('Tirto Rekaan');
});
