import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseRecord } from './json.mjs';
import { cacheFolder, root } from './paths.mjs';
import { capture, isRoot } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, withDisplay } from './runtime/system.mjs';

/** @typedef {{ contestant: string, bytes: number, pages: number, seconds: number, peak: number }} Line */

const sizes = [100, 1000];
const fonts = join(root, 'node_modules/@ibm/plex-sans/fonts/complete/woff');

/**
 * A case file as Sinergi sets it, as pdfmake does, and as Chromium prints a page with the same words; each in a process
 * of its own.
 *
 * @param {string} bench folder of the built bench
 */
export async function benchDocuments(bench) {
  const electron = await printer(bench);
  return withDisplay(async (env) => {
    console.log('| about pages | contestant | pages | time | pages/s | most memory | bytes |');
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    for (const size of sizes)
      for (const contestant of ['sinergi', 'pdfmake', 'chromium']) {
        const line = contestant === 'chromium' ? printed(bench, electron, size, env) : written(bench, contestant, size);
        console.log(rowOf(size, contestant, line));
      }
    return 0;
  });
}

/**
 * @param {string} bench
 * @param {string} contestant
 * @param {number} size
 */
const written = (bench, contestant, size) =>
  answer(capture(process.execPath, [join(bench, 'bench.cjs'), 'document', contestant, String(size), fonts]));

/**
 * @param {string} bench
 * @param {string} executable
 * @param {number} size
 * @param {NodeJS.ProcessEnv} env
 */
function printed(bench, executable, size, env) {
  const html = capture(process.execPath, [join(bench, 'bench.cjs'), 'document', 'html', String(size), fonts]).stdout;
  const page = join(bench, 'page.html');
  writeFileSync(page, html);
  const args = isRoot ? ['--no-sandbox'] : [];
  return answer(capture(executable, args, { env: { ...process.env, ...env, SINERGI_BENCH_PAGE: page } }));
}

/** @param {{ stdout: string, stderr: string }} result @returns {Omit<Line, 'contestant'>} */
function answer({ stdout, stderr }) {
  const line = stdout.split('\n').findLast((text) => text.startsWith('{'));
  if (line === undefined) throw new Error(stderr);
  const { bytes, pages, seconds, peak } = parseRecord(line);
  return { bytes: Number(bytes), pages: Number(pages), seconds: Number(seconds), peak: Number(peak) };
}

/**
 * @param {number} size
 * @param {string} contestant
 * @param {Omit<Line, 'contestant'>} line
 */
const rowOf = (size, contestant, { bytes, pages, seconds, peak }) =>
  `| ${size} | ${contestant} | ${pages} | ${seconds.toFixed(1)} s | ${(pages / seconds).toFixed(0)} | ${(peak / 2 ** 20).toFixed(0)} MiB | ${bytes} |`;

/** An Electron of its own whose app is the printing page. @param {string} bench */
async function printer(bench) {
  const runtime = await resolveRuntime();
  await ensureLibraries(runtime.executable);
  const folder = join(cacheFolder, `${basename(runtime.folder)}-printing`);
  const executable = join(folder, basename(runtime.executable));
  if (!existsSync(executable)) cpSync(runtime.folder, folder, { recursive: true });
  const app = join(folder, 'resources/app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  cpSync(join(bench, 'print.cjs'), join(app, 'print.cjs'));
  writeFileSync(join(app, 'package.json'), '{ "main": "print.cjs" }\n');
  return executable;
}
