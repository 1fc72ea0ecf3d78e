import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextIndex, fieldBreak } from '../../../electron/services/search/text-index.ts';
import { exactText, holdsPassage, parseSearch } from '../../../shared/domain/search-query.ts';

const people = {
  sastro: { names: `Sastro Rekaan${fieldBreak}Sas Kecil`, numbers: '3175012304900001 | +6281234567890 | 081234567890' },
  mohamad: { names: 'Moehammad Djoko Contoh', numbers: '' },
  wulan: { names: 'Wulan Ayu Contoh', numbers: '3175016512910002' },
};

function indexOf(records: Readonly<Record<string, { names: string; numbers: string }>>) {
  const index = createTextIndex({ names: 2, numbers: 1 });
  const update = (now: typeof records): void =>
    index.update(Object.entries(now).map(([id, texts]) => ({ id, state: JSON.stringify(texts), texts: () => texts })));
  update(records);
  return { update, find: (text: string) => index.find(text).map(({ id }) => id) };
}

describe('searching', () => {
  const { find } = indexOf(people);

  test('forgives typing errors, old spellings and half-typed words', () => {
    expect(find('sasto rekan')).toEqual(['sastro']);
    expect(find('muhamad joko')).toEqual(['mohamad']);
    expect(find('wul')).toEqual(['wulan']);
  });

  test('takes a number however its digits are grouped', () => {
    for (const typed of ['0812-3456-7890', '0812 3456 7890', '+62 812 3456 7890', '317501 230490 0001'])
      expect(find(typed)).toEqual(['sastro']);
  });

  test('finds in quotes only what stands there so, letter by letter', () => {
    expect(find('"ayu contoh"')).toEqual(['wulan']);
    expect(find('"ayu conto"')).toEqual([]);
    expect(find('“Djoko”')).toEqual(['mohamad']);
    expect(find('"Joko"')).toEqual([]);
    expect(find('"rekaan sas"')).toEqual([]);
    expect(find('contoh "djoko"')).toEqual(['mohamad']);
  });

  test('takes a single letter for the beginning of a word', () => {
    expect(find('w')).toEqual(['wulan']);
    expect(find('c')).toEqual(['mohamad', 'wulan']);
    expect(find('dj')).toEqual(['mohamad']);
    expect(find('contoh a')).toEqual(['wulan']);
    expect(find('contoh a j')).toEqual([]);
    expect(find('x')).toEqual([]);
    expect(find('w "ayu contoh"')).toEqual(['wulan']);
  });

  test('offers the nearest when one word of several fits nobody', () => {
    expect(find('wulan ayu zzzzz')).toEqual(['wulan']);
    expect(find('zzzzz qqqqq wulan')).toEqual([]);
  });

  test('follows what changes and forgets what goes', () => {
    const { update, find: look } = indexOf(people);
    update({ wulan: { names: 'Bagas Contoh', numbers: '' } });
    expect(look('wulan')).toEqual([]);
    expect(look('bagas')).toEqual(['wulan']);
    expect(look('sastro')).toEqual([]);
  });

  test('nothing typed finds nothing, whatever the signs', () => {
    for (const typed of ['', '  ', '"', '""', '- / .']) expect(find(typed)).toEqual([]);
  });
});

test('a quotation mark that is still open is read as loose words', () => {
  expect(parseSearch('"sastro rek')).toEqual({ words: '"sastro rek', exact: [] });
});

test('two numbers beside each other stay two', () => {
  expect(parseSearch('3175012304900001 081234567890').words).toBe('3175012304900001 081234567890');
});

test('every run of whole words of a text is found in it as a passage', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '7', '-'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (words, a, b) => {
      const from = a % words.length;
      const passage = words.slice(from, from + 1 + (b % (words.length - from))).join(' ');
      expect(holdsPassage(exactText(words.join(' ')), exactText(passage))).toBe(true);
    }),
  );
});
