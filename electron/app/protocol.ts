import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';
import { newNonce, securityHeaders } from '../security/headers.ts';
import { appScheme, isOwnAddress } from './origin.ts';

const noncePlaceholder = '__CSP_NONCE__';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

interface Entry {
  readonly file: string;
  readonly type: string;
}

/** Path of an address → file: what is not in it does not exist, so no path is ever put together from an address. */
export type Manifest = ReadonlyMap<string, Entry>;

export function readManifest(folder: string): Manifest {
  const manifest = new Map<string, Entry>();
  const visit = (part: string): void => {
    for (const item of readdirSync(join(folder, part), { withFileTypes: true })) {
      const path = `${part}/${item.name}`;
      const type = types[extname(item.name)];
      if (item.isDirectory()) visit(path);
      else if (type !== undefined) manifest.set(path, { file: join(folder, path), type });
    }
  };
  visit('');
  const index = manifest.get('/index.html');
  if (index !== undefined) manifest.set('/', index);
  return manifest;
}

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders(newNonce()) });

export async function answer(manifest: Manifest, request: { url: string; method: string }): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  if (!isOwnAddress(request.url)) return refuse(404);
  const entry = manifest.get(new URL(request.url).pathname);
  if (entry === undefined) return refuse(404);
  const nonce = newNonce();
  const bytes = await readFile(entry.file);
  const body = entry.type.startsWith('text/html') ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : bytes;
  return new Response(body, { headers: { ...securityHeaders(nonce), 'Content-Type': entry.type } });
}

/** Has to run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
}

export function serveApp(session: Session, manifest: Manifest): void {
  session.protocol.handle(appScheme, (request) => answer(manifest, request));
}
