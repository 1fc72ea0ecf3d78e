import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder, unpackedExecutable } from './package.mjs';
import { outFolder } from './paths.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

const main = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`;
const page = '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Bare</h1>\n';

/** The least that Electron can be: one window with one word, packaged as the program is. For the bench alone. */
export async function packageBareApp() {
  const output = join(outFolder, 'bare');
  const app = join(output, 'app');
  await rm(output, { recursive: true, force: true });
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'main.cjs'), main);
  await writeFile(join(app, 'index.html'), page);
  const manifest = {
    name: 'bare',
    version: '0.0.0',
    description: 'Bare',
    author: 'Sinergi maintainers',
    main: 'main.cjs',
  };
  await writeFile(join(app, 'package.json'), `${JSON.stringify(manifest)}\n`);
  await packageFolder({ app, output, flavour: 'test', runtime: await resolveRuntime() });
  return unpackedExecutable(output);
}
