import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';

/** What is not in this copy, of which kind and why; by number, so that it can be asked for without being told. */
export function writeDisclosure({ sheet, words, content }: Composition): void {
  const { disclosure = [] } = content;
  if (disclosure.length === 0) {
    sheet.paragraph(words.say('disclosure.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('disclosure.intro'), type.note);
  sheet.space(10);
  const table = new Table(
    sheet,
    [
      { title: words.say('disclosure.number'), share: 8 },
      { title: words.say('disclosure.kindTitle'), share: 30 },
      { title: words.say('disclosure.count'), share: 12, align: 'right' },
      { title: words.say('disclosure.reasonTitle'), share: 50 },
    ],
    words.say('disclosure.summary'),
  );
  for (const [index, { kind, reason, count }] of disclosure.entries())
    table.row([
      cell(`T${index + 1}`, type.cellStrong),
      cell(words.say(`disclosure.kind.${kind}`)),
      cell(words.number(count)),
      cell(words.say(`disclosure.reason.${reason}`)),
    ]);
  table.end();
}
