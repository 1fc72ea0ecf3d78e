import { describe, expect, it } from 'vitest';
import { isMisspelling } from '../../../shared/domain/person-name.ts';
import { bareName, nameFault } from '../../../shared/domain/written-name.ts';

describe('a cell that should name a visitor', () => {
  it.each([
    'Siti Aminah',
    'SITI',
    'Siti Aminah, S.H., M.H.',
    'Siti Aminah, Amd.Keb',
    'Siti Aminah, SKM',
    'Siti Aminah, S Farm, Apt',
    'Hj. Siti (ibu)',
    'Siti als Ani',
    'Anak Agung Gede',
    'Ibu Ani',
    'Ani + 2 anak',
    'Budi dan keluarga',
    '1. Siti',
    'Dandan Sumirat',
    'Xena',
    'Ida',
  ])('«%s» names one', (written) => expect(nameFault(written)).toBeNull());

  it.each([
    'Siti / Ani / Budi',
    'Siti, Ani, Budi',
    'Siti dan Ani',
    'Siti & Ani',
    'Siti+Ani',
    'Siti; Ani',
    'Siti\nAni',
    '1. Siti 2. Ani',
    'Siti Aminah, Budi Santoso',
  ])('«%s» names several', (written) => expect(nameFault(written)).toBe('several'));

  it.each(['', '-', '???', '123', 'xxx', 'NN', 'N.N.', 'sda', 'S.d.a', 'idem', 'tidak ada', 'Ny. X', 'anak', 'Istri'])(
    '«%s» names nobody',
    (written) => expect(nameFault(written)).toBe('missing'),
  );

  it.each(['=HYPERLINK("http://contoh";"Siti")', '@SUM(A1)', '+SUM(A1)', '#N/A', '#REF!'])(
    '«%s» is a spreadsheet’s formula or error',
    (written) => expect(nameFault(written)).toBe('unreadable'),
  );

  it('is read without its number and without companions who are only counted', () => {
    expect(['1. Siti', 'Ani + 2 anak', 'Budi dan keluarga', 'Danu Serta'].map(bareName)).toEqual([
      'Siti',
      'Ani',
      'Budi',
      'Danu Serta',
    ]);
  });
});

describe('two words of names', () => {
  it.each([
    ['rudi', 'ruid', true],
    ['missal', 'misal', true],
    ['fajar', 'fajaar', true],
    ['hermansyah', 'hermasnyahh', true],
    ['rudi', 'budi', true],
    ['adi', 'edi', false],
    ['rudi', 'ridwan', false],
    ['santoso', 'hartono', false],
  ])('%s and %s may be one misspelled: %s', (a, b, expected) => {
    expect(isMisspelling(a, b)).toBe(expected);
    expect(isMisspelling(b, a)).toBe(expected);
  });
});
