import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Benches, not tests: as long as they take. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*-bench.ts',
  outputDir: resolve(import.meta.dirname, '../../../test-results/bench'),
  workers: 1,
  timeout: 3_600_000,
  expect: { timeout: 1_800_000 },
  reporter: 'list',
});
