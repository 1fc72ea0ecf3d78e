import { parseArgs } from 'node:util';
import { packageApp } from './package.mjs';
import { outFolder } from './paths.mjs';
import { bin, run } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, ensureVirtualDisplay } from './runtime/system.mjs';

/**
 * The packaged program, frame by frame.
 *
 * @param {'window' | 'chart'} contest a day's work, or charts of several sizes
 * @param {readonly string[]} args after the contest's name
 */
export async function benchWindow(contest, args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visits: { type: 'string', default: '1000000' },
      people: { type: 'string', default: '500,2000,10000' },
    },
  });
  await ensureLibraries((await resolveRuntime()).executable);
  await packageApp('test');
  await ensureVirtualDisplay();
  const env = {
    SINERGI_BENCH_VISITS: values.visits,
    SINERGI_BENCH_PEOPLE: values.people,
    SINERGI_BENCH_OUT: outFolder,
  };
  return run(bin('playwright'), ['test', '-c', 'tests/bench/window', `${contest}-bench.ts`], { env });
}
