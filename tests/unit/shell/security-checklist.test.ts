import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** The last cell of every line of a table that names a test. */
const named = read('docs/security-checklist.md')
  .split('\n')
  .flatMap((line) => /\|\s*(tests\/\S+\.ts): (.+?)\s*\|$/.exec(line)?.slice(1, 3) ?? [])
  .reduce<[string, string][]>((pairs, text, at, all) => {
    if (at % 2 === 0) pairs.push([text, all[at + 1] ?? '']);
    return pairs;
  }, []);

describe("Electron's security checklist", () => {
  it('has all twenty items', () => {
    const numbers = [...read('docs/security-checklist.md').matchAll(/^\| (\d+) /gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(named.length).toBeGreaterThanOrEqual(20);
  });

  it.each(named)('%s has the test “%s”', (file, test) => {
    expect(existsSync(resolve(root, file))).toBe(true);
    const begins = read(file).replaceAll("\\'", "'");
    expect(begins).toContain(test);
  });

  it('every version is pinned to the digit', () => {
    const { dependencies = {}, devDependencies } = z
      .object({
        dependencies: z.record(z.string(), z.string()).optional(),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(read('package.json')));
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
