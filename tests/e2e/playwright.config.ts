import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const results = process.env['SINERGI_E2E_RESULTS'];

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test-results/e2e'),
  // Each test starts a whole program; two at a time is what two cores carry.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // A display, a sandbox and a busy machine stand between a test and the program; a second failure is the program's.
  retries: 2,
  reporter: results === undefined ? [['list']] : [['list'], ['json', { outputFile: results }]],
});
