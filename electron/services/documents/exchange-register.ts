import { z } from 'zod';
import { dateSchema } from '../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import { exchangeStatisticsSchema, registerRowSchema, type RegisterRow } from '../../../shared/domain/exchange/rows.ts';
import { drawFacts } from './case-file-pdf/facts.ts';
import { drawFrames } from './case-file-pdf/frame.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { cell, Table } from './pdf/table.ts';
import { finish } from './pdf/tagged-document.ts';
import { type } from './pdf/theme.ts';
import { Words } from './words.ts';

/** What went and what came within a time, for the commanders of both agencies. */
export const exchangeRegisterSchema = z.strictObject({
  agency: z.string(),
  /** First and last day; null where the register begins or ends. */
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
  rows: z.array(registerRowSchema),
  statistics: exchangeStatisticsSchema,
});
export type ExchangeRegisterDocument = z.infer<typeof exchangeRegisterSchema>;

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export async function writeExchangeRegister(
  content: ExchangeRegisterDocument,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const say: Say = (key, values) => words.say(`exchangeRegister.${key}`, values);
  const sheet = new Sheet(fonts, {
    title: say('title'),
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  sheet.newPage();
  sheet.paragraph(say('title'), { ...type.coverTitle, size: 22, leading: 30 }, { tag: 'H1' });
  if (content.agency !== '') sheet.paragraph(content.agency, type.label);
  sheet.paragraph(periodOf(content, words, say), type.body);
  sheet.space(10);
  drawStatistics(sheet, words, say, content);
  sheet.space(6);
  sheet.paragraph(say('packages'), type.heading2, { tag: 'H2' });
  sheet.space(4);
  drawRows(sheet, words, say, content.rows);
  const head = {
    number: periodOf(content, words, say),
    marking: 'terbatas',
    title: say('title'),
    agency: content.agency,
  } as const;
  drawFrames(sheet, words, head, exportLine, { cover: false });
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}

function periodOf({ from, until }: ExchangeRegisterDocument, words: Words, say: Say): string {
  if (from !== null && until !== null) return say('between', { from: words.date(from), until: words.date(until) });
  if (from !== null) return say('since', { from: words.date(from) });
  return until === null ? say('whole') : say('through', { until: words.date(until) });
}

function drawStatistics(sheet: Sheet, words: Words, say: Say, { statistics }: ExchangeRegisterDocument): void {
  sheet.paragraph(say('figures'), type.heading2, { tag: 'H2' });
  sheet.space(2);
  drawFacts(
    sheet,
    (['sent', 'receipts', 'awaitingReceipt', 'received', 'held', 'openRequests', 'overdueRequests'] as const).map(
      (key) => ({ label: say(key), value: words.number(statistics[key]) }),
    ),
    { labelWidth: 220, ruled: true },
  );
  if (statistics.agencies.length === 0) return;
  sheet.space(8);
  const columns = ['agency', 'sent', 'received', 'accepted', 'rejected'] as const;
  const table = new Table(
    sheet,
    columns.map((key, index) => ({
      title: say(key),
      share: index === 0 ? 40 : 15,
      ...(index === 0 ? {} : { align: 'right' as const }),
    })),
    say('agenciesSummary'),
  );
  for (const { agency, ...counts } of statistics.agencies)
    table.row([
      cell(agency, type.cellStrong),
      ...(['sent', 'received', 'accepted', 'rejected'] as const).map((key) => cell(words.number(counts[key]))),
    ]);
  table.end();
}

function drawRows(sheet: Sheet, words: Words, say: Say, rows: readonly RegisterRow[]): void {
  if (rows.length === 0) {
    sheet.paragraph(say('none'));
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('at'), share: 16 },
      { title: say('agency'), share: 22 },
      { title: say('purpose'), share: 34 },
      { title: say('officer'), share: 14 },
      { title: say('outcome'), share: 22 },
    ],
    say('packagesSummary'),
  );
  for (const row of rows) {
    const { outcome, receiptAt } = row;
    const told = row.feedback.flatMap(({ use, outcome: came }) =>
      cell(`${words.say(`exchange:feedback.use.${use}`)}: ${came}`, type.cellSoft),
    );
    const decided = outcome === null ? [] : cell(say('decided', { ...outcome }));
    const receipt = receiptAt === null ? [] : cell(say('receiptAt', { at: words.instant(receiptAt) }), type.cellSoft);
    const said = [...decided, ...receipt, ...told];
    table.row([
      [...cell(words.instant(row.at)), ...cell(row.packageId.slice(-12), type.cellSoft)],
      [...cell(say(row.direction), type.cellStrong), ...cell(row.agency)],
      [...cell(row.purpose), ...cell(`${words.say(`exchange:kind.${row.kind}`)} · ${row.handling}`, type.cellSoft)],
      cell(row.officer),
      row.unwritten ? cell(say('unwritten')) : said.length === 0 ? cell('—') : said,
    ]);
  }
  table.end();
}
