import type { DocumentReport } from '../../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { handlingLabel } from '../../../../shared/domain/handling.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';
import { drawFacts } from './facts.ts';

/** The intelligence log: evaluated reports of the case, item by item with grades, and what may be done with them. */
export function writeReports(composition: Composition): void {
  const { sheet, words, content } = composition;
  const { reports = [] } = content;
  if (reports.length === 0) {
    sheet.paragraph(words.say('log.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('log.intro'), type.note);
  for (const [index, report] of reports.entries()) writeReport(composition, report, index + 1);
}

function writeReport({ sheet, words }: Composition, report: DocumentReport, place: number): void {
  const { informationFrom: from, informationUntil: until = from, handling } = report;
  sheet.space(14);
  sheet.subheading(`${report.number} · ${report.subject}`, `report-${place}`, false, 150);
  const codes = handling.code === 'P' ? ['P'] : ['C', handling.action, handling.sanitisation];
  drawFacts(
    sheet,
    [
      {
        label: words.say('report.ir.intelligenceDate'),
        value:
          from === until
            ? words.date(from)
            : words.say('report.period', { from: words.date(from), until: words.date(until) }),
      },
      { label: words.say('report.ir.created'), value: words.date(report.writtenOn) },
      {
        label: words.say('report.ir.source'),
        value: sourceText(words, report.source),
      },
      { label: words.say('report.priority'), value: words.say(`domain:priority.${report.priority}`) },
      { label: words.say('case.marking'), value: words.marking(report.marking) },
      {
        label: words.say('report.handling'),
        value: `${handlingLabel(handling)} – ${codes.map((code) => words.say(`domain:handling.${code}`)).join(' ')}`,
      },
      ...(handling.code === 'C' && handling.note !== ''
        ? [{ label: words.say('report.conditions'), value: handling.note }]
        : []),
      ...(report.evaluatedBy === '' ? [] : [{ label: words.say('report.evaluatedBy'), value: report.evaluatedBy }]),
    ],
    { labelWidth: 140 },
  );
  sheet.space(6);
  const table = new Table(
    sheet,
    [
      { title: words.say('report.item'), share: 7 },
      { title: words.say('report.fact'), share: 79 },
      { title: words.say('report.grade'), share: 14 },
    ],
    words.say('report.itemsSummary'),
  );
  for (const [index, { text, grade }] of report.items.entries())
    table.row([cell(String(index + 1), type.cellStrong), cell(text), cell(gradeLabel(grade), type.cellStrong)]);
  table.end();
}

function sourceText(words: Composition['words'], source: DocumentReport['source']): string {
  if (source === undefined) return words.say('report.sanitised');
  return source.kind === 'named'
    ? source.description
    : words.say('report.confidentialSource', { pseudonym: source.pseudonym });
}
