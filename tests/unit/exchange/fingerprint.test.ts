import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areWordsOf, fingerprintLength, fingerprintWords } from '../../../shared/domain/exchange/fingerprint.ts';
import { indonesianWords } from '../../../shared/domain/exchange/indonesian-words.ts';

const fingerprint = fc.uint8Array({ minLength: fingerprintLength, maxLength: fingerprintLength });

describe('the words of a fingerprint', () => {
  it('are those of that fingerprint alone, in either language, however they are typed', () => {
    fc.assert(
      fc.property(fingerprint, fingerprint, fc.constantFrom('id', 'en'), (one, other, language) => {
        const words = fingerprintWords(one, language);
        const isSame = Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
        expect(areWordsOf(`  ${words.toUpperCase().replaceAll(' ', ' - ')}\n`, one)).toBe(true);
        expect(areWordsOf(words, other)).toBe(isSame);
      }),
    );
  });

  it('are eleven Indonesian or eight English ones, and one less is not enough', () => {
    const bytes = Uint8Array.from({ length: fingerprintLength }, (_, place) => place * 23);
    for (const [language, count] of [
      ['id', 11],
      ['en', 8],
    ] as const) {
      const words = fingerprintWords(bytes, language).split(' ');
      expect(words).toHaveLength(count);
      expect(areWordsOf(words.slice(1).join(' '), bytes)).toBe(false);
    }
  });

  it('cannot be mistaken for each other in Indonesian', () => {
    expect(new Set(indonesianWords).size).toBe(256);
    expect(new Set(indonesianWords.map((word) => word.slice(0, 4))).size).toBe(256);
    expect(indonesianWords.every((word) => /^[a-z]{4,8}$/.test(word))).toBe(true);
  });
});
