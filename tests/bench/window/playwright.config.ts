import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/** A bench, not a test: one program, one day's work, as long as it takes. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: 'window-bench.ts',
  outputDir: resolve(import.meta.dirname, '../../../test-results/bench'),
  workers: 1,
  timeout: 3_600_000,
  expect: { timeout: 1_800_000 },
  reporter: 'list',
});
