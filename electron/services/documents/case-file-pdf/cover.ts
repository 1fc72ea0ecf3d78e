import type { TextStyle } from '../pdf/theme.ts';
import { colour, markingColour, page, type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';
import { drawFacts } from './facts.ts';

/** First page: what this is, how it is marked, whose copy it is, and who answers for it. */
export function writeCover({ sheet, words, content, exportLine }: Composition): void {
  sheet.newPage();
  const { left, width } = sheet;
  const line = (text: string, style: TextStyle, tag = 'P') => {
    for (const part of sheet.text.lines(text, width, style)) {
      sheet.element(tag, sheet.root, {}, () => sheet.text.draw(part, left, sheet.y, style));
      sheet.y += style.leading;
    }
  };
  sheet.y = 108;
  line(content.agency, type.agency);
  sheet.rule(left, sheet.y + 6, width, colour.ink, 1.2);
  sheet.space(70);
  drawMarkingBox({ sheet, words, content });
  sheet.space(30);
  line(words.say('caseFile').toUpperCase(), type.eyebrow);
  sheet.space(6);
  const long = sheet.text.lines(content.case.title, width, type.coverTitle).length > 3;
  line(content.case.title, long ? type.coverLongTitle : type.coverTitle, 'Title');
  sheet.space(8);
  line(`${words.say('numberLabel')} ${content.case.number}`, type.heading2);
  sheet.space(28);
  drawFacts(
    sheet,
    [
      { label: words.say('cover.copy'), value: String(exportLine.copyNumber), style: type.bodyStrong },
      { label: words.say('cover.recipient'), value: exportLine.recipient || words.say('noRecipient') },
      { label: words.say('cover.status'), value: words.status(content.case.status) },
      {
        label: words.say('cover.contains'),
        value: words.say('cover.containsValue', {
          subjects: words.number(content.subjects.length),
          links: words.number(content.links.length),
          visits: words.number(content.visits.length),
        }),
      },
      { label: words.say('cover.exported'), value: words.instant(exportLine.at) },
      { label: words.say('cover.by'), value: exportLine.officer },
      { label: words.say('cover.hash'), value: exportLine.dataSha256 },
    ],
    { labelWidth: 118 },
  );
  drawSignatures({ sheet, words, exportLine });
}

function drawMarkingBox({ sheet, words, content }: Pick<Composition, 'sheet' | 'words' | 'content'>): void {
  const style = { ...type.marking, size: 15, leading: 20, colour: markingColour[content.case.marking] };
  const text = words.marking(content.case.marking);
  const width = sheet.text.width(text, style) + 36;
  const { left, y } = sheet;
  sheet.artifact(() => sheet.pdf.rect(left, y, width, 34).lineWidth(1.6).undash().strokeColor(style.colour).stroke());
  sheet.element('P', sheet.root, {}, () => sheet.text.draw(text, left + 18, y + 7, style));
  sheet.y += 34;
}

/** Caution and two places to sign, at the foot of the page. */
function drawSignatures({ sheet, words, exportLine }: Pick<Composition, 'sheet' | 'words' | 'exportLine'>): void {
  const lines = sheet.text.lines(words.say('cover.caution'), sheet.width, type.note);
  const height = lines.length * type.note.leading;
  const column = (sheet.width - 32) / 2;
  const top = page.height - page.bottom - 118;
  sheet.y = top - height - 22;
  sheet.paragraph(words.say('cover.caution'), type.note);
  const columns = [
    { title: words.say('cover.prepared'), under: exportLine.officer, x: sheet.left },
    { title: words.say('cover.acknowledged'), under: words.say('cover.nameAndNumber'), x: sheet.left + column + 32 },
  ];
  for (const { title, under, x } of columns) {
    sheet.element('P', sheet.root, {}, () => sheet.text.draw(title, x, top, type.label));
    sheet.rule(x, top + 84, column, colour.ink, 0.6);
    const name = sheet.text.oneLine(under, column, type.label);
    sheet.element('P', sheet.root, {}, () => sheet.text.draw(name, x, top + 87, type.label));
  }
}
