import { parseArgs } from 'node:util';
import { packageBareApp } from './bare-app.mjs';
import { packageApp } from './package.mjs';
import { outFolder } from './paths.mjs';
import { bin, run } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, ensureVirtualDisplay } from './runtime/system.mjs';

/**
 * The packaged program, frame by frame, or beside the least that Electron can be.
 *
 * @param {'window' | 'chart' | 'start'} contest a day's work, charts of several sizes, or start, memory at rest and size
 * @param {readonly string[]} args after the contest's name
 */
export async function benchWindow(contest, args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visits: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '9' },
      people: { type: 'string', default: '500,2000,10000' },
    },
  });
  await ensureLibraries((await resolveRuntime()).executable);
  await packageApp('test');
  await ensureVirtualDisplay();
  const env = {
    SINERGI_BENCH_VISITS: values.visits,
    SINERGI_BENCH_ROUNDS: values.rounds,
    ...(contest === 'start' ? { SINERGI_BENCH_BARE: await packageBareApp() } : {}),
    SINERGI_BENCH_PEOPLE: values.people,
    SINERGI_BENCH_OUT: outFolder,
  };
  return run(bin('playwright'), ['test', '-c', 'tests/bench/window', `${contest}-bench.ts`], { env });
}
