import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';
import { drawFacts } from './facts.ts';

/** The case itself. */
export function writeCaseData({ sheet, words, content }: Composition): void {
  const { case: file } = content;
  drawFacts(
    sheet,
    [
      { label: words.say('case.number'), value: file.number, style: type.bodyStrong },
      { label: words.say('case.title'), value: file.title, style: type.bodyStrong },
      { label: words.say('case.agency'), value: content.agency || words.say('case.noAgency') },
      { label: words.say('case.marking'), value: words.marking(file.marking) },
      { label: words.say('case.status'), value: words.status(file.status) },
      ...(file.closing === undefined
        ? []
        : [
            {
              label: words.say('case.closed'),
              value: words.say('case.closedValue', {
                at: words.instant(file.closing.at),
                officer: file.closing.by,
                outcome: words.say(`domain:caseOutcome.${file.closing.outcome}`),
                reason: file.closing.reason,
              }),
            },
          ]),
      {
        label: words.say('case.opened'),
        value:
          file.openedBy === ''
            ? words.instant(file.openedAt)
            : words.say('case.openedValue', { at: words.instant(file.openedAt), officer: file.openedBy }),
      },
      { label: words.say('case.changed'), value: words.instant(file.changedAt) },
      { label: words.say('case.review'), value: words.date(file.reviewOn) },
      { label: words.say('case.members'), value: words.number(content.subjects.length) },
    ],
    { labelWidth: 140, ruled: true },
  );
  sheet.space(14);
  const texts = [
    { title: words.say('case.purpose'), target: 'case-purpose', text: file.purpose },
    { title: words.say('case.legalBasis'), target: 'case-legal-basis', text: file.legalBasis },
    {
      title: words.say('case.notes'),
      target: 'case-notes',
      text: file.notes || words.say(content.sanitised === undefined ? 'case.noNotes' : 'report.sanitised'),
    },
  ];
  for (const { title, target, text } of texts) {
    sheet.subheading(title, target, false);
    sheet.paragraph(text);
    sheet.space(12);
  }
}
