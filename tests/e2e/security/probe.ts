import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ElectronApplication, Frame, Page } from '@playwright/test';
import { z } from 'zod';

const lineSchema = z.object({
  event: z.string(),
  kind: z.string().optional(),
  reason: z.string().optional(),
  scheme: z.string().optional(),
  permission: z.string().optional(),
});
export type LogLine = z.infer<typeof lineSchema>;

/** What the guards have written about their refusals: tells which of several guards it was that held. */
export async function readLog(userData: string): Promise<readonly LogLine[]> {
  const text = await readFile(join(userData, 'sinergi.log'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** Calls the bridge past its types, as an attacker would; a refused sender reads as `rejected …`. */
export function callBridge(target: Page | Frame, name: unknown, input: unknown): Promise<unknown> {
  const written = [name, input].map((value) => (value === undefined ? 'undefined' : JSON.stringify(value)));
  return target.evaluate<unknown>(
    `window.sinergi.call(${written.join(', ')}).catch((error) => 'rejected ' + error.message)`,
  );
}

export interface BarePageOptions {
  readonly preload?: boolean;
  readonly webviewTag?: boolean;
  readonly subFrames?: boolean;
  /** Answer every address but the first with a redirect to this one. */
  readonly redirectTo?: string;
}

/**
 * A page of the app's own origin in a session of its own, without our headers and outside the trusted windows: what an
 * attacker would have who got past the content security policy. The guards that hold here hold by themselves.
 */
export async function openBarePage(app: ElectronApplication, options: BarePageOptions = {}): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ app: main, BrowserWindow, session }, wanted) => {
    const bare = session.fromPartition(`bare-${Date.now()}-${process.hrtime()[1]}`);
    bare.protocol.handle('app', (request) => {
      if (wanted.redirectTo !== undefined && !request.url.endsWith('/bare')) {
        return new Response(null, { status: 302, headers: { location: wanted.redirectTo } });
      }
      return new Response('<!doctype html><title>bare</title><body></body>', {
        headers: { 'content-type': 'text/html' },
      });
    });
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: bare,
        webviewTag: wanted.webviewTag === true,
        nodeIntegrationInSubFrames: wanted.subFrames === true,
        ...(wanted.preload === true ? { preload: `${main.getAppPath()}/dist/electron/preload.cjs` } : {}),
      },
    });
    await window.loadURL('app://bundle/bare');
  }, options);
  const page = await opened;
  await page.waitForLoadState('load');
  return page;
}

export interface Listener {
  readonly port: number;
  /** Connections that arrived, whatever they said. */
  connections(): number;
  close(): Promise<void>;
}

/** A server on loopback that nothing of the app may ever reach. */
export async function listen(): Promise<Listener> {
  let connections = 0;
  const server = createServer((_request, response) => response.end('reached'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
