import { describe, expect, test } from 'vitest';
import { onlySections } from '../../../electron/services/documents/case-sections.ts';
import { writeCaseFile } from '../../../electron/services/documents/case-file-pdf/write-case-file.ts';
import type { CaseDocument, DocumentReport } from '../../../shared/domain/case-document.ts';
import { caseContent, exportLineFor, idOf, readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from './read-pdf.ts';

const fonts = readFonts();
const report: DocumentReport = {
  number: 'LI/0007/III/2026',
  subject: 'Kantong di dapur',
  marking: 'terbatas',
  priority: 'high',
  informationFrom: '2026-02-27',
  informationUntil: '2026-03-01',
  writtenOn: '2026-03-02',
  source: { kind: 'confidential', pseudonym: 'S-04' },
  handling: { code: 'C', action: 'A2', sanitisation: 'S1', note: 'Tanyakan dulu kepada seksi keamanan.' },
  evaluatedBy: 'Umi Penyelia',
  items: [
    { text: 'Kantong hitam diserahkan di dapur.', grade: { scheme: 'admiralty', source: 'B', information: '3' } },
    { text: 'Penerimanya bekerja pagi.', grade: { scheme: '3x5x2', source: '2', information: 'C' } },
  ],
};
const content: CaseDocument = { ...caseContent({ subjects: 12, links: 14, visits: 40 }), reports: [report] };
const read = async (document: CaseDocument, language: 'id' | 'en' = 'id') =>
  readPdf((await writeCaseFile(document, exportLineFor(document, language), fonts, () => undefined)).bytes);

describe('the parts of a case file', () => {
  test('are numbered, listed and outlined as they were chosen, in their own order', async () => {
    const pdf = await read(onlySections(content, ['about', 'links', 'subjects']));
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      'Daftar isi',
      '1 Subjek',
      '2 Daftar tautan',
      '3 Tentang dokumen ini',
    ]);
    const contents = pdf.pages[1] === undefined ? '' : textOf(pdf.pages[1]);
    expect(contents).toContain('2 Daftar tautan');
    expect(contents).not.toMatch(/Kronologi|Bagan|Kunci/);
    const all = pdf.pages.map(textOf).join(' ');
    expect(all).toContain('Subjek, Daftar tautan, Tentang dokumen ini');
    for (const left of [content.case.purpose.slice(0, 40), 'R1:', 'Kantong hitam']) expect(all).not.toContain(left);
  });

  test.each([
    ['id', ['Catatan intelijen', 'Sumber rahasia S-04', '27 Februari 2026 sampai 1 Maret 2026', 'Dinilai oleh']],
    ['en', ['Intelligence log', 'Confidential source S-04', '27 February 2026 to 1 March 2026', 'Evaluated by']],
  ] as const)('the intelligence log has items, grades and handling (%s)', async (language, said) => {
    const pdf = await read(content, language);
    const text = pdf.pages.map(textOf).join(' ');
    for (const part of [...said, 'LI/0007/III/2026', 'Kantong hitam', 'B3', 'C A2 S1', 'seksi keamanan', '3x5x2'])
      expect(text).toContain(part);
    expect(pdf.outline.map(({ title }) => title)).toContain(`8 ${said[0]}`);
    expect(text).not.toMatch(/\{\{|\blog\./);
  });

  test('every page has a number of its own that begins with that of the case', async () => {
    const pdf = await read(content);
    expect(pdf.pages.map((page) => /BK-0001-III-2026-\d{6}/.exec(textOf(page))?.[0])).toEqual(
      pdf.pages.map((_, index) => `BK-0001-III-2026-${String(index + 1).padStart(6, '0')}`),
    );
  });
});

describe('the matrix and the timeline', () => {
  const day = (number: number): string => `2026-01-${String(1 + (number % 28)).padStart(2, '0')}`;
  /** Subject 1 with so many links that hold at the same time as a lane cannot show. */
  const crowded = (): CaseDocument => {
    const small = caseContent({ subjects: 4, links: 2, visits: 6 });
    const [one, two] = small.subjects;
    if (one === undefined || two === undefined) throw new Error('fixture');
    const links = Array.from({ length: 40 }, (_, number) => ({
      id: idOf(900 + number),
      from: one.personId,
      to: two.personId,
      kind: 'knows',
      directed: false,
      since: day(number),
      status: number % 2 === 0 ? ('confirmed' as const) : ('suspected' as const),
      grade: { scheme: 'admiralty' as const, source: 'B', information: '2' },
      sources: ['Laporan (rekaan)'],
      note: '',
    }));
    return { ...small, links };
  };

  test.each([
    ['id', ['Matriks hubungan', '20?', 'Garis waktu', 'dan 16 tautan lagi, lihat daftar tautan']],
    ['en', ['Association matrix', '20?', 'Timeline', 'and 16 more links, see the list of links']],
  ] as const)('count every pair, show what fits, and say what does not (%s)', async (language, said) => {
    const pdf = await read(crowded(), language);
    const text = pdf.pages.map(textOf).join('\n');
    for (const part of said) expect(text).toContain(part);
    // Nothing is drawn over the foot of a page: numbers on bars stand above it, too.
    const page = pdf.pages[(pdf.outline.find(({ title }) => title.endsWith(said[2]))?.page ?? 0) - 1];
    const bars = page?.texts.filter(({ text: shown }) => shown === '2') ?? [];
    expect(bars.length).toBeGreaterThan(10);
    for (const { bottom } of bars) expect(bottom).toBeLessThan((page?.height ?? 0) - 88);
  });

  test('are left out where nothing is linked and nothing has a date', async () => {
    const empty = { ...caseContent({ subjects: 3, links: 1, visits: 0 }), links: [], visits: [] };
    const pdf = await read(empty);
    expect(pdf.outline.map(({ title }) => title).join()).not.toMatch(/Matriks|Garis waktu/);
  });
});
