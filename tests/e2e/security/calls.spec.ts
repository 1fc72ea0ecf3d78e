import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';
import { callBridge, openBarePage, readLog } from './probe.ts';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

const lastRefusal = async (): Promise<string | undefined> =>
  (await readLog(launched.userData)).findLast((line) => line.event === 'call-refused')?.reason;

test('our own page is answered', async () => {
  expect(await callBridge(launched.page, 'vault.status', {})).toMatchObject({ ok: true });
});

test.describe('an unknown channel is refused', () => {
  for (const name of [
    'nothing.such',
    '',
    'constructor',
    '__proto__',
    'toString',
    'vault',
    null,
    7,
    { toString: 'vault.status' },
  ]) {
    test(JSON.stringify(name), async () => {
      expect(await callBridge(launched.page, name, {})).toEqual({ ok: false, error: { code: 'unknown-channel' } });
    });
  }
});

test.describe('malformed input is refused', () => {
  const inputs: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'text'],
    ['a list', []],
    ['a field too many', { unexpected: 1 }],
  ];
  for (const [name, input] of inputs) {
    test(name, async () => {
      expect(await callBridge(launched.page, 'vault.status', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    });
  }

  test('and the answer does not repeat it', async () => {
    const answer = await callBridge(launched.page, 'vault.open', {
      folder: 7,
      passphrase: 'correct horse',
      officerName: ['x'],
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(answer)).not.toContain('correct horse');
    expect(JSON.stringify(await readLog(launched.userData))).not.toContain('correct horse');
  });
});

test.describe('a locked vault refuses', () => {
  const calls: readonly (readonly [string, unknown])[] = [
    ['cases.list', {}],
    ['vault.info', {}],
    ['vault.settings', {}],
    ['importing.list', {}],
    ['app.copy', { text: 'x' }],
    // Refused before the input is looked at.
    ['cases.get', { unexpected: true }],
  ];
  for (const [name, input] of calls) {
    test(name, async () => {
      expect(await callBridge(launched.page, name, input)).toEqual({ ok: false, error: { code: 'locked' } });
    });
  }
});

test.describe('a foreign sender is refused', () => {
  test('a window of our origin that is not the main window', async () => {
    const page = await openBarePage(launched.app, { preload: true });
    expect(await callBridge(page, 'vault.status', {})).toMatch(/^rejected/);
    expect(await lastRefusal()).toBe('untrusted-contents');
    await page.close();
  });

  test('a frame inside a page', async () => {
    const page = await openBarePage(launched.app, { preload: true, subFrames: true });
    // The navigation guard would not let the frame load.
    await launched.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('/bare'));
      window?.webContents.removeAllListeners('will-frame-navigate');
    });
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'app://bundle/frame';
      document.body.append(frame);
    });
    await expect.poll(() => page.frames()[1]?.url()).toBe('app://bundle/frame');
    const frame = page.frames()[1];
    if (frame === undefined) throw new Error('no frame');
    expect(await callBridge(frame, 'vault.status', {})).toMatch(/^rejected/);
    expect(await lastRefusal()).toBe('not-top-frame');
    await page.close();
  });

  for (const address of ['about:blank', 'data:text/html,x', 'app://other/bare', 'app://bundle.example/bare']) {
    test(`the main window's contents gone to ${address}`, async () => {
      // Loaded by the main process itself, past the navigation guard, into the very window that is trusted.
      const own = await launchApp();
      await own.app.evaluate(({ BrowserWindow }) => {
        const pages = BrowserWindow.getAllWindows()[0]?.webContents.session;
        pages?.protocol.unhandle('app');
        pages?.protocol.handle('app', () => new Response('<p>', { headers: { 'content-type': 'text/html' } }));
        pages?.webRequest.onBeforeRequest(null);
      });
      await expect(async () => {
        await own.app.evaluate(
          ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.loadURL(wanted),
          address,
        );
        expect(own.page.url()).toBe(address);
        expect(await callBridge(own.page, 'vault.status', {})).toMatch(/^rejected/);
      }).toPass({ timeout: 10_000 });
      const log = await readLog(own.userData);
      expect(log.findLast((line) => line.event === 'call-refused')?.reason).toBe('foreign-origin');
      await own.close();
    });
  }
});
