import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvRecords } from '../../../electron/services/importing/csv-records.ts';
import { textDecoding, Utf8Check } from '../../../electron/services/importing/text-encoding.ts';

function recordsOf(pieces: readonly string[], width: number | null = null): string[][] {
  const rows: string[][] = [];
  const records = new CsvRecords(';', (cells) => rows.push(cells));
  records.width = width;
  for (const piece of pieces) records.push(piece);
  records.end();
  return rows;
}

/** Cut at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const sorted = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

/** Cells may hold anything; only line breaks and delimiters in one cell could be rows as well. */
const cell = fc.oneof(fc.stringMatching(/^[a-z0-9 ;",.]{0,12}$/), fc.stringMatching(/^[a-z0-9 "\n,.]{0,12}$/));
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });

describe('a CSV file that comes in pieces', () => {
  it('gives the same records wherever it is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.nat(500), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, places, newline) => {
          const text = Papa.unparse(rows, { delimiter: ';', newline });
          expect(recordsOf(cut(text, places), 3)).toEqual(rows);
        },
      ),
    );
  });

  it('loses no line to a quotation mark that nobody closes', () => {
    const lines = Array.from({ length: 50 }, (_, number) => `${number};"Budi;x`);
    const text = ['0;a;b', ...lines, '99;c;d'].join('\n');
    const rows = recordsOf([text], 3);
    expect(rows).toHaveLength(52);
    expect(rows[1]).toEqual(['0', '"Budi', 'x']);
    expect(rows.at(-1)).toEqual(['99', 'c', 'd']);
  });

  it('loses no line to quotation marks that close far below', () => {
    const text = '1;"Budi;x\n2;Siti;y\n3;Ani";z\n4;"Eko; Jr";w\n';
    expect(recordsOf([text], 3)).toEqual([
      ['1', '"Budi', 'x'],
      ['2', 'Siti', 'y'],
      ['3', 'Ani"', 'z'],
      ['4', 'Eko; Jr', 'w'],
    ]);
  });

  it('does not gather a large file behind one quotation mark', () => {
    const line = '12;Nama Orang;catatan\n';
    const piece = line.repeat(3000);
    const rows = recordsOf([`1;"Budi;x\n`, ...Array.from({ length: 20 }, () => piece)], 3);
    expect(rows).toHaveLength(60_001);
  });

  it('keeps a line break inside a quoted address', () => {
    expect(recordsOf(['1;"Jl. Contoh 1\r\nRT 02";x\r\n'], 3)).toEqual([['1', 'Jl. Contoh 1\nRT 02', 'x']]);
  });
});

describe('text in several encodings', () => {
  it('is told to be UTF-8 wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, place) => {
        const bytes = Buffer.from(text);
        const check = new Utf8Check();
        const at = place % (bytes.length + 1);
        check.push(bytes.subarray(0, at));
        check.push(bytes.subarray(at));
        expect(check.end()).toBe(true);
      }),
    );
  });

  it('is told not to be UTF-8', () => {
    for (const bytes of [[0x52, 0xe9, 0x6e], [0xe9], [0x80, 0x41], [0xf0, 0x9f, 0x98]]) {
      const check = new Utf8Check();
      check.push(Buffer.from(bytes));
      expect(check.end()).toBe(false);
    }
  });

  it('is read in Windows-1252 with its quotation marks and its euro', () => {
    expect(textDecoding('Windows-1252').write(Buffer.from([0x52, 0xe9, 0x93, 0x80, 0x94]))).toBe('Ré“€”');
  });

  it.each(['UTF-16LE', 'UTF-16BE'] as const)('is read in %s, cut anywhere', (encoding) => {
    const bytes = Buffer.from('\uFEFFRené;Ω', 'utf16le');
    if (encoding === 'UTF-16BE') bytes.swap16();
    for (let at = 0; at <= bytes.length; at += 1) {
      const decoding = textDecoding(encoding);
      const text = decoding.write(bytes.subarray(0, at)) + decoding.write(bytes.subarray(at)) + decoding.end();
      expect(text).toBe('René;Ω');
    }
  });
});
