import { caseOutcomes } from '../../../../shared/domain/case.ts';
import type { DocumentDecision } from '../../../../shared/domain/case-document.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Words } from '../words.ts';
import type { Composition } from './composition.ts';

/** The decision log as it was written, oldest first. */
export function writeDecisions({ sheet, words, content }: Composition): void {
  const { decisions = [] } = content;
  if (decisions.length === 0) {
    sheet.paragraph(words.say('nothingWritten'), type.note);
    return;
  }
  sheet.paragraph(words.say('decisions.intro'), type.note);
  sheet.space(8);
  const table = new Table(
    sheet,
    [
      { title: words.say('decisions.number'), share: 7 },
      { title: words.say('decisions.what'), share: 63 },
      { title: words.say('decisions.by'), share: 30 },
    ],
    words.say('decisions.summary'),
  );
  for (const decision of decisions) {
    const { number, reason, alternatives, corrects, by, at, genuine } = decision;
    table.row([
      cell(words.say('decisions.named', { number }), type.cellStrong),
      [
        { text: done(words, decision), style: type.cellStrong },
        { text: words.say('decisions.reason', { reason }) },
        ...(alternatives.length === 0
          ? []
          : [{ text: words.say('decisions.alternatives', { alternatives: alternatives.join('; ') }) }]),
        ...(corrects === null
          ? []
          : [{ text: words.say('decisions.corrects', { number: corrects }), style: type.cellSoft }]),
      ],
      [
        { text: by },
        { text: words.instant(at), style: type.cellSoft },
        { text: words.say(genuine ? 'decisions.signed' : 'decisions.forged'), style: type.cellSoft },
      ],
    ]);
  }
  table.end();
}

function done(words: Words, { kind, what }: DocumentDecision): string {
  if (kind === 'decision') return what;
  if (kind === 'closing') {
    const outcome = caseOutcomes.some((each) => each === what) ? words.say(`domain:caseOutcome.${what}`) : what;
    return words.say('decisions.closing', { outcome });
  }
  return words.say(`decisions.${kind}`, { day: words.date(what) });
}
