import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { writeCaseFile } from '../../../electron/services/documents/case-file-pdf/write-case-file.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import type { Sanitisation } from '../../../shared/domain/sanitisation.ts';
import { exportLineFor, readFonts } from '../../fixtures/documents/case-content.ts';
import { conditionalWord, guardedCase, secretWords } from '../../fixtures/documents/guarded-case.ts';
import { caseId } from '../../fixtures/documents/small-vault.ts';
import { readPdf, textOf } from './read-pdf.ts';

const fonts = readFonts();
const gather = (sanitise?: Sanitisation) => gatherCase(guardedCase(), caseId, { sanitise });

/** Everything there is in a PDF: its bytes, and every stream unpacked. */
function everythingIn(pdf: Uint8Array): Buffer {
  const bytes = Buffer.from(pdf);
  const parts = [bytes];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    const end = bytes.indexOf('endstream', at);
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, end)));
    } catch {
      // One that is not packed stands in the bytes as it is.
    }
  }
  return Buffer.concat(parts);
}

/** The words that stand in a PDF anywhere: page text, outline, metadata, alternative texts, names, in any spelling of strings. */
async function found(pdf: Uint8Array, words: readonly string[]): Promise<string[]> {
  const read = await readPdf(pdf);
  const shown = [
    ...read.pages.map(textOf),
    JSON.stringify(read.outline),
    JSON.stringify(read.info),
    read.pages.map(({ roles }) => roles.join(' ')).join(' '),
  ].join(' ');
  const raw = everythingIn(pdf);
  // Strings of two bytes a letter, such as titles and alternative texts, read without their zeros.
  const all = `${shown} ${raw.toString('latin1')} ${raw.toString('latin1').replaceAll('\u0000', '')}`.toLowerCase();
  return words.filter((word) => all.includes(word.toLowerCase()));
}

describe('a sanitised case file', () => {
  test('without it, all of it would be there', async () => {
    const whole = gather();
    const { bytes } = await writeCaseFile(whole, exportLineFor(whole), fonts, () => undefined);
    // A report marked higher than its case is in no version.
    expect(await found(bytes, secretWords)).toEqual(secretWords.filter((word) => word !== 'Angsana'));
  });

  test.each(['P', 'C'] as const)(
    '%s holds none of what tells of a source, on no page and behind none',
    async (level) => {
      const content = gather(level);
      expect(caseDocumentSchema.parse(content)).toEqual(content);
      const { bytes } = await writeCaseFile(content, exportLineFor(content), fonts, () => undefined);
      expect(await found(bytes, secretWords)).toEqual([]);
      // What may be told is there: the search would find words if they stood in it.
      const expected = ['Bagaskara', 'arjuna', 'kantin', 'LI/0001', ...(level === 'C' ? [conditionalWord] : [])];
      expect(await found(bytes, [...expected, conditionalWord])).toEqual([
        ...expected,
        ...(level === 'C' ? [conditionalWord] : []),
      ]);
    },
  );

  test.each([
    ['id', 'Disamarkan, untuk pembaca tanpa syarat (P)', 'Daftar yang tidak dimuat', 'Menunjukkan asal informasi'],
    [
      'en',
      'Sanitised, for readers without conditions (P)',
      'Disclosure schedule',
      'It would tell where information comes from',
    ],
  ] as const)(
    'says so on its cover and lists what is not in it, by kind and number (%s)',
    async (language, ...said) => {
      const content = gather('P');
      const pdf = await readPdf(
        (await writeCaseFile(content, exportLineFor(content, language), fonts, () => undefined)).bytes,
      );
      const text = pdf.pages.map(textOf).join(' ');
      for (const part of said) expect(text).toContain(part);
      expect(text).not.toMatch(/\{\{|disclosure\.|cover\./);
      expect(content.disclosure).toEqual(
        expect.arrayContaining([
          { kind: 'report', reason: 'marking', count: 1 },
          { kind: 'report', reason: 'handling', count: 2 },
          { kind: 'subject', reason: 'source', count: 1 },
          { kind: 'link', reason: 'source', count: 1 },
        ]),
      );
    },
  );
});
