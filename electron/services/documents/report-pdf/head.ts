import { handlingLabel } from '../../../../shared/domain/handling.ts';
import { drawFacts } from '../case-file-pdf/facts.ts';
import { colour, type } from '../pdf/theme.ts';
import type { ReportComposition } from './composition.ts';

/** Agency, name of the form, number, and what the report is about. */
export function writeHead({ sheet, words, report }: ReportComposition): void {
  sheet.paragraph(report.agency || words.say('case.noAgency'), type.agency);
  sheet.space(10);
  const title = words.say(`report.form.${report.form}`);
  sheet.element('H1', sheet.section, {}, () =>
    sheet.text.draw(sheet.text.clean(title), sheet.left, sheet.y, { ...type.coverTitle, size: 20, leading: 26 }),
  );
  sheet.y += 28;
  if (report.sanitised) sheet.paragraph(words.say('report.sanitisedCopy'), type.bodyStrong);
  if (report.state === 'recalled')
    sheet.paragraph(words.say('report.recalled'), { ...type.bodyStrong, colour: colour.alert });
  if (report.state === 'draft' || report.state === 'submitted')
    sheet.paragraph(words.say('report.notEvaluated'), { ...type.bodyStrong, colour: colour.alert });
  sheet.space(6);
  drawFacts(
    sheet,
    [
      { label: words.say('report.number'), value: report.number, style: type.bodyStrong },
      { label: words.say('report.subject'), value: report.subject, style: type.bodyStrong },
      ...(report.field === '' ? [] : [{ label: words.say('report.field'), value: report.field }]),
      { label: words.say('report.priority'), value: words.say(`domain:priority.${report.priority}`) },
      { label: words.say('report.handling'), value: handlingLabel(report.handling) },
    ],
    { labelWidth: 170, ruled: true },
  );
  sheet.space(10);
}
