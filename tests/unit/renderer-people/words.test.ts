import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../../shared/i18n/messages.ts';

const root = join(import.meta.dirname, '../../../renderer/features');

/** Keys written out in full in the sources of a feature; those put together from a code cannot be seen here. */
function keysOf(feature: string): { namespace: string; key: string; file: string }[] {
  const files = readdirSync(join(root, feature), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, feature, file), 'utf8');
      const own = /useTranslation\('(\w+)'\)|TFunction<'(\w+)'>/.exec(text);
      const fallback = own?.[1] ?? own?.[2] ?? 'common';
      return [...text.matchAll(/\bt\('([^'$]+)'/g)].map(([, written = '']) => {
        const [namespace, key] = written.includes(':') ? written.split(':') : [fallback, written];
        return { namespace: namespace ?? '', key: key ?? '', file };
      });
    });
}

function lookUp(tree: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return tree;
  if (typeof tree !== 'object' || tree === null) return undefined;
  return lookUp(Object.entries(tree).find(([name]) => name === first)?.[1], rest);
}

test.each(['people', 'cases', 'chart'])('every word %s shows exists in both languages', (feature) => {
  const missing = keysOf(feature).flatMap(({ namespace, key, file }) =>
    (['id', 'en'] as const)
      .filter((language) => typeof lookUp(messages[language], [namespace, ...key.split('.')]) !== 'string')
      .map((language) => `${language} ${namespace}:${key} (${file})`),
  );
  expect(missing).toEqual([]);
});
