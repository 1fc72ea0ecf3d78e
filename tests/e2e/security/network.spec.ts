import { expect, type Page, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';
import { listen, type Listener, openBarePage, readLog } from './probe.ts';

let launched: LaunchedApp;
let server: Listener;
test.beforeAll(async () => {
  server = await listen();
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
  await server.close();
});

const attempts: readonly (readonly [string, (address: string) => string])[] = [
  ['fetch', (address) => `fetch('http://${address}/', { mode: 'no-cors' }).catch(() => 0)`],
  ['XMLHttpRequest', (address) => `const x = new XMLHttpRequest(); x.open('GET', 'http://${address}/'); x.send()`],
  ['WebSocket', (address) => `new WebSocket('ws://${address}/')`],
  ['EventSource', (address) => `new EventSource('http://${address}/')`],
  ['a picture', (address) => `new Image().src = 'http://${address}/'`],
  [
    'a script',
    (address) => `const e = document.createElement('script'); e.src = 'http://${address}/'; document.head.append(e)`,
  ],
  [
    'a style sheet',
    (address) =>
      `const e = document.createElement('link'); e.rel = 'stylesheet'; e.href = 'http://${address}/'; document.head.append(e)`,
  ],
  ['a font', (address) => `new FontFace('x', 'url(http://${address}/)').load().catch(() => 0)`],
  ['a beacon', (address) => `navigator.sendBeacon('http://${address}/', 'secret')`],
  [
    'a ping',
    (address) =>
      `const a = document.createElement('a'); a.href = '#'; a.ping = 'http://${address}/'; document.body.append(a); a.click()`,
  ],
  [
    'preconnect',
    (address) =>
      `const e = document.createElement('link'); e.rel = 'preconnect'; e.href = 'http://${address}/'; document.head.append(e)`,
  ],
  [
    'prefetch',
    (address) =>
      `const e = document.createElement('link'); e.rel = 'prefetch'; e.href = 'http://${address}/'; document.head.append(e)`,
  ],
  [
    'a frame',
    (address) => `const e = document.createElement('iframe'); e.src = 'http://${address}/'; document.body.append(e)`,
  ],
  [
    'WebRTC',
    (address) =>
      `const p = new RTCPeerConnection({ iceServers: [{ urls: 'turn:${address}?transport=tcp', username: 'a', credential: 'b' }] }); p.createDataChannel('x'); p.createOffer().then((offer) => p.setLocalDescription(offer))`,
  ],
  ['a worker', (address) => `new Worker(URL.createObjectURL(new Blob(["fetch('http://${address}/')"])))`],
];

/** Every way at once or one by one; returns when what was sent would have arrived. */
async function attempt(page: Page, code: string): Promise<void> {
  await page.evaluate(`setTimeout(() => { ${code} }); undefined`);
  await page.waitForTimeout(400);
}

test('the server would notice', async () => {
  const own = await listen();
  await fetch(`http://127.0.0.1:${own.port}/`);
  expect(own.connections()).toBe(1);
  await own.close();
});

for (const [name, code] of attempts) {
  test(`${name} does not leave our page`, async () => {
    await attempt(launched.page, code(`127.0.0.1:${server.port}`));
    await attempt(launched.page, code(`localhost:${server.port}`));
    expect(server.connections()).toBe(0);
  });

  test(`${name} does not leave a page without the policy`, async () => {
    const bare = await openBarePage(launched.app);
    await attempt(bare, code(`127.0.0.1:${server.port}`));
    await attempt(bare, code(`localhost:${server.port}`));
    expect(server.connections()).toBe(0);
    await bare.close();
  });
}

test.describe('each layer by itself', () => {
  test('the content security policy asks nobody: the request filter sees nothing of our page', async () => {
    const refusals = async () =>
      (await readLog(launched.userData)).filter((line) => line.event === 'request-refused').length;
    const before = await refusals();
    await attempt(launched.page, `fetch('http://127.0.0.1:${server.port}/').catch(() => 0)`);
    expect(await refusals()).toBe(before);
  });

  test('the request filter', async () => {
    const refusals = async () =>
      (await readLog(launched.userData)).filter((line) => line.event === 'request-refused' && line.scheme === 'http')
        .length;
    const before = await refusals();
    const bare = await openBarePage(launched.app);
    await attempt(bare, `fetch('http://127.0.0.1:${server.port}/').catch(() => 0)`);
    await expect.poll(refusals).toBeGreaterThan(before);
    await bare.close();
  });

  test('the proxy that leads nowhere, for loopback too', async () => {
    const proxies = await launched.app.evaluate(({ BrowserWindow, session }, port) => {
      const [window] = BrowserWindow.getAllWindows();
      const sessions = [session.defaultSession, window?.webContents.session ?? session.defaultSession];
      return Promise.all(sessions.map((each) => each.resolveProxy(`http://127.0.0.1:${port}/`)));
    }, server.port);
    expect(new Set(proxies)).toEqual(new Set(['PROXY 127.0.0.1:9']));
  });

  test('the resolver, with filter and proxy taken away', async () => {
    const outcome = await launched.app.evaluate(async ({ BrowserWindow, session }, port) => {
      const open = session.fromPartition('open');
      open.webRequest.onBeforeRequest(null);
      await open.setProxy({ mode: 'direct' });
      const window = new BrowserWindow({ show: false, webPreferences: { session: open } });
      const reason = await window.loadURL(`http://localhost:${port}/`).then(
        () => 'loaded',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      window.destroy();
      return reason;
    }, server.port);
    expect(outcome).toContain('ERR_NAME_NOT_RESOLVED');
    expect(server.connections()).toBe(0);
  });

  test("Chromium's own errands", async () => {
    const switches = [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'no-pings',
      'dns-prefetch-disable',
      'host-resolver-rules',
      'force-webrtc-ip-handling-policy',
    ];
    const missing = await launched.app.evaluate(
      ({ app }, names) => names.filter((name) => !app.commandLine.hasSwitch(name)),
      switches,
    );
    expect(missing).toEqual([]);
  });

  test('spell checking fetches no dictionary', async () => {
    const enabled = await launched.app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [session.defaultSession, window?.webContents.session].some((each) => each?.isSpellCheckerEnabled());
    });
    expect(enabled).toBe(false);
  });
});

test("the main process's own session does not reach out", async () => {
  const outcome = await launched.app.evaluate(async ({ net }, port) => {
    return net.fetch(`http://127.0.0.1:${port}/`).then(
      () => 'reached',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
  }, server.port);
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(server.connections()).toBe(0);
});
