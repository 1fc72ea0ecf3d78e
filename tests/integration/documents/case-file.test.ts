import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeCaseFile } from '../../../electron/services/documents/case-file-pdf/write-case-file.ts';
import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import { caseContent, exportLineFor, idOf, readFonts } from '../../fixtures/documents/case-content.ts';
import { type PdfText, type ReadPdf, readPdf, textOf } from './read-pdf.ts';

const fonts = readFonts();
const write = (content: CaseDocument, language: 'id' | 'en' = 'id') =>
  writeCaseFile(content, exportLineFor(content, language), fonts, () => undefined);

const medium = caseContent({ subjects: 25, links: 40, visits: 300 });
const hard = 'Ś€ñor Ḿuḥammad <Élan> & "Sons" (alias) \\ Łukasz';
const longName = `Suryaningprang${'adiwangsakusumaputra'.repeat(9)}`.slice(0, 200);

/** What is wrong with any page: every size and language has to keep the frame, and all text inside it. */
function layoutFaults(pdf: ReadPdf, marking: string, pageOf: (page: number, pages: number) => string): string[] {
  return pdf.pages.flatMap((page, index) => {
    const marked = page.texts.filter((item) => item.text === marking);
    const outside = page.texts.filter(
      ({ left, right, top, bottom }) => left < 50 || right > page.width - 50 || top < 20 || bottom > page.height - 20,
    );
    return [
      ...(marked.some((item) => item.bottom < 50) ? [] : ['no marking above']),
      ...(marked.some((item) => item.top > page.height - 50) ? [] : ['no marking below']),
      ...(textOf(page).includes(pageOf(index + 1, pdf.pages.length)) ? [] : ['no page number']),
      // On a crowded chart a label may lie over a line's label; everywhere else texts stand clear of each other.
      ...(page.width > page.height ? [] : overlapping(page.texts)),
      ...outside.map((item) => `outside the frame: ${item.text}`),
    ].map((fault) => `page ${index + 1}: ${fault}`);
  });
}

function overlapping(texts: readonly PdfText[]): string[] {
  const clear = (a: PdfText, b: PdfText) =>
    a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (clear(a, b) ? [] : [`“${a.text}” lies over “${b.text}”`])),
  );
}

const indonesianPage = (page: number, pages: number) => `Halaman ${page} dari ${pages}`;
const englishPage = (page: number, pages: number) => `Page ${page} of ${pages}`;

