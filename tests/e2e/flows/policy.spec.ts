import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { messages } from '../../../shared/i18n/messages.ts';
import { type LaunchedApp, launchApp, stubOpenDialog, stubSaveDialog } from '../harness.ts';
import { isSound } from './appearance/look.ts';
import { press } from './desk.ts';
import { lockBy, passphrase, passphraseField, workspace } from './gate/gate.ts';

interface Workstation extends LaunchedApp {
  readonly at: (...names: string[]) => string;
  end(): Promise<void>;
}

/** The program on a workstation whose administrator wrote this policy; its folders are `vaults`, `copies` and `elsewhere`. */
async function openWorkstation(policyOf: (at: Workstation['at']) => string): Promise<Workstation> {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-policy-'));
  const at = (...names: string[]): string => join(folder, ...names);
  for (const name of ['vaults', 'copies', 'elsewhere']) await mkdir(at(name));
  await writeFile(at('policy.json'), policyOf(at), { mode: 0o644 });
  const launched = await launchApp({ userData: at('user-data'), env: { SINERGI_POLICY: at('policy.json') } });
  return {
    ...launched,
    at,
    async end() {
      await launched.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const restricting = (at: Workstation['at']): string =>
  JSON.stringify({
    language: { value: 'id', fixed: true },
    theme: { value: 'dark', fixed: true },
    longestIdleLockSeconds: 120,
    vaultFolders: [at('vaults')],
    backupFolders: [at('copies')],
    exportFolders: [at('copies')],
    helpContact: 'Ruang TI, pesawat 214',
  });

async function createIn({ app, page }: LaunchedApp, folder: string): Promise<void> {
  await stubOpenDialog(app, [folder]);
  await press(page, 'Pilih folder…');
  await page.getByRole('textbox', { name: 'Nama petugas' }).fill('Petugas Contoh');
  await passphraseField(page).fill(passphrase);
  await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(passphrase);
  await press(page, 'Buat brankas');
}

test('what the administrator fixed holds: where vaults, backups and copies lie, how the program looks, when it locks', async () => {
  const station = await openWorkstation(restricting);
  const { app, at } = station;
  let { page } = station;
  const { settings, common } = messages.id;

  await test.step('the gate shows whom to ask, and no switch that does nothing', async () => {
    await expect(page.getByText('Bantuan: Ruang TI, pesawat 214')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(page.getByRole('radiogroup', { name: common.top.language })).toHaveCount(0);
    await expect(page.getByRole('button', { name: new RegExp(common.top.theme) })).toHaveCount(0);
    await isSound(page, 'the gate under a policy');
  });

  await test.step('a vault is made in an allowed folder only', async () => {
    await press(page, /Buat brankas baru/);
    await createIn(station, at('elsewhere'));
    await expect(page.getByRole('alert')).toContainText(`hanya mengizinkan brankas di: ${at('vaults')}`);
    await createIn(station, at('vaults'));
    await expect(page.getByRole('heading', { name: 'Kunci pemulihan' })).toBeVisible();
  });

  await test.step('the settings say what is fixed and by whom', async () => {
    await page.reload();
    await expect(workspace(page)).toBeVisible();
    await page.keyboard.press('Alt+5');
    await expect(page.getByRole('heading', { level: 1, name: settings.title })).toBeVisible();
    const looks = page.getByRole('region', { name: settings.appearance });
    // Language and theme; how large the text is stays the officer's own.
    await expect(looks.getByRole('radio', { disabled: true })).toHaveCount(5);
    await expect(looks.getByText(settings.policy.fixed)).toHaveCount(2);
    await expect(page.getByText('Ditetapkan administrator: paling lama 2 mnt di komputer ini.')).toBeVisible();
    const fixed = page.getByRole('region', { name: settings.policy.title });
    await expect(fixed).toContainText(at('policy.json'));
    await expect(fixed).toContainText(at('vaults'));
    await expect(fixed).toContainText('Ruang TI, pesawat 214');
    await isSound(page, 'settings under a policy');
  });

  await test.step('a backup goes to an allowed folder only', async () => {
    await page.keyboard.press('Alt+7');
    await press(page, 'Tambah media');
    const dialog = page.getByRole('dialog', { name: 'Tambah media' });
    await dialog.getByRole('textbox', { name: 'Nama media' }).fill('Flashdisk merah');
    await stubOpenDialog(app, [at('elsewhere')]);
    await press(page, 'Pilih folder…');
    await expect(dialog.getByRole('textbox', { name: 'Folder di media' })).toHaveValue(at('elsewhere'));
    await dialog.getByRole('button', { name: 'Tambah media' }).click();
    await expect(page.getByRole('alert')).toContainText(`hanya mengizinkan cadangan di: ${at('copies')}`);
    await stubOpenDialog(app, [at('copies')]);
    await press(page, 'Pilih folder…');
    await expect(dialog.getByRole('textbox', { name: 'Folder di media' })).toHaveValue(at('copies'));
    await dialog.getByRole('button', { name: 'Tambah media' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a copy is saved in an allowed folder only', async () => {
    await page.getByRole('link', { name: common.nav.audit }).press('Enter');
    await press(page, 'Segel…');
    const dialog = page.getByRole('dialog', { name: 'Segel jejak audit' });
    await stubSaveDialog(app, at('elsewhere', 'segel.pdf'));
    await dialog.getByRole('button', { name: 'Cetak lembar…' }).click();
    await expect(page.getByRole('alert')).toContainText(`hanya mengizinkan berkas disimpan di: ${at('copies')}`);
    await stubSaveDialog(app, at('copies', 'segel.pdf'));
    await dialog.getByRole('button', { name: 'Cetak lembar…' }).click();
    await expect(page.getByText(`Tersimpan: ${at('copies', 'segel.pdf')}`)).toBeVisible();
    expect(await readdir(at('elsewhere'))).toEqual([]);
  });

  await test.step('the vault locks sooner than it agreed on', async () => {
    page = await lockBy(app, () =>
      app.evaluate(({ powerMonitor }) => {
        const clock = Date.now;
        Date.now = () => clock() + 121_000;
        powerMonitor.getSystemIdleTime = () => 121;
      }),
    );
    await expect(page.getByRole('heading', { level: 2, name: 'Buka brankas' })).toBeVisible();
    await expect(page.getByText('Bantuan: Ruang TI, pesawat 214')).toBeVisible();
  });

  await station.end();
});

test('a faulty policy stops every vault and is told at the gate', async () => {
  const station = await openWorkstation(() => '{ "vaultFolder": ["/srv/sinergi"] }');
  const { page, at } = station;
  const fault = `Berkas kebijakan administrator ${at('policy.json')} memuat isian “vaultFolder” yang tidak dikenal`;
  await expect(page.getByRole('alert')).toContainText(fault);
  await isSound(page, 'the gate under a faulty policy');
  await press(page, /Buat brankas baru/);
  await createIn(station, at('vaults'));
  await expect(page.getByRole('alert').filter({ hasText: fault })).toHaveCount(2);
  expect(await readdir(at('vaults'))).toEqual([]);
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText(
    `The administrator’s policy file ${at('policy.json')} has the entry “vaultFolder”`,
  );
  await station.end();
});
