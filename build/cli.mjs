import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, root } from './paths.mjs';
import { bin, capture, PlainError, run, runMain } from './run.mjs';

const program = join(distFolder, 'electron/cli.cjs');
const sources = ['electron', 'shared', 'vite.config.ts', 'package-lock.json'];

/** @param {string} path @param {number} time @returns {boolean} */
function newerThan(path, time) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  // A folder's own time changes when a file in it goes.
  if (stat.mtimeMs > time) return true;
  return readdirSync(path).some((name) => newerThan(join(path, name), time));
}

function build() {
  const built = capture(bin('vite'), ['build', '--mode', 'cli', '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  });
  if (built.code !== 0) throw new PlainError(`Building the command line failed:\n${built.stdout}${built.stderr}`);
}

await runMain(async () => {
  const time = existsSync(program) ? statSync(program).mtimeMs : 0;
  if (sources.some((source) => newerThan(join(root, source), time))) build();
  // The folder of the caller, not ours: paths on the command line are relative to it.
  return run(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    signals: ['SIGINT', 'SIGTERM', 'SIGHUP'],
  });
});
