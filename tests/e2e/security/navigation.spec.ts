import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';
import { listen, openBarePage, readLog } from './probe.ts';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

/** Waits for the guard's own note: that something did not happen proves nothing about who prevented it. */
async function expectRefusal(kind: string, act: () => Promise<unknown>): Promise<void> {
  const count = async () => (await readLog(launched.userData)).filter((line) => line.kind === kind).length;
  const before = await count();
  await act();
  await expect.poll(count).toBeGreaterThan(before);
}

const targets = [
  'http://127.0.0.1:9/',
  'https://example.invalid/?next=app://bundle/',
  'app://bundle/index.html',
  'app://bundle@example.invalid/',
];
const moves: readonly (readonly [string, string, (target: string) => string])[] = [
  [
    'a click',
    'navigate',
    (target) =>
      `const a = document.createElement('a'); a.href = '${target}'; document.body.append(a); a.click(); a.remove()`,
  ],
  ['location', 'navigate', (target) => `location.href = '${target}'`],
  ['window.open', 'window-open', (target) => `window.open('${target}')`],
  [
    'a click on _blank',
    'window-open',
    (target) =>
      `const a = document.createElement('a'); a.href = '${target}'; a.target = '_blank'; document.body.append(a); a.click(); a.remove()`,
  ],
  [
    'meta refresh',
    'navigate',
    (target) =>
      `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${target}'; document.head.append(m)`,
  ],
];

for (const [name, kind, code] of moves) {
  for (const target of targets) {
    test(`${name} does not lead to ${target}`, async () => {
      const { page } = launched;
      await expectRefusal(kind, () => page.evaluate(`${code(target)}; undefined`));
      // A window that opens after all needs a moment.
      await page.waitForTimeout(200);
      expect(page.url()).toBe('app://bundle/');
      expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });
  }
}

for (const [name, , code] of moves) {
  // Chromium refuses these before any guard is asked, so only the outcome can be seen.
  test(`${name} does not lead to a file`, async () => {
    await launched.page.evaluate(`${code('file:///etc/passwd')}; undefined`);
    await launched.page.waitForTimeout(300);
    expect(launched.page.url()).toBe('app://bundle/');
    expect(launched.app.windows()).toHaveLength(1);
  });
}

test('no address is handed to another program', async () => {
  const { app, page } = launched;
  await app.evaluate(({ shell }) => {
    const handed: string[] = [];
    shell.openExternal = (address) => {
      handed.push(address);
      return Promise.resolve();
    };
    Object.assign(globalThis, { handed });
  });
  for (const address of ['mailto:a@example.invalid', 'https://example.invalid/', 'file:///etc/passwd', 'tel:112'])
    for (const [, , code] of moves) await page.evaluate(`${code(address)}; undefined`);
  await page.waitForTimeout(300);
  expect(await app.evaluate<unknown>('handed')).toEqual([]);
  expect(page.url()).toBe('app://bundle/');
});

test('a form leads nowhere', async () => {
  const server = await listen();
  const bare = await openBarePage(launched.app);
  await expectRefusal('navigate', () =>
    bare.evaluate((port) => {
      const form = document.createElement('form');
      form.action = `http://127.0.0.1:${port}/`;
      document.body.append(form);
      form.submit();
    }, server.port),
  );
  expect(server.connections()).toBe(0);
  await bare.close();
  await server.close();
});

test('a frame cannot be led elsewhere', async () => {
  const bare = await openBarePage(launched.app);
  await expectRefusal('frame-navigate', () =>
    bare.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'app://bundle/elsewhere';
      document.body.append(frame);
    }),
  );
  await bare.close();
});

test('a redirect is not followed', async () => {
  const bare = await openBarePage(launched.app, { redirectTo: 'app://bundle/elsewhere/bare' });
  // Loaded by the main process, so that the guard of navigations is not the one that holds.
  await expectRefusal('redirect', () =>
    launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('/bare'));
      await window?.loadURL('app://bundle/redirect').catch(() => undefined);
    }),
  );
  await bare.close();
});

test('a webview is not attached', async () => {
  const bare = await openBarePage(launched.app, { webviewTag: true });
  await expectRefusal('webview', () =>
    bare.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'app://bundle/bare');
      document.body.append(view);
    }),
  );
  const kinds = await launched.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  );
  expect(kinds).not.toContain('webview');
  await bare.close();
});

test('a download is refused', async () => {
  await expectRefusal('download', () =>
    launched.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['secret']));
      link.download = 'secret.txt';
      document.body.append(link);
      link.click();
      link.remove();
    }),
  );
});

test.describe('permissions are refused', () => {
  const asks: readonly (readonly [string, string])[] = [
    ['notifications', "Notification.requestPermission().then((answer) => answer === 'granted')"],
    [
      'geolocation',
      'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(true), () => done(false)))',
    ],
    [
      'camera and microphone',
      'navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => true, () => false)',
    ],
    ['screen capture', 'navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => true, () => false)'],
    ['clipboard reading', 'navigator.clipboard.readText().then(() => true, () => false)'],
    ['clipboard writing', "navigator.clipboard.writeText('x').then(() => true, () => false)"],
    ['MIDI', 'navigator.requestMIDIAccess({ sysex: true }).then(() => true, () => false)'],
    ['persistent storage', 'navigator.storage.persist()'],
  ];
  for (const [name, code] of asks) {
    test(name, async () => {
      // Without our headers: the permission handlers alone have to hold.
      const bare = await openBarePage(launched.app);
      await bare.bringToFront();
      expect(
        await bare.evaluate<boolean>(
          `Promise.race([${code}, new Promise((done) => setTimeout(() => done('no answer'), 5000))])`,
        ),
      ).toBe(false);
      await bare.close();
    });
  }

  for (const name of ['usb', 'hid', 'serial', 'bluetooth']) {
    test(`there is no navigator.${name}`, async () => {
      const bare = await openBarePage(launched.app);
      expect(await bare.evaluate((key) => key in navigator, name)).toBe(false);
      await bare.close();
    });
  }

  test('and every query answers denied', async () => {
    const bare = await openBarePage(launched.app);
    const states = await bare.evaluate(async () => {
      const names: PermissionName[] = ['notifications', 'geolocation', 'persistent-storage'];
      const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return answers.map((answer) => answer.state);
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    await bare.close();
  });
});
