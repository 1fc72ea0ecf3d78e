import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chapterOf, findChapters, findTerms, glossary, handbook } from '../../shared/help/help.ts';
import { messages } from '../../shared/i18n/messages.ts';

const areasInSource = [
  ...readFileSync(resolve(import.meta.dirname, '../../renderer/app/areas.ts'), 'utf8').matchAll(/key: '([a-z]+)'/g),
].map(([, key]) => key ?? '');

/** Every visible text with its key, the same keys in both languages. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}
const texts = { id: new Map(textsOf(messages.id)), en: new Map(textsOf(messages.en)) };
const has = (text: string, words: string): boolean =>
  new RegExp(`(?<!\\p{L})${words.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}`, 'iu').test(
    text.replaceAll(/\{\{[^}]*\}\}/g, ''),
  );

describe('the handbook', () => {
  it('explains every area of the program', () => {
    expect(areasInSource.length).toBeGreaterThan(12);
    const explained = handbook.flatMap(({ areas }) => areas);
    expect(areasInSource.filter((area) => !explained.includes(area))).toEqual([]);
    for (const area of areasInSource) expect(chapterOf(area)?.areas).toContain(area);
  });

  it('has no chapter twice, no way that leads nowhere, and says as much in both languages', () => {
    const ids = handbook.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(15);
    expect(handbook.flatMap(({ related }) => related).filter((id) => !ids.includes(id))).toEqual([]);
    for (const { id, body } of handbook) expect([id, body.id.length]).toEqual([id, body.en.length]);
  });

  it('is found by its words, in any order and case, titles first', () => {
    expect(findChapters('en', 'COPY sealed').map(({ id }) => id)).toContain('backup');
    expect(findChapters('id', 'bagan')[0]?.id).toBe('chart');
    expect(findChapters('en', 'xyzzy')).toEqual([]);
    expect(findChapters('id', ' ')).toEqual(handbook);
  });
});

describe('the glossary', () => {
  it('has at least eighty terms, none twice, found in either language', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(80);
    for (const language of ['id', 'en'] as const)
      expect(new Set(glossary.map(({ term }) => term[language])).size).toBe(glossary.length);
    expect(findTerms('en', 'rantai')[0]?.term.en).toBe('chain of custody');
    expect(findTerms('id', 'watch list')[0]?.term.id).toBe('daftar pantau');
  });

  it('is what the texts of the program keep to: a term stands beside its pair', () => {
    const apart = glossary
      .filter(({ held }) => held === true)
      .flatMap(({ term }) =>
        [...texts.en].flatMap(([key, english]) => {
          const indonesian = texts.id.get(key);
          return indonesian === undefined || !has(english, term.en) || has(indonesian, term.id)
            ? []
            : [`${key}: ${english} | ${indonesian}`];
        }),
      );
    expect(apart.filter((line) => !exceptions.some((key) => line.startsWith(`${key}:`)))).toEqual([]);
  });

  it('and no text uses a word that is not to be used', () => {
    const used = glossary.flatMap(({ avoid }) =>
      (['id', 'en'] as const).flatMap((language) =>
        (avoid?.[language] ?? []).flatMap((word) =>
          [...texts[language]].filter(([, text]) => has(text, word)).map(([key]) => `${language} ${key}: ${word}`),
        ),
      ),
    );
    expect(used).toEqual([]);
  });
});

/** Where Indonesian says it without the word. */
const exceptions: readonly string[] = ['casework.fact.legend', 'document.hypotheses.legend'];
