import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../../shared/domain/search-terms.ts';

describe('words as the search compares them', () => {
  it.each([
    ['Soekarno', 'Sukarno'],
    ['DJOKO', 'Joko'],
    ['Tjahjadi', 'Cahjadi'],
    ['Achmad', 'Akhmad'],
    ['Moh. Yusuf', 'Muhammad Yusuf'],
    ['José', 'jose'],
  ])('reads %s and %s alike', (old, modern) => expect(searchTerms(old)).toEqual(searchTerms(modern)));

  it('keeps numbers together however they are separated', () => {
    expect(searchTerms('0812-3456-7890')).toEqual(['081234567890']);
    expect(searchTerms('B.I 1000/2022')).toEqual(['bi', '10002022']);
  });

  it('makes nothing of nothing', () => expect(searchTerms(' .-/ ')).toEqual([]));
});
