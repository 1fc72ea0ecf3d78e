import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { csvOf, visitHeader } from '../../fixtures/registers/visit-register.ts';
import { addLink, addMember, newCase, press } from '../flows/desk.ts';
import { lockByButton, passphraseField, workspace } from '../flows/gate/gate.ts';
import { launchApp, stubOpenDialog } from '../harness.ts';
import { findLeaks } from './leaks.ts';

// Ends every word of this run, so that no other run on this machine has written it.
const letters = [...randomBytes(4)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
const own = (words: string): string => `${words}${letters}`;

const secrets = {
  officer: own('Hardjomulyo Kwintasari'),
  passphrase: own('bintang retak menyapu ubin kwarsa'),
  wrongPassphrase: own('bintang utuh menyapu ubin kwarsi'),
  agency: own('Satuan Brambangwetan'),
  person: own('Zulkifrandi Waskitoaji'),
  alias: own('Codet Klewerberan'),
  note: own('Menyimpan blekutik di balik ubin'),
  title: own('Titipan Gurawengkur'),
  purpose: own('Menilai dugaan klentangan'),
  source: own('Laporan regu Pringgodigdan'),
  searched: own('Mbah Soerowikromo'),
  palette: own('Tjokrowerdoyo'),
  typedOnly: own('Belum Disimpan Prawirobagus'),
  visitor: own('Ngatmirunggoyo Pelipurlara'),
  rejected: own('Tertolak Wiryokusumantri'),
  fileName: own('kunjungan-Gondosuwaryan'),
  number: `3171049988${String(randomInt(1e6)).padStart(6, '0')}`,
} as const;

// The last word of each: found whole and also where a list of single words was kept.
const tellingWords = Object.values(secrets).map((words) => words.slice(words.lastIndexOf(' ') + 1));

async function typeEverything(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.getByRole('textbox', { name: 'Nama satuan kerja' }).fill(secrets.agency);
  await press(page, 'Simpan');
  await expect(page.getByText('Tersimpan')).toBeVisible();

  await page.keyboard.press('Alt+3');
  await press(page, 'Orang baru');
  await page.getByRole('textbox', { name: /^Nama/ }).fill(secrets.person);
  await page.getByRole('combobox', { name: 'Alias' }).fill(secrets.alias);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Catatan' }).fill(secrets.note);
  await press(page, 'Simpan orang');
  await expect(page.getByRole('heading', { level: 1, name: secrets.person })).toBeVisible();

  await newCase(page, secrets.title, secrets.purpose);
  await addMember(page, 'Sastro Rekaan', 'WBP');
  await addMember(page, 'Wulan Rekaan', 'Pengunjung');
  await addLink(page, { from: 'Sastro Rekaan', to: 'Wulan Rekaan', source: secrets.source });

  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'Cari orang' }).fill(secrets.searched);
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Ketik nama, nomor, atau perintah' }).fill(secrets.palette);
  await page.keyboard.press('Escape');
}

