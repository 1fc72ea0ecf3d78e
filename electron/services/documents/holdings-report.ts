import { z } from 'zod';
import { holdingsSchema } from '../../../shared/contract/retention.ts';
import { instantSchema, languageSchema } from '../../../shared/domain/basics.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { finish } from './pdf/tagged-document.ts';
import { markingColour, type } from './pdf/theme.ts';
import { Words } from './words.ts';

export const holdingsReportSchema = z.strictObject({
  language: languageSchema,
  agency: z.string(),
  officer: z.string(),
  at: instantSchema,
  holdings: holdingsSchema,
  training: z.literal(true).optional(),
});
export type HoldingsReport = z.infer<typeof holdingsReportSchema>;

const labelWidth = 150;

/** What the vault holds about one person, on paper. */
export async function writeHoldings(content: HoldingsReport, fonts: FontBytes): Promise<WrittenPdf> {
  const { holdings, agency, officer, at } = content;
  const { person } = holdings;
  const words = new Words(content.language);
  const say = (key: string, values?: Record<string, string | number>): string => words.say(`holdings.${key}`, values);
  const sheet = new Sheet(fonts, {
    title: `${say('title')}: ${person.name}`,
    language: content.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(at),
  });
  sheet.newPage();
  sheet.paragraph(say('title'), { ...type.coverTitle, size: 22, leading: 30 }, { tag: 'H1' });
  sheet.paragraph(person.name, type.heading2);
  sheet.space(8);
  const none = say('none');
  const joined = (values: readonly string[]): string => (values.length === 0 ? none : values.join(', '));

  const facts = (title: string, rows: readonly (readonly [string, string])[]): void => {
    sheet.space(8);
    sheet.need(60);
    sheet.paragraph(title, type.heading2, { tag: 'H2' });
    sheet.space(2);
    for (const [label, value] of rows) fact(sheet, label, value);
  };
  facts(say('record'), [
    [say('name'), person.name],
    [say('aliases'), joined(person.aliases)],
    [say('roles'), joined(person.roles.map(({ kind }) => words.role(kind)))],
    [say('birthDate'), person.birthDate === undefined ? none : words.date(person.birthDate)],
    [say('nationalIds'), joined(person.nationalIds)],
    [say('phones'), joined(person.phones)],
    [say('addresses'), joined(person.addresses)],
    [say('notes'), person.notes === '' ? none : person.notes],
    [say('entered'), say('enteredBy', { at: words.instant(holdings.enteredAt), officer: holdings.enteredBy })],
    [say('versions'), words.number(holdings.versions)],
    [say('joined'), words.number(holdings.joined)],
  ]);
  const { count, first, last } = holdings.visits;
  facts(say('registers'), [
    [
      say('visits'),
      first === null || last === null
        ? words.number(count)
        : say('visitsBetween', { count: words.number(count), first: words.date(first), last: words.date(last) }),
    ],
    ...holdings.events.map((event) => [say(`event.${event.kind}`), words.number(event.count)] as const),
    ...holdings.imports.map(({ fileName, rows }) => [fileName, say('rows', { count: words.number(rows) })] as const),
    [say('bans'), words.number(holdings.bans)],
  ]);
  facts(
    say('cases'),
    holdings.cases.length === 0
      ? [[say('cases'), none]]
      : holdings.cases.map(({ number, title, part }) => [number, `${title} · ${words.part(part)}`] as const),
  );
  facts(
    say('links'),
    holdings.links.length === 0
      ? [[say('links'), none]]
      : holdings.links.map(
          (link) =>
            [
              link.caseNumber,
              `${words.linkKind(link.kind)}: ${link.otherName} · ${words.linkStatus(link.status)} · ${link.grade}`,
            ] as const,
        ),
  );
  facts(say('keeping'), [
    [say('class'), holdings.recordClass === null ? none : say(`recordClass.${holdings.recordClass}`)],
    [say('last'), words.date(holdings.last)],
    [say('due'), say(holdings.due ? 'isDue' : 'notDue')],
    [say('readings'), words.number(holdings.readings)],
  ]);
  sheet.space(12);
  sheet.paragraph(say('scope'), type.body);
  drawFrames(sheet, words, content.training === true, [agency, officer, words.instant(at)].filter(Boolean).join(' · '));
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}

function fact(sheet: Sheet, label: string, value: string): void {
  const lines = sheet.text.lines(value, sheet.width - labelWidth, type.body);
  const labels = sheet.text.lines(label, labelWidth - 10, type.label);
  const height = Math.max(lines.length, labels.length) * type.body.leading;
  sheet.need(Math.min(height, 200));
  const element = sheet.element('P', sheet.section);
  const top = sheet.y;
  for (const [index, line] of labels.entries())
    element.add(() => sheet.text.draw(line, sheet.left, top + index * type.body.leading, type.label));
  for (const line of lines) {
    sheet.need(type.body.leading);
    element.add(() => sheet.text.draw(line, sheet.left + labelWidth, sheet.y, type.body));
    sheet.y += type.body.leading;
  }
  element.end();
  if (sheet.y < top + height && sheet.y > top) sheet.y = top + height;
  sheet.space(2);
}

function drawFrames(sheet: Sheet, words: Words, training: boolean, made: string): void {
  const { count } = sheet.pdf.bufferedPageRange();
  const style = { ...type.marking, colour: markingColour.terbatas };
  const marking = [words.marking('terbatas'), ...(training ? [words.say('trainingMark')] : [])].join(' · ');
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(index);
    sheet.artifact(() => {
      const { height, width } = sheet.pdf.page;
      for (const y of [26, height - 36])
        sheet.text.draw(marking, (width - sheet.text.width(marking, style)) / 2, y, style);
      const number = words.say('pageOf', { page: index + 1, pages: count });
      const numberWidth = sheet.text.width(number, type.running);
      sheet.text.draw(number, sheet.left + sheet.width - numberWidth, height - 66, type.running);
      sheet.text.draw(
        sheet.text.oneLine(made, sheet.width - numberWidth - 20, type.running),
        sheet.left,
        height - 66,
        type.running,
      );
    }, 'Pagination');
  }
}
