import { z } from 'zod';
import { handOverFieldsSchema } from '../../../shared/contract/evidence.ts';
import { instantSchema, markingSchema } from '../../../shared/domain/basics.ts';
import { documentExhibitSchema, type ExportLine } from '../../../shared/domain/case-document.ts';
import { drawFrames } from './case-file-pdf/frame.ts';
import { drawFacts } from './case-file-pdf/facts.ts';
import { amountsOf, drawFiles } from './case-file-pdf/evidence.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { cell, Table } from './pdf/table.ts';
import { finish } from './pdf/tagged-document.ts';
import { colour, type } from './pdf/theme.ts';
import { Words } from './words.ts';

export const handOverSchema = z.strictObject({
  agency: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  marking: markingSchema,
  at: instantSchema,
  ...handOverFieldsSchema.pick({ from: true, to: true, place: true, reason: true, witness: true }).shape,
  exhibits: z.array(documentExhibitSchema),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** The record of a hand-over: what, from whom, to whom, with the SHA-256 of every file, and lines to sign on. */
export async function writeHandOver(content: HandOver, exportLine: ExportLine, fonts: FontBytes): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const say = (key: string, values?: Record<string, string | number>): string => words.say(`handOver.${key}`, values);
  const sheet = new Sheet(fonts, {
    title: `${say('title')} ${content.caseNumber}`,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  sheet.newPage();
  sheet.paragraph(say('title'), { ...type.coverTitle, size: 21, leading: 28 }, { tag: 'H1' });
  if (content.agency !== '') sheet.paragraph(content.agency, type.label);
  sheet.space(10);
  sheet.paragraph(say('opening', { at: words.instant(content.at), place: content.place }));
  sheet.space(8);
  drawFacts(
    sheet,
    [
      { label: say('from'), value: content.from },
      { label: say('to'), value: content.to },
      { label: say('case'), value: `${content.caseNumber} · ${content.caseTitle}` },
      { label: say('reason'), value: content.reason },
    ],
    { labelWidth: 130, ruled: true },
  );
  sheet.space(10);
  sheet.paragraph(say('exhibits', { count: words.number(content.exhibits.length) }), type.heading2, { tag: 'H2' });
  sheet.space(4);
  const table = new Table(
    sheet,
    [
      { title: words.say('evidence.number'), share: 20 },
      { title: words.say('evidence.description'), share: 38 },
      { title: words.say('evidence.amount'), share: 22 },
      { title: words.say('evidence.packaging'), share: 20 },
    ],
    say('summary'),
  );
  for (const exhibit of content.exhibits)
    table.row([
      cell(exhibit.number, type.cellStrong),
      cell(exhibit.description),
      cell(amountsOf(exhibit, words) || '—'),
      cell(exhibit.packaging || '—'),
    ]);
  table.end();
  const withFiles = content.exhibits.filter(({ files }) => files.length > 0);
  if (withFiles.length > 0) {
    sheet.space(14);
    sheet.need(80);
    sheet.paragraph(say('files'), type.heading2, { tag: 'H2' });
    sheet.space(4);
    drawFiles(sheet, words, withFiles);
  }
  sheet.space(12);
  sheet.paragraph(say('closing'));
  drawSigning(sheet, say, content);
  const head = { number: content.caseNumber, marking: content.marking, title: say('title'), agency: content.agency };
  drawFrames(sheet, words, head, exportLine, { cover: false });
  const pages = sheet.pageNumber;
  return { bytes: await finish(sheet.pdf), pages };
}

function drawSigning(sheet: Sheet, say: (key: string) => string, content: HandOver): void {
  sheet.space(22);
  sheet.need(230);
  const column = (sheet.width - 40) / 2;
  const line = (x: number, y: number, label: string, name: string): void => {
    const top = y;
    sheet.element('P', sheet.section, {}, () => {
      sheet.text.draw(label, x, top, type.label);
    });
    sheet.rule(x, top + 68, column, colour.ink, 0.6);
    sheet.element('P', sheet.section, {}, () => {
      for (const [index, part] of sheet.text.lines(name, column, type.cell).slice(0, 3).entries())
        sheet.text.draw(part, x, top + 73 + index * type.cell.leading, type.cell);
    });
  };
  line(sheet.left, sheet.y, say('givenBy'), content.from);
  line(sheet.left + column + 40, sheet.y, say('receivedBy'), content.to);
  sheet.space(118);
  line(sheet.left, sheet.y, say('witness'), content.witness);
  sheet.space(110);
}
