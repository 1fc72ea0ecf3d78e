import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron as electron, expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { installInto } from '../../../build/installed.mjs';
import { publicHalfOf, testReleaseKey } from '../../../build/release-keys.mjs';
import { writeUpdate } from '../../../build/update.mjs';
import { displayEnvironment, executable, rootArguments, stubOpenDialog } from '../harness.ts';
import { callBridge } from '../security/probe.ts';
import { isSound } from './appearance/look.ts';
import { openDesk, passphrase, press } from './desk.ts';

const mediumSchema = z.object({ value: z.object({ id: z.string() }) });

/** To a medium; that has a test of its own. */
async function backUp(page: Page, folder: string): Promise<void> {
  await mkdir(folder);
  const made = mediumSchema.parse(await callBridge(page, 'backups.remember', { label: 'Flashdisk', folder }));
  expect(await callBridge(page, 'backups.run', { mediumId: made.value.id })).toMatchObject({ ok: true });
}

test('an administrator checks an update, stages it, and goes back', async () => {
  const base = await mkdtemp(join(tmpdir(), 'sinergi-install-'));
  const root = join(base, 'opt');
  await installInto(root, dirname(executable), '0.1.0');
  const program = join(base, 'program');
  await mkdir(program);
  await writeFile(join(program, 'sinergi'), 'versi baru');
  const path = join(base, 'sinergi-0.2.0.update');
  const notes = { id: 'Perbaikan cetak notulen.', en: 'Minutes print better.' };
  await writeUpdate({ program, out: path, version: '0.2.0', notes, key: testReleaseKey });
  const damaged = join(base, 'rusak.update');
  const bytes = await readFile(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  await writeFile(damaged, bytes);

  const environment = Object.entries({ ...process.env, ...(await displayEnvironment()) });
  const env = Object.fromEntries(environment.filter((entry): entry is [string, string] => entry[1] !== undefined));
  const app = await electron.launch({
    executablePath: join(root, 'versions/0.1.0/sinergi'),
    args: [...rootArguments, `--user-data-dir=${join(base, 'user-data')}`, '--force-device-scale-factor=1'],
    env,
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const input = { folder: join(base, 'vault'), passphrase, officerName: 'Petugas Contoh' };
  expect(await callBridge(page, 'vault.create', input)).toMatchObject({ ok: true });
  await page.reload();
  await page.getByRole('link', { name: /^Pengaturan/ }).press('Enter');
  const updates = page.getByRole('region', { name: 'Pembaruan program' });

  await test.step('one that is damaged is refused in plain words', async () => {
    await stubOpenDialog(app, [damaged]);
    await press(page, 'Periksa berkas pembaruan…');
    await expect(updates.getByRole('alert')).toContainText('Tanda tangan pembaruan ini salah');
  });

  await test.step('a good one is shown, and staged', async () => {
    await stubOpenDialog(app, [path]);
    await press(page, 'Periksa berkas pembaruan…');
    await expect(updates).toContainText('Perbaikan cetak notulen.');
    await isSound(page, 'an update that was checked');
    await press(page, 'Siapkan versi 0.2.0');
    await expect(updates.getByRole('alert')).toContainText('Cadangkan dahulu');
    expect(await readlink(join(root, 'current'))).toBe('versions/0.1.0');
    await backUp(page, join(base, 'flashdisk'));
    await press(page, 'Siapkan versi 0.2.0');
    await expect(page.getByText('Versi 0.2.0 siap', { exact: false })).toBeVisible();
    expect(await readlink(join(root, 'current'))).toBe('versions/0.2.0');
    expect(await readFile(join(root, 'current/sinergi'), 'utf8')).toBe('versi baru');
    await expect(updates).toContainText('Berikutnya');
  });

  await test.step('the version before is gone back to', async () => {
    await press(page, 'Kembali ke versi sebelumnya');
    await page
      .getByRole('dialog', { name: 'Kembali ke versi 0.1.0?' })
      .getByRole('button', { name: 'Kembali ke versi sebelumnya' })
      .press('Enter');
    await expect(page.getByText('Versi 0.1.0 berjalan', { exact: false })).toBeVisible();
    expect(await readlink(join(root, 'current'))).toBe('versions/0.1.0');
    await isSound(page, 'gone back to the version before');
  });

  await test.step('it is in the trail', async () => {
    await page.keyboard.press('Alt+6');
    const trail = page.getByRole('grid', { name: 'Jejak audit' });
    await expect(trail).toContainText('Pembaruan disiapkan');
    await expect(trail).toContainText('Kembali ke versi sebelumnya');
  });
  await app.close();

  await test.step('and what is staged is what starts, by the starter that never changes', async () => {
    const whole = join(base, 'sinergi-0.3.0.update');
    await writeUpdate({ program: dirname(executable), out: whole, version: '0.3.0', key: testReleaseKey });
    const cli = join(import.meta.dirname, '../../../build/cli.mjs');
    await writeFile(join(base, 'release.pub'), publicHalfOf(testReleaseKey));
    const given = ['--into', root, '--file', whole, '--key', join(base, 'release.pub'), '--json'];
    const told = execFileSync(process.execPath, [cli, 'update', 'stage', ...given], { encoding: 'utf8' });
    expect(JSON.parse(told)).toMatchObject({ version: '0.3.0' });
    const fresh = await electron.launch({
      executablePath: join(root, 'sinergi'),
      args: [...rootArguments, `--user-data-dir=${join(base, 'user-data')}`],
      env,
    });
    const running = await fresh.evaluate(() => process.execPath);
    expect(running).toBe(join(root, 'versions/0.3.0/sinergi'));
    await fresh.close();
  });
  await rm(base, { recursive: true, force: true });
});

test('installed in another way, the program says how it is updated', async () => {
  const desk = await openDesk();
  await desk.page.getByRole('link', { name: /^Pengaturan/ }).press('Enter');
  const updates = desk.page.getByRole('region', { name: 'Pembaruan program' });
  await expect(updates).toContainText('pasang versi baru dengan pemasangnya');
  await expect(desk.page.getByRole('button', { name: 'Periksa berkas pembaruan…' })).toHaveCount(0);
  await desk.end();
});
