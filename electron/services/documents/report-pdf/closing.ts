import { handlingLabel } from '../../../../shared/domain/handling.ts';
import { drawFacts } from '../case-file-pdf/facts.ts';
import { type } from '../pdf/theme.ts';
import type { ReportComposition } from './composition.ts';

/** What may be done with it, in code and in words. */
export function writeHandling({ sheet, words, report }: ReportComposition): void {
  const { handling } = report;
  sheet.subheading(words.say('report.handlingTitle'), 'report-handling', false);
  const codes = handling.code === 'P' ? ['P'] : ['C', handling.action, handling.sanitisation];
  drawFacts(
    sheet,
    [
      { label: words.say('report.handling'), value: handlingLabel(handling), style: type.bodyStrong },
      ...codes.map((code) => ({ label: code, value: words.say(`domain:handling.${code}`) })),
      ...(handling.code === 'C' && handling.note !== ''
        ? [{ label: words.say('report.conditions'), value: handling.note }]
        : []),
    ],
    { labelWidth: 170 },
  );
  sheet.space(12);
}

/** Who wrote it, who judged it, to whom it goes. */
export function writeSignatures({ sheet, words, report }: ReportComposition): void {
  sheet.need(130);
  const where = [report.place, words.date(report.writtenOn)].filter((part) => part !== '').join(', ');
  drawFacts(
    sheet,
    [
      { label: words.say('report.written'), value: where },
      { label: words.say('report.author'), value: report.author, style: type.bodyStrong },
      ...(report.evaluation === undefined
        ? []
        : [
            {
              label: words.say('report.evaluatedBy'),
              value: `${report.evaluation.by}, ${words.instant(report.evaluation.at)}`,
            },
            ...(report.evaluation.note === ''
              ? []
              : [{ label: words.say('report.evaluationNote'), value: report.evaluation.note }]),
          ]),
      {
        label: words.say('report.distribution'),
        value: report.distribution.length === 0 ? words.say('report.undistributed') : report.distribution.join('; '),
      },
    ],
    { labelWidth: 170, ruled: true },
  );
  sheet.space(16);
}
