import { parseArgs } from 'node:util';
import { packageApp } from './package.mjs';
import { outFolder } from './paths.mjs';
import { bin, run } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, ensureVirtualDisplay } from './runtime/system.mjs';

/**
 * A day in the packaged program, frame by frame.
 *
 * @param {readonly string[]} args after the contest's name
 */
export async function benchWindow(args) {
  const { values } = parseArgs({ args: [...args], options: { visits: { type: 'string', default: '1000000' } } });
  await ensureLibraries((await resolveRuntime()).executable);
  await packageApp('test');
  await ensureVirtualDisplay();
  const env = { SINERGI_BENCH_VISITS: values.visits, SINERGI_BENCH_OUT: outFolder };
  return run(bin('playwright'), ['test', '-c', 'tests/bench/window'], { env });
}
