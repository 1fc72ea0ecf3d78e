import { join } from 'node:path';
import { writeCaseFile } from '../../../electron/services/documents/case-file-pdf/write-case-file.ts';
import { exportLineFor, readFonts } from '../../fixtures/documents/case-content.ts';
import { contentOf, type PlainContent, plainContent } from './content.ts';
import pdfmake from 'pdfmake';
import { peakMemory } from '../peak-memory.ts';
import { htmlOf } from './html.ts';

/** One contestant, one size, in a process of its own; the answer is a line of JSON. @param fonts folder of the fonts both set with */
export async function writeDocument(contestant: string, pages: number, fonts: string): Promise<void> {
  const content = contentOf(pages);
  if (contestant === 'html') {
    process.stdout.write(htmlOf(plainContent(content)));
    return;
  }
  const start = performance.now();
  const written =
    contestant === 'sinergi' ? await bySinergi(content, fonts) : await byPdfmake(plainContent(content), fonts);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${JSON.stringify({ ...written, seconds, peak: peakMemory() })}\n`);
}

async function bySinergi(content: ReturnType<typeof contentOf>, fonts: string) {
  const { bytes, pages } = await writeCaseFile(content, exportLineFor(content), readFonts(fonts), () => undefined);
  return { bytes: bytes.length, pages };
}

async function byPdfmake({ title, marking, facts, subjects, links, visits }: PlainContent, fonts: string) {
  const font = (name: string): string => join(fonts, `IBMPlexSans-${name}.woff`);
  pdfmake.setFonts({ Plex: { normal: font('Regular'), bold: font('SemiBold'), italics: font('Italic') } });
  let last = 0;
  const table = (widths: (string | number)[], head: string[], rows: readonly (readonly string[])[]) => ({
    table: {
      headerRows: 1,
      widths,
      body: [head.map((text) => ({ text, bold: true })), ...rows.map((row) => [...row])],
    },
    layout: 'lightHorizontalLines',
    fontSize: 8,
  });
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  const buffer = await pdfmake
    .createPdf({
      info: { title },
      pageSize: 'A4',
      pageMargins: [48, 60, 48, 60],
      defaultStyle: { font: 'Plex', fontSize: 9 },
      header: { text: marking, alignment: 'center', bold: true, margin: [0, 24, 0, 0] },
      footer: (page: number, pages: number) => {
        last = pages;
        return {
          columns: [marking, { text: `Halaman ${page} dari ${pages}`, alignment: 'right' }],
          margin: [48, 10, 48, 0],
        };
      },
      content: [
        { text: title, fontSize: 22, bold: true },
        ...facts.map(([label, value]) => ({ columns: [{ text: label, width: 110, bold: true }, value] })),
        { text: 'Orang', fontSize: 15, bold: true, pageBreak: 'before' as const },
        ...subjects.map(({ name, facts: known }) => ({
          stack: [{ text: name, bold: true }, ...known],
          unbreakable: true,
        })),
        { text: 'Tautan', fontSize: 15, bold: true, pageBreak: 'before' as const },
        table(['*', 'auto', '*', 'auto', 'auto', '*'], ['Dari', 'Jenis', 'Ke', 'Status', 'Nilai', 'Sumber'], links),
        { text: 'Kunjungan', fontSize: 15, bold: true, pageBreak: 'before' as const },
        table(
          ['auto', 'auto', '*', '*', 'auto', 'auto'],
          ['Tanggal', 'Jam', 'Pengunjung', 'WBP', 'Hubungan', 'Baris'],
          visits,
        ),
      ],
    })
    .getBuffer();
  return { bytes: buffer.length, pages: last };
}