test('nothing that was typed or read in stands in plain words on the disk, open, locked or killed', async () => {
  const began = Date.now();
  const root = await mkdtemp(join(tmpdir(), 'sinergi-leaks-'));
  // The workstation as the program sees it: whatever it writes of its own accord lands in one of these.
  const at = (name: string) => join(root, name);
  for (const name of ['home', 'temp', 'run', 'brought', 'vaults']) await mkdir(at(name), { mode: 0o700 });
  const places = {
    HOME: at('home'),
    TMPDIR: at('temp'),
    XDG_RUNTIME_DIR: at('run'),
    XDG_CONFIG_HOME: at('home/.config'),
  };
  const launched = await launchApp({ userData: at('user-data'), env: places });
  const { app } = launched;
  let { page } = launched;
  const leaks = () =>
    findLeaks(tellingWords, {
      folders: [root, tmpdir(), '/dev/shm'],
      except: [at('brought')],
      since: began,
    });

  await test.step('a vault is made through the gate', async () => {
    await press(page, /Buat brankas baru/);
    await stubOpenDialog(app, [at('vaults')]);
    await press(page, 'Pilih folder…');
    await page.getByRole('textbox', { name: 'Nama petugas' }).fill(secrets.officer);
    await passphraseField(page).fill(secrets.passphrase);
    await page.getByRole('textbox', { name: 'Ulangi frasa sandi' }).fill(secrets.passphrase);
    await press(page, 'Buat brankas');
    await expect(page.getByRole('heading', { name: 'Kunci pemulihan' })).toBeVisible();
  });
  const key = await page.getByRole('list', { name: 'Kunci pemulihan' }).getByRole('listitem').allTextContents();
  await page.getByRole('textbox', { name: /Ketik kembali seluruhnya/ }).fill(key.join('-'));
  await page.keyboard.press('Enter');
  await expect(workspace(page)).toBeVisible();

  await test.step('names are typed wherever they can be', () => typeEverything(page));

  await test.step('a register is read in, with rows that are refused', async () => {
    const row = (name: string, date: string) =>
      ['1', date, '09:00', '1', name, secrets.number, '', '', 'Istri', 'Sastro Rekaan', '', ''] as const;
    const file = join(at('brought'), `${secrets.fileName}.csv`);
    const rows = [row(secrets.visitor, '02/03/2026'), row(secrets.rejected, '31/02/2026')];
    await writeFile(file, csvOf(rows, { header: visitHeader }));
    await page.keyboard.press('Alt+4');
    await stubOpenDialog(app, [file]);
    await press(page, 'Pilih berkas…');
    await press(page, /^Impor$/);
    await expect(page.getByRole('grid', { name: 'Baris yang ditolak' })).toContainText(secrets.rejected);
  });

  expect(await leaks()).toEqual([]);

  await test.step('locked, and a wrong passphrase tried', async () => {
    page = await lockByButton({ ...launched, page });
    await passphraseField(page).fill(secrets.wrongPassphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Frasa sandi salah.');
  });
  expect(await leaks()).toEqual([]);

  await test.step('unlocked, a form half filled in, and the program killed', async () => {
    await passphraseField(page).fill(secrets.passphrase);
    await page.keyboard.press('Enter');
    await expect(workspace(page)).toBeVisible();
    await page.keyboard.press('Alt+3');
    await press(page, 'Orang baru');
    await page.getByRole('textbox', { name: /^Nama/ }).fill(secrets.typedOnly);
    const gone = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await gone;
  });
  expect(await leaks()).toEqual([]);
  expect(await findLeaks([key.join('-'), key.join('')], { folders: [root] })).toEqual([]);
  await rm(root, { recursive: true, force: true });
});

test('the search would find it: planted words are found in every encoding, in names and across neighbours', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-planted-'));
  const { person } = secrets;
  const planted: readonly (readonly [string, Buffer])[] = [
    ['plain.txt', Buffer.from(`a ${person} b`)],
    ['lower.txt', Buffer.from(person.toLowerCase())],
    ['wide.bin', Buffer.from(`x${person}`, 'utf16le')],
    ...[0, 1, 2].map((shift): readonly [string, Buffer] => [
      `base64-${shift}.txt`,
      Buffer.from(Buffer.from(`${'#'.repeat(shift)}${person}##`).toString('base64')),
    ]),
    ['base64-wide.txt', Buffer.from(Buffer.from(`#${person}#`, 'utf16le').toString('base64'))],
    [`${person}.txt`, Buffer.alloc(0)],
  ];
  for (const [name, content] of planted) await writeFile(join(folder, name), content);
  await writeFile(join(folder, 'innocent.txt'), 'Zulkifli Waskito');
  const found = await findLeaks([person], { folders: [folder] });
  expect([...found].sort()).toEqual(planted.map(([name]) => `${join(folder, name)}: ${person}`).sort());
  await rm(folder, { recursive: true, force: true });
});
