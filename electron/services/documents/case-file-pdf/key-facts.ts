import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';

/** What the case rests on, each with where it is known from. */
export function writeKeyFacts({ sheet, words, content }: Composition): void {
  const key = content.facts?.filter(({ isKey }) => isKey) ?? [];
  if (key.length === 0) {
    sheet.paragraph(words.say('nothingWritten'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: words.say('facts.number'), share: 7 },
      { title: words.say('facts.text'), share: 46 },
      { title: words.say('facts.on'), share: 13 },
      { title: words.say('facts.source'), share: 26 },
      { title: words.say('facts.grade'), share: 8 },
    ],
    words.say('facts.summary'),
  );
  for (const { number, text, on, source, grade } of key)
    table.row([
      cell(`F${number}`, type.cellStrong),
      cell(text),
      cell(on === undefined ? '–' : words.shortDate(on)),
      cell(source),
      cell(gradeLabel(grade), type.cellStrong),
    ]);
  table.end();
}
