import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';

/** What is not known yet, and who finds it out until when. */
export function writeTasks(composition: Composition): void {
  const { sheet, words, content } = composition;
  const { gaps = [], tasks = [] } = content;
  if (gaps.length + tasks.length === 0) {
    sheet.paragraph(words.say('nothingWritten'), type.note);
    return;
  }
  writeGaps(composition);
  if (tasks.length === 0) return;
  sheet.subheading(words.say('tasks.title'), 'tasks-list', false);
  const table = new Table(
    sheet,
    [
      { title: words.say('tasks.what'), share: 38 },
      { title: words.say('tasks.owner'), share: 18 },
      { title: words.say('tasks.dueOn'), share: 13 },
      { title: words.say('tasks.state'), share: 31 },
    ],
    words.say('tasks.summary'),
  );
  for (const { what, owner, dueOn, bringForwardOn, state, gap, outcome } of tasks)
    table.row([
      [
        { text: what },
        ...(gap === null ? [] : [{ text: words.say('tasks.gap', { number: gap }), style: type.cellSoft }]),
      ],
      cell(owner),
      [
        { text: words.shortDate(dueOn) },
        { text: words.say('tasks.forward', { day: words.shortDate(bringForwardOn) }), style: type.cellSoft },
      ],
      [
        { text: words.say(`domain:taskState.${state}`), style: type.cellStrong },
        ...(outcome === '' ? [] : [{ text: outcome }]),
      ],
    ]);
  table.end();
}

function writeGaps({ sheet, words, content }: Composition): void {
  const { gaps = [] } = content;
  if (gaps.length === 0) return;
  sheet.subheading(words.say('gaps.title'), 'gaps', false);
  const table = new Table(
    sheet,
    [
      { title: words.say('gaps.number'), share: 7 },
      { title: words.say('gaps.question'), share: 46 },
      { title: words.say('gaps.answer'), share: 47 },
    ],
    words.say('gaps.summary'),
  );
  for (const { number, question, answer } of gaps)
    table.row([
      cell(words.say('gaps.named', { number }), type.cellStrong),
      cell(question),
      answer === '' ? cell(words.say('gaps.open'), type.cellSoft) : cell(answer),
    ]);
  table.end();
}
