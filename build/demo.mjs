import { join } from 'node:path';
import { outFolder, root } from './paths.mjs';
import { run, runMain } from './run.mjs';

// The main job without a window: a vault and a case file as PDF, left in out/demo.
await runMain(() =>
  run(process.execPath, [
    join(root, 'build/cli.mjs'),
    'demo',
    '--out',
    join(outFolder, 'demo'),
    ...process.argv.slice(2),
  ]),
);
