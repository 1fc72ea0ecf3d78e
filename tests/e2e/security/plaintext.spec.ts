import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { press } from '../flows/desk.ts';
import { lockByButton, passphraseField, workspace } from '../flows/gate/gate.ts';
import { launchApp, stubOpenDialog } from '../harness.ts';
import { findLeaks } from './leaks.ts';
import { secrets, tellingWords, workAllDay } from './working-day.ts';

test('nothing that was typed or read in stands in plain words on the disk, open, locked or killed', async () => {
  test.slow();
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

  await workAllDay({ app, page }, at('brought'));
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
