import { benchImport } from './import.ts';

const sizes = { seed: 1, inmates: 5000, visitors: 50_000, visits: 100_000 };

/** Every bench of the program, as JSON; ratios hold within one run, absolute times belong to the machine. */
async function run(): Promise<void> {
  process.stdout.write(`${JSON.stringify({ import: await benchImport(sizes) }, null, 2)}\n`);
}

void run();
