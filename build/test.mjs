import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fuseFaults } from './fuses.mjs';
import { parseRecord, recordOf } from './json.mjs';
import { packageApp, packagedExecutable } from './package.mjs';
import { distFolder, outFolder } from './paths.mjs';
import { bin, run } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { ensureLibraries, ensureVirtualDisplay } from './runtime/system.mjs';
import { bundle } from './bundle.mjs';

/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Outcome */

const results = join(outFolder, 'results');

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number }>} work
 * @returns {Promise<Outcome>}
 */
async function step(name, work) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  try {
    return { name, ...(await work()), seconds: (Date.now() - start) / 1000 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { name, passed: 0, failed: 1, seconds: (Date.now() - start) / 1000 };
  }
}

/** @param {boolean} good */
const one = (good) => (good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} script */
const npm = (script) => async () => one((await run('npm', ['run', '--silent', script])) === 0);

/** @param {string} file */
async function readReport(file) {
  return existsSync(file) ? parseRecord(await readFile(file, 'utf8')) : {};
}

/**
 * A run that ends badly without a failed test of its own (nothing found, no report) counts as one failure.
 *
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 */
const counted = (passed, failed, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/** @param {'unit' | 'integration'} project */
const vitest = (project) => async () => {
  const file = join(results, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest'), args);
  const report = await readReport(file);
  return counted(Number(report['numPassedTests'] ?? 0), Number(report['numFailedTests'] ?? 0), code);
};

async function playwright() {
  const file = join(results, 'e2e.json');
  await ensureVirtualDisplay();
  const code = await run(bin('playwright'), ['test', '-c', 'tests/e2e'], { env: { SINERGI_E2E_RESULTS: file } });
  const stats = recordOf((await readReport(file))['stats']);
  const flaky = Number(stats['flaky'] ?? 0);
  if (flaky > 0) console.log(`${flaky} passed only when tried again; their names and errors stand above.`);
  return counted(Number(stats['expected'] ?? 0) + flaky, Number(stats['unexpected'] ?? 0), code);
}

/** @param {import('./package.mjs').PackagedFlavour} flavour */
const packaged = (flavour) => async () => {
  await packageApp(flavour, join(distFolder, 'renderer'));
  return one((await fuseFaults(packagedExecutable(flavour), flavour)).length === 0);
};

async function main() {
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  /** @type {[string, () => Promise<{ passed: number, failed: number }>][]} */
  const steps = [
    ['format', npm('format')],
    ['lint', npm('lint')],
    ['types', npm('types')],
    ['unused', npm('unused')],
    ['build', async () => one((await bundle({ flavour: 'development' }), true))],
    ['unit', vitest('unit')],
    ['integration', vitest('integration')],
    [
      'runtime',
      async () => {
        const runtime = await resolveRuntime();
        console.log(runtime.why);
        await ensureLibraries(runtime.executable);
        return one(true);
      },
    ],
    ['package and fuses (test build)', packaged('test')],
    ['package and fuses (release)', packaged('release')],
    ['end to end', playwright],
  ];
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const [name, work] of steps) outcomes.push(await step(name, work));

  console.log('\n== summary');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
    );
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

// Libraries used on the way leave an exit code of their own behind; this one counts.
process.exit(await main());