describe('the case file as PDF', () => {
  let indonesian: ReadPdf;
  let english: ReadPdf;
  beforeAll(async () => {
    indonesian = await readPdf((await write(medium)).bytes);
    english = await readPdf((await write(medium, 'en')).bytes);
  });

  test('every page carries the marking above and below and says which page of how many it is', () => {
    expect(layoutFaults(indonesian, 'RAHASIA', indonesianPage)).toEqual([]);
    expect(layoutFaults(english, 'SECRET', englishPage)).toEqual([]);
  });

  test('every page says who took it out, when, which copy for whom, and from which data', () => {
    const { dataSha256 } = exportLineFor(medium);
    for (const page of indonesian.pages) {
      const text = textOf(page);
      for (const part of [
        'Ratna Kusumawardani',
        '6 Maret 2026, 08.30 WIB',
        'Salinan nomor 2',
        'Satresnarkoba Polres Metro Jakarta Timur',
        dataSha256,
      ]) {
        expect(text).toContain(part);
      }
    }
  });

  test('the cover says who approved the copy, or that one officer released it alone', async () => {
    const small = caseContent({ subjects: 2, links: 1, visits: 0 });
    const cover = async (approvedBy: string | null | undefined, language: 'id' | 'en') => {
      const line = { ...exportLineFor(small, language), ...(approvedBy === undefined ? {} : { approvedBy }) };
      const pdf = await readPdf((await writeCaseFile(small, line, fonts, () => undefined)).bytes, 'text');
      return pdf.pages[0] === undefined ? '' : textOf(pdf.pages[0]);
    };
    expect(await cover('Umi Penyelia', 'id')).toMatch(/Oleh Ratna Kusumawardani Disetujui oleh Umi Penyelia/);
    expect(await cover(null, 'en')).toContain('released by a single officer');
    expect(await cover(undefined, 'id')).not.toContain('Disetujui');
  });

  test('the contents name the page each part really begins on, and every line is a link', () => {
    const contents = indonesian.pages[1];
    const lines = new Map<number, string[]>();
    for (const item of contents?.texts ?? []) {
      const row = Math.round(item.bottom);
      lines.set(row, [...(lines.get(row) ?? []), item.text]);
    }
    const entries = [...lines.values()].filter((line) => line.length === 2 && /^\d+$/.test(line[1] ?? ''));
    expect(entries.length).toBeGreaterThanOrEqual(14);
    expect(contents?.links).toBe(entries.length);
    for (const [title = '', number] of entries) {
      const page = indonesian.pages[Number(number) - 1];
      expect(
        page?.texts.map((item) => item.text),
        `${title} on page ${number}`,
      ).toContain(title);
    }
  });

  test('the outline has the same parts on the same pages', () => {
    const sections = [
      'Data berkas',
      'Subjek',
      'Bagan tautan',
      'Matriks hubungan',
      'Garis waktu',
      'Daftar tautan',
      'Kronologi kunjungan',
      'Kunci penilaian',
      'Tentang dokumen ini',
    ];
    expect(indonesian.outline.map((item) => item.title)).toEqual([
      'Daftar isi',
      ...sections.map((title, index) => `${index + 1} ${title}`),
    ]);
    for (const { title, page } of indonesian.outline) {
      expect(indonesian.pages[page - 1]?.texts.map((item) => item.text)).toContain(title);
    }
    expect(indonesian.outline[2]?.items).toContain('Pengunjung (11)');
  });

  test.each(['id', 'en'] as const)('nothing is left untranslated (%s)', (language) => {
    const pdf = language === 'id' ? indonesian : english;
    for (const page of pdf.pages) {
      expect(textOf(page)).not.toMatch(
        /\{\{|\}\}|undefined|NaN|\[object|\b(document|domain):|\b(cover|section|visits|links|chart|subjects|month|grade|marking)\.[a-z0-9]/,
      );
    }
  });

  test('every subject, link source and visit stands in it', () => {
    const text = indonesian.pages.map(textOf).join(' ');
    for (const subject of medium.subjects) {
      for (const id of [...subject.nationalIds, ...subject.phones]) expect(text).toContain(id);
    }
    for (const visit of medium.visits) expect(text).toContain(`R1:${visit.sourceRow}`);
    expect(text).toContain('dugaan, bukan temuan');
  });

  test('suspected links are dotted on the chart, and no other page has dotted lines but the contents', () => {
    const chart = indonesian.outline.find((item) => item.title.endsWith('Bagan tautan'))?.page ?? 0;
    const suspected = medium.links.filter((link) => link.status === 'suspected').length;
    // One more in the legend.
    expect(indonesian.pages[chart - 1]?.dashes).toHaveLength(suspected + 1);
    const others = indonesian.pages.filter((_, index) => index !== 1 && index !== chart - 1);
    expect(others.every((page) => page.dashes.length === 0)).toBe(true);
  });

  test('it can be read aloud: title, language and structure are there', () => {
    expect(indonesian.info).toMatchObject({
      Title: `${medium.case.number} ${medium.case.title}`,
      Language: 'id-ID',
      Creator: 'Sinergi',
    });
    expect(english.language).toBe('en-GB');
    expect(indonesian.info['Author']).toBeUndefined();
    const roles = new Set(indonesian.pages.flatMap((page) => page.roles));
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'TOC', 'TOCI', 'Link', 'L', 'LI']) {
      expect(roles).toContain(role);
    }
  });

  test('the same data, export line and language give the same file', async () => {
    const [first, second] = [await write(medium), await write(medium)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

describe('awkward cases lay out well too', () => {
  const bare = caseContent({ subjects: 0, links: 0, visits: 0 });

  test('an empty case', async () => {
    const pdf = await readPdf((await write(bare)).bytes);
    expect(layoutFaults(pdf, 'RAHASIA', indonesianPage)).toEqual([]);
    const text = pdf.pages.map(textOf).join(' ');
    for (const said of ['Belum ada subjek', 'Belum ada tautan', 'Tidak ada kunjungan']) expect(text).toContain(said);
  });

  test('diacritics and characters that mean something to PDF or XML survive, in text and metadata', async () => {
    const small = caseContent({ subjects: 3, links: 2, visits: 4 });
    const subjects = small.subjects.map((subject) => ({ ...subject, name: hard }));
    const content = { ...small, subjects, case: { ...small.case, title: hard, purpose: '王 لا 😀' } };
    const { bytes } = await write(content);
    const pdf = await readPdf(bytes);
    const text = pdf.pages.map(textOf).join(' ').normalize('NFC');
    expect(text.split(hard).length).toBeGreaterThan(3);
    expect(pdf.info['Title']).toBe(`${content.case.number} ${hard}`);
    // What the fonts lack is written as its number instead of vanishing.
    for (const said of ['[U+738B]', '[U+0644]', '[U+1F600]']) expect(text).toContain(said);
  });

  test('names of two hundred letters without a space, long texts and one enormous row', async () => {
    const small = caseContent({ subjects: 4, links: 3, visits: 6 });
    const [first, ...rest] = small.subjects;
    if (first === undefined) throw new Error('no subject');
    const content: CaseDocument = {
      ...small,
      agency: longName,
      case: { ...small.case, title: longName, notes: 'Catatan panjang. '.repeat(1100), number: 'BK/'.repeat(20) },
      subjects: [
        {
          ...first,
          name: longName,
          addresses: Array.from({ length: 50 }, () => 'Jalan Rekaan Nomor Satu '.repeat(10)),
        },
        ...rest,
      ],
      links: small.links.map((link) => ({
        ...link,
        sources: Array.from({ length: 50 }, () => 'Keterangan petugas jaga '.repeat(18)),
      })),
    };
    const written = await writeCaseFile(
      content,
      { ...exportLineFor(content), recipient: longName, officer: longName.slice(0, 120) },
      fonts,
      () => undefined,
    );
    expect(layoutFaults(await readPdf(written.bytes), 'RAHASIA', indonesianPage)).toEqual([]);
  });

  test('200 members and 3,000 visits: nothing is left out, and everybody has a readable name on a detail chart', async () => {
    const large = caseContent({ subjects: 200, links: 350, visits: 3000 });
    const written = await write(large);
    const pdf = await readPdf(written.bytes, 'text');
    expect(pdf.pages).toHaveLength(written.pages);
    expect(layoutFaults(pdf, 'RAHASIA', indonesianPage)).toEqual([]);
    const text = pdf.pages.map(textOf).join(' ');
    const rows = new Set(text.match(/R1:\d+/g));
    expect(large.visits.filter((visit) => !rows.has(`R1:${visit.sourceRow}`))).toEqual([]);
    const details = pdf.pages.filter((page) => textOf(page).includes('Bagan rinci')).flatMap((page) => page.texts);
    const named = new Set(details.map((item) => /^\d+ /.exec(item.text)?.[0].trim()));
    expect([...large.subjects.keys()].filter((index) => !named.has(String(index + 1)))).toEqual([]);
  });
});

const hasTool = (tool: string, argument: string): boolean => {
  try {
    execFileSync(tool, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('other programs find nothing to complain about', () => {
  const onDisk = async (look: (path: string) => void): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'sinergi-pdf-'));
    try {
      const path = join(folder, 'berkas.pdf');
      writeFileSync(path, (await write({ ...medium, case: { ...medium.case, id: idOf(1) } })).bytes);
      look(path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test.skipIf(!hasTool('qpdf', '--version'))('qpdf --check passes', async () => {
    await onDisk((path) => {
      expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    });
  });

  test.skipIf(!hasTool('pdffonts', '-v'))(
    'every font is embedded and has its Unicode table; there is no script',
    async () => {
      await onDisk((path) => {
        const lines = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
        expect(lines.length).toBe(4);
        for (const line of lines) expect(line).toMatch(/IBMPlexSans.* yes +yes +yes /);
        expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged: +yes[\s\S]*JavaScript: +no/);
      });
    },
  );
});

describe('a case that was worked on', () => {
  const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;
  const hypotheses = Array.from({ length: 9 }, (_, index) => ({
    id: idOf(300 + index),
    number: index + 1,
    statement: `Penjelasan ${index + 1} tentang jalur kiriman yang cukup panjang untuk lebih dari satu baris`,
  }));
  const worked: CaseDocument = {
    ...medium,
    case: {
      ...medium.case,
      status: 'closed',
      closing: { outcome: 'not-confirmed', reason: 'Tidak terbukti', at: '2026-04-01T02:00:00.000Z', by: 'Ratna' },
    },
    hypotheses,
    facts: Array.from({ length: 30 }, (_, index) => ({
      id: idOf(400 + index),
      number: index + 1,
      text: `Fakta ke-${index + 1}: kunjungan naik pada hari temuan`,
      source: 'Register kunjungan',
      grade,
      isKey: index % 3 === 0,
      judgements: { [idOf(300 + (index % 9))]: index % 2 === 0 ? ('inconsistent' as const) : ('consistent' as const) },
    })),
    gaps: [{ number: 1, question: 'Siapa yang mengantar?', answer: '' }],
    tasks: [
      {
        what: 'Baca rekaman pintu',
        owner: 'Ratna',
        dueOn: '2026-03-20',
        bringForwardOn: '2026-03-13',
        state: 'done',
        gap: 1,
        outcome: 'Tidak terekam',
      },
    ],
    decisions: [
      {
        number: 1,
        kind: 'decision',
        what: 'Kunjungan tetap dibuka',
        reason: 'Belum cukup',
        alternatives: ['Larangan berkunjung'],
        corrects: null,
        by: 'Ratna',
        at: '2026-03-02T02:00:00.000Z',
        genuine: true,
      },
      {
        number: 2,
        kind: 'closing',
        what: 'not-confirmed',
        reason: 'Tidak terbukti',
        alternatives: [],
        corrects: null,
        by: 'Ratna',
        at: '2026-04-01T02:00:00.000Z',
        genuine: false,
      },
    ],
  };

  test.each(['id', 'en'] as const)('shows it in sections of its own, within the frame (%s)', async (language) => {
    const pdf = await readPdf((await write(worked, language)).bytes);
    expect(
      layoutFaults(pdf, language === 'id' ? 'RAHASIA' : 'SECRET', language === 'id' ? indonesianPage : englishPage),
    ).toEqual([]);
    expect(pdf.pages.map(textOf).join(' ')).not.toMatch(/\{\{|undefined|casework:|domain:/);
  });

  test('says what was thought, done and decided, that it is closed, and where a signature does not fit', async () => {
    const pdf = await readPdf((await write(worked)).bytes);
    expect(pdf.outline.map(({ title }) => title).slice(8)).toEqual([
      '8 Fakta kunci',
      '9 Hipotesis',
      '10 Pertanyaan dan tugas',
      '11 Log keputusan',
      '12 Kunci penilaian',
      '13 Tentang dokumen ini',
    ]);
    const text = pdf.pages.map(textOf).join(' ');
    for (const said of ['Dugaan tidak terbukti', 'Tidak terekam', 'Larangan berkunjung', 'TANDA TANGAN TIDAK COCOK'])
      expect(text).toContain(said);
    expect(pdf.pages.slice(0, 1).map(textOf).join()).toContain('Ditutup');
  });
});
