import { expect, type Page, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../harness.ts';
import { openBarePage } from './probe.ts';

/** In a timer of its own: the driver's evaluate() is let past the policy for as long as it lasts. */
function runsIn(page: Page, code: string): Promise<boolean> {
  return page.evaluate<boolean>(`new Promise((done) => setTimeout(() => {
    delete window.__ran;
    try { ${code} } catch {}
    setTimeout(() => done('__ran' in window), 300);
  }))`);
}

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test.describe('the page has nothing of Node', () => {
  for (const name of ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname']) {
    test(`no ${name}`, async () => {
      expect(await launched.page.evaluate((key) => key in globalThis, name)).toBe(false);
    });
  }

  test('the bridge is the one thing added to a bare page', async () => {
    const own = await launched.page.evaluate(() =>
      Object.keys(globalThis).filter((key) => /sinergi|bridge|api/i.test(key)),
    );
    expect(own).toEqual(['sinergi']);
    const members = await launched.page.evaluate<string[]>('Object.keys(window.sinergi).sort()');
    expect(members).toEqual(['call', 'on']);
  });

  test('the bridge cannot be replaced', async () => {
    const replaced = await launched.page.evaluate(() => {
      try {
        Object.defineProperty(globalThis, 'sinergi', { value: 'ours' });
      } catch {
        return false;
      }
      return Reflect.get(globalThis, 'sinergi') === 'ours';
    });
    expect(replaced).toBe(false);
  });

  test('web preferences are those of the baseline', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      // Left out of Electron's types.
      const contents: { id: number; getLastWebPreferences?: () => object } | undefined =
        BrowserWindow.getAllWindows()[0]?.webContents;
      return JSON.stringify(contents?.getLastWebPreferences?.() ?? {});
    });
    expect(JSON.parse(preferences)).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
    });
  });

  test('the session lives in memory', async () => {
    const path = await launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.session.storagePath ?? null;
    });
    expect(path).toBeNull();
  });
});

test.describe('the content security policy', () => {
  const blocked: readonly (readonly [string, string])[] = [
    [
      'an inline script',
      "const e = document.createElement('script'); e.textContent = 'window.__ran = 1'; document.body.append(e)",
    ],
    [
      'an inline handler',
      "const e = document.createElement('b'); e.setAttribute('onclick', 'window.__ran = 1'); document.body.append(e); e.click()",
    ],
    ['markup with a handler', "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.__ran=1>')"],
    ['eval', "(0, eval)('window.__ran = 1')"],
    ['a function from text', "new Function('window.__ran = 1')()"],
    ['a timer from text', "setTimeout('window.__ran = 1')"],
    [
      'a script from data:',
      "const e = document.createElement('script'); e.src = 'data:text/javascript,window.__ran=1'; document.body.append(e)",
    ],
    [
      'a script from blob:',
      "const e = document.createElement('script'); e.src = URL.createObjectURL(new Blob(['window.__ran=1'])); document.body.append(e)",
    ],
    [
      'a javascript: address',
      "const e = document.createElement('a'); e.href = 'javascript:window.__ran=1'; document.body.append(e); e.click()",
    ],
    [
      'a worker',
      "const w = new Worker('/trusted-types.js'); w.onerror = (e) => { if (e instanceof ErrorEvent) window.__ran = 1 }",
    ],
    [
      'a frame',
      "const e = document.createElement('iframe'); e.onload = () => { try { if (e.contentDocument === null) return } catch { return } window.__ran = 1 }; e.src = '/'; document.body.append(e)",
    ],
  ];

  // The attacks are real ones: on a page without the policy they run.
  test('is what stops them', async () => {
    const bare = await openBarePage(launched.app);
    for (const [name, code] of blocked.slice(0, 8)) {
      expect(await runsIn(bare, code), name).toBe(true);
    }
    await bare.close();
  });

  for (const [name, code] of blocked) {
    test(`stops ${name}`, async () => {
      expect(await runsIn(launched.page, code)).toBe(false);
    });
  }

  const sinks: readonly (readonly [string, string])[] = [
    ['markup through innerHTML', "document.createElement('p').innerHTML = '<b>x</b>'; window.__ran = 1"],
    [
      'markup through insertAdjacentHTML',
      "document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); window.__ran = 1",
    ],
    ['markup through DOMParser', "new DOMParser().parseFromString('<b>x</b>', 'text/html'); window.__ran = 1"],
    ['the address of a script', "document.createElement('script').src = '/trusted-types.js'; window.__ran = 1"],
    ['the text of a script', "document.createElement('script').textContent = '1'; window.__ran = 1"],
    ['a policy of its own', "trustedTypes.createPolicy('mine', { createHTML: (text) => text }); window.__ran = 1"],
    [
      'a second default policy',
      "trustedTypes.createPolicy('default', { createHTML: (text) => text }); window.__ran = 1",
    ],
  ];
  for (const [name, code] of sinks) {
    test(`Trusted Types refuse ${name}`, async () => {
      expect(await runsIn(launched.page, code)).toBe(false);
    });
  }

  test('Trusted Types let the text of a style sheet through', async () => {
    expect(
      await runsIn(
        launched.page,
        "document.createElement('style').innerHTML = 'a > b { color: red }'; window.__ran = 1",
      ),
    ).toBe(true);
  });

  test('lets only a style with the nonce of this load through', async () => {
    const applied = await launched.page.evaluate(() => {
      const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
      const colourWith = (given: string): string => {
        const style = document.createElement('style');
        style.setAttribute('nonce', given);
        style.textContent = 'html { outline-color: rgb(1, 2, 3) }';
        document.head.append(style);
        const colour = getComputedStyle(document.documentElement).outlineColor;
        style.remove();
        return colour;
      };
      return { none: colourWith(''), wrong: colourWith('AAAA'), right: colourWith(nonce), nonce };
    });
    expect(applied.right).toBe('rgb(1, 2, 3)');
    expect(applied.none).not.toBe('rgb(1, 2, 3)');
    expect(applied.wrong).not.toBe('rgb(1, 2, 3)');
    expect(applied.nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});
