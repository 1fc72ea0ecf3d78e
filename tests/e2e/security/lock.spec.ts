import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { launchApp, nextPage } from '../harness.ts';
import { callBridge } from './probe.ts';

const pagePid = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a lock ends the page with its process, clears the clipboard and tells the new page why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-lock-'));
  const { app, page, close } = await launchApp();
  const created = {
    folder: join(folder, 'Kunci.cvault'),
    officerName: 'Petugas',
    passphrase: 'kuda lumping tujuh gunung biru',
  };
  expect(await callBridge(page, 'vault.create', created)).toMatchObject({ ok: true });
  expect(await callBridge(page, 'app.copy', { text: 'kept secret' })).toMatchObject({ ok: true });
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('kept secret');

  const before = await pagePid(app);
  const next = nextPage(app);
  // The page that asks does not live to see the answer.
  await page.evaluate("setTimeout(() => window.sinergi.call('vault.lock', {})); undefined");
  const fresh = await next;
  await expect(fresh.getByRole('status').filter({ hasText: 'mengunci' })).toContainText('Anda mengunci brankas');
  expect(await pagePid(app)).not.toBe(before);
  await expect.poll(() => isAlive(before)).toBe(false);
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).not.toBe('kept secret');
  expect(await callBridge(fresh, 'cases.list', {})).toEqual({ ok: false, error: { code: 'locked' } });
  await close();
  await rm(folder, { recursive: true, force: true });
});

test('a suspended workstation locks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-lock-'));
  const { app, page, close } = await launchApp();
  const created = {
    folder: join(folder, 'Kunci.cvault'),
    officerName: 'Petugas',
    passphrase: 'kuda lumping tujuh gunung biru',
  };
  expect(await callBridge(page, 'vault.create', created)).toMatchObject({ ok: true });
  const next = nextPage(app);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  expect(await callBridge(await next, 'cases.list', {})).toEqual({ ok: false, error: { code: 'locked' } });
  await close();
  await rm(folder, { recursive: true, force: true });
});
