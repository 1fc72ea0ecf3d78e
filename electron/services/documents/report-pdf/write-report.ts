import type { ExportLine } from '../../../../shared/domain/case-document.ts';
import { gradeLabel, gradeSchemes } from '../../../../shared/domain/grade.ts';
import { opinionParts } from '../../../../shared/domain/report.ts';
import type { ReportDocument } from '../../../../shared/domain/report-document.ts';
import { drawGradingKey } from '../case-file-pdf/closing.ts';
import { drawFacts } from '../case-file-pdf/facts.ts';
import { drawFrames } from '../case-file-pdf/frame.ts';
import type { WrittenPdf } from '../case-file-pdf/write-case-file.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { Sheet } from '../pdf/sheet.ts';
import { cell, Table } from '../pdf/table.ts';
import { finish } from '../pdf/tagged-document.ts';
import { type } from '../pdf/theme.ts';
import { Words } from '../words.ts';
import { writeHandling, writeSignatures } from './closing.ts';
import type { ReportComposition } from './composition.ts';
import { writeHead } from './head.ts';

/** One record in the form asked for: parts I to III of a Laporan Informasi, or the boxes of an intelligence report. */
export async function writeReport(
  report: ReportDocument,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const sheet = new Sheet(fonts, {
    title: `${report.number} ${report.subject}`,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  const composition: ReportComposition = { sheet, words, report };
  sheet.newPage();
  writeHead(composition);
  if (report.form === 'li') writeLaporanInformasi(composition);
  else writeIntelligenceReport(composition);
  writeSignatures(composition);
  sheet.subheading(words.say('report.gradingKey'), 'report-grading', false, 120);
  const used = new Set(
    report.items.flatMap(({ grade, reporterGrade }) => [grade.scheme, reporterGrade?.scheme ?? grade.scheme]),
  );
  drawGradingKey(
    sheet,
    words,
    gradeSchemes.filter((scheme) => used.has(scheme)),
  );
  const { marking, number, subject: title, agency } = report;
  drawFrames(sheet, words, { marking, number, title, agency }, exportLine, { cover: true });
  return { pages: sheet.pageNumber, bytes: await finish(sheet.pdf) };
}

function writeLaporanInformasi(composition: ReportComposition): void {
  const { sheet, words, report } = composition;
  sheet.subheading(words.say('report.li.introduction'), 'report-introduction', false);
  const { origin } = report;
  const hidden = words.say('report.sanitised');
  const facts = [
    ['source', origin === undefined ? hidden : sourceText(words, origin)],
    ['relation', origin === undefined ? hidden : origin.relation || words.say('report.unsaid')],
    ['method', origin === undefined ? hidden : origin.method || words.say('report.unsaid')],
    ['time', period(words, report)],
    ['value', report.items.map(({ grade }, index) => `${index + 1}: ${gradeLabel(grade)}`).join('   ')],
  ] as const;
  drawFacts(
    sheet,
    facts.map(([key, value], index) => ({ label: `${index + 1}. ${words.say(`report.li.${key}`)}`, value })),
    { labelWidth: 170 },
  );
  sheet.space(12);
  sheet.subheading(words.say('report.li.facts'), 'report-facts', false);
  writeItems(composition);
  sheet.subheading(words.say('report.li.opinion'), 'report-opinion', false);
  writeOpinion(composition);
  writeHandling(composition);
}

function writeIntelligenceReport(composition: ReportComposition): void {
  const { sheet, words, report } = composition;
  const { origin } = report;
  sheet.subheading(words.say('report.ir.about'), 'report-about', false);
  drawFacts(
    sheet,
    [
      { label: words.say('report.ir.intelligenceDate'), value: period(words, report) },
      { label: words.say('report.ir.created'), value: words.date(report.writtenOn) },
      {
        label: words.say('report.ir.source'),
        value: origin === undefined ? words.say('report.sanitised') : sourceText(words, origin),
      },
      ...(report.cases.length === 0 ? [] : [{ label: words.say('report.cases'), value: report.cases.join(', ') }]),
    ],
    { labelWidth: 170 },
  );
  sheet.space(12);
  sheet.subheading(words.say('report.ir.content'), 'report-facts', false);
  writeItems(composition);
  sheet.subheading(words.say('report.ir.assessment'), 'report-opinion', false);
  writeOpinion(composition);
  writeHandling(composition);
  sheet.subheading(words.say('report.ir.risk'), 'report-risk', false);
  sheet.paragraph(origin === undefined ? words.say('report.sanitised') : origin.risk || words.say('report.noRisk'));
  sheet.space(10);
  sheet.paragraph(words.say('report.ir.caveat'), type.note);
  sheet.space(10);
}

/** Facts, numbered and graded one by one. */
function writeItems({ sheet, words, report }: ReportComposition): void {
  const table = new Table(
    sheet,
    [
      { title: words.say('report.item'), share: 7 },
      { title: words.say('report.fact'), share: 77 },
      { title: words.say('report.grade'), share: 16 },
    ],
    words.say('report.itemsSummary'),
  );
  for (const [index, { text, grade, reporterGrade }] of report.items.entries())
    table.row([
      cell(String(index + 1), type.cellStrong),
      cell(text, type.body),
      [
        { text: gradeLabel(grade), style: type.cellStrong },
        ...(reporterGrade === undefined
          ? []
          : [{ text: words.say('report.reporterGrade', { grade: gradeLabel(reporterGrade) }), style: type.cellSoft }]),
      ],
    ]);
  table.end();
}

function writeOpinion({ sheet, words, report }: ReportComposition): void {
  sheet.paragraph(words.say('report.opinionNote'), type.note);
  sheet.space(6);
  const said = opinionParts.filter((part) => report.opinion[part] !== '');
  if (said.length === 0) sheet.paragraph(words.say('report.noOpinion'));
  drawFacts(
    sheet,
    said.map((part) => ({ label: words.say(`report.opinion.${part}`), value: report.opinion[part] })),
    { labelWidth: 170 },
  );
  sheet.space(12);
}

const sourceText = (words: Words, { source }: NonNullable<ReportDocument['origin']>): string =>
  source.kind === 'named'
    ? source.description
    : words.say('report.confidentialSource', { pseudonym: source.pseudonym });

const period = (words: Words, { informationFrom, informationUntil }: ReportDocument): string =>
  informationUntil === undefined || informationUntil === informationFrom
    ? words.date(informationFrom)
    : words.say('report.period', { from: words.date(informationFrom), until: words.date(informationUntil) });
