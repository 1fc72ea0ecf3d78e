import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAddresses, readAddress } from '../../../shared/analysis/identity/address.ts';
import { editDistance } from '../../../shared/analysis/identity/edit-distance.ts';
import { compareNames, namesConflict } from '../../../shared/analysis/identity/name-comparison.ts';
import { nameWords, waysOfNaming } from '../../../shared/analysis/identity/name-words.ts';
import { compareNationalIds } from '../../../shared/analysis/identity/national-id-comparison.ts';

const hows = (a: string, b: string): string[] =>
  compareNames(nameWords(a), nameWords(b)).agreeing.map(({ how }) => how);
const conflict = (a: string, b: string): boolean => namesConflict(compareNames(nameWords(a), nameWords(b)));

describe('names as registers write them', () => {
  it.each([
    ['Soeharti Wahjoeni', 'Suharti Wahyuni'],
    ['Djoemadi', 'Jumadi'],
    ['Tjahjo Achmad', 'Cahyo Ahmad'],
    ['Chusnul Chotimah', 'Husnul Khotimah'],
    ['Moh. Zaenal', 'Muhammad Jainal'],
    ['Mochamad Taufiq', 'Muhamad Topik'],
    ['Abdul Rahman', 'Abdurrahman'],
    ['Nur Hayati', 'Nurhayati'],
    ['Rizky Noer', 'Risqi Nur'],
    ['H. Ahmad bin Jusuf, S.H.', 'AHMAD YUSUF'],
  ])('%s and %s are one name', (a, b) => {
    expect(conflict(a, b)).toBe(false);
    expect(hows(a, b).every((how) => how === 'same' || how === 'spelling')).toBe(true);
    expect(hows(a, b).length).toBeGreaterThan(0);
  });

  it('lets initials stand for words and slips for letters', () => {
    expect(hows('Dewi S.', 'Dewi Susanto')).toEqual(['same', 'initial']);
    expect(hows('Puspiat Sari', 'Puspita Sari')).toEqual(['same', 'typing']);
  });

  it('tells apart who has a word of their own each', () => {
    expect(conflict('Siti Aminah', 'Siti Rahayu')).toBe(true);
    expect(conflict('Siti', 'Siti Rahayu')).toBe(false);
  });

  it('makes nothing of a nickname beside a whole name', () => {
    expect(waysOfNaming(['Hadi Sutrisno @ Botak']).map((words) => words.length)).toEqual([2]);
    expect(waysOfNaming(['Botak']).length).toBe(1);
  });

  it('says the same of a pair from either side', () => {
    const name = fc.array(fc.string({ unit: fc.constantFrom(...'abdeiknrsy'.split('')), minLength: 1, maxLength: 7 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [nameWords(one.join(' ')), nameWords(other.join(' '))];
        const [there, back] = [compareNames(a, b), compareNames(b, a)];
        expect(there.agreeing.length).toBe(back.agreeing.length);
        expect(namesConflict(there)).toBe(namesConflict(back));
      }),
    );
  });
});

describe('typing errors', () => {
  it('are counted as a plain table would', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'.split('')), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(plainDistance(a, b), most + 1));
      }),
    );
  });
});

function plainDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 99;
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(row - 2, column - 2) + 1);
      const line = rows[row];
      if (line !== undefined) line[column] = cost;
    }
  return at(a.length, b.length);
}

describe('NIK', () => {
  it.each([
    ['3171044903621839', '3171044903621839', 'same'],
    ['3171044903621839', '3171144903621839', 'digit'],
    ['3171044903621839', '317104490362183', 'digit'],
    ['3171044903621839', '31710449036218399', 'digit'],
    ['3171044903621839', '3171044903621838', 'serial'],
    ['3171044903621839', '3275044903629999', 'birth'],
    ['3171044903621839', '3275011203809999', 'different'],
  ])('%s and %s: %s', (a, b, agreement) => expect(compareNationalIds(a, b)).toBe(agreement));
});

describe('addresses', () => {
  const compared = (a: string, b: string): string => compareAddresses(readAddress(a), readAddress(b));
  it('are the same however they are abbreviated', () => {
    expect(
      compared('Jl. Melati II No. 82 RT 010/RW 003 Pondok Bambu', 'Jalan Melati 2 82 RT. 10 RW. 3 PONDOK BAMBU'),
    ).toBe('same');
    expect(
      compared('Jl. Melati II No. 82 RT 010/RW 003 Pondok Bambu', 'Jl. Melti II No. 82 RT 010/RW 003 Pondok Bambu'),
    ).toBe('similar');
  });
  it('differ by the number of the house', () => {
    expect(compared('Jl. Melati No. 82 Klender', 'Jl. Melati No. 28 Klender')).toBe('different');
  });
});
