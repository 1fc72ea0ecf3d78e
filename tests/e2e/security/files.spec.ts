import { chmod, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

/** Asks the protocol handler itself, as a request from anywhere in the session would. */
function ask(address: string, method = 'GET'): Promise<{ status: number; body: string; policy: string | null }> {
  return launched.app.evaluate(
    async ({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      const pages = window?.webContents.session;
      if (pages === undefined) throw new Error('no window');
      const response = await pages.fetch(wanted.address, {
        method: wanted.method,
        bypassCustomProtocolHandlers: false,
      });
      return {
        status: response.status,
        body: await response.text(),
        policy: response.headers.get('content-security-policy'),
      };
    },
    { address, method },
  );
}

test('the page itself is there, with its policy', async () => {
  const { status, body, policy } = await ask('app://bundle/index.html');
  expect(status).toBe(200);
  expect(policy).toContain("default-src 'none'");
  const nonce = /nonce-([^']+)'/.exec(policy ?? '')?.[1] ?? 'none';
  expect(body).toContain(nonce);
  expect(body).not.toContain('__CSP_NONCE__');
});

test('every load has its own nonce', async () => {
  const [first, second] = [await ask('app://bundle/'), await ask('app://bundle/')];
  expect(first.policy).not.toBe(second.policy);
});

test.describe('nothing but the built page is served', () => {
  const addresses = [
    'app://bundle/../electron/main.cjs',
    'app://bundle/..%2felectron%2fmain.cjs',
    'app://bundle/%2e%2e/electron/main.cjs',
    'app://bundle/..\\electron\\main.cjs',
    'app://bundle//etc/passwd',
    'app://bundle/%2fetc%2fpasswd',
    'app://bundle/index.html/../../electron/main.cjs',
    'app://bundle/index.html%00.js',
    'app://bundle/package.json',
    'app://bundle/assets/',
    'app://bundle/constructor',
    'app://other/index.html',
  ];
  for (const address of addresses) {
    test(address, async () => {
      const { status, body } = await ask(address).catch(() => ({ status: 404, body: '' }));
      expect(status).toBe(404);
      expect(body).toBe('');
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    test(`${method} is refused`, async () => {
      expect((await ask('app://bundle/', method)).status).toBe(405);
    });
  }
});

test('what the program writes is for its user alone', async () => {
  // A folder that was there before, open to everybody, under a careless umask.
  const userData = await mkdtemp(join(tmpdir(), 'sinergi-modes-'));
  await chmod(userData, 0o755);
  const own = await launchApp({ userData });
  await own.page.evaluate("window.sinergi.call('none', {})");
  const entries = await readdir(userData, { recursive: true });
  const open = [];
  for (const entry of ['.', ...entries]) {
    const found = await lstat(join(userData, entry)).catch(() => null);
    if (found !== null && !found.isSymbolicLink() && (found.mode & 0o077) !== 0) open.push(entry);
  }
  expect(entries).toContain('sinergi.log');
  expect(open).toEqual([]);
  await own.close();
  await rm(userData, { recursive: true, force: true });
});
