import type { Sheet } from '../pdf/sheet.ts';
import type { TextStyle } from '../pdf/theme.ts';
import { colour, markingColour, page, type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';
import { drawFacts, type Fact } from './facts.ts';

const labelWidth = 118;
/** Where the caution begins at the latest, from the top of the page; signatures stand below it. */
const cautionTop = page.height - page.bottom - 118 - 58;

/** First page: what this is, how it is marked, whose copy it is, and who answers for it. */
export function writeCover(composition: Composition): void {
  const { sheet, words, content } = composition;
  sheet.newPage();
  const { left, width } = sheet;
  const facts = coverFacts(composition);
  const line = (text: string, style: TextStyle, tag = 'P') => {
    for (const part of sheet.text.lines(text, width, style)) {
      sheet.element(tag, sheet.root, {}, () => sheet.text.draw(part, left, sheet.y, style));
      sheet.y += style.leading;
    }
  };
  const long = sheet.text.lines(content.case.title, width, type.coverTitle).length > 3;
  const title = long ? type.coverLongTitle : type.coverTitle;
  const number = `${words.say('numberLabel')} ${content.case.number}`;
  sheet.y = 108;
  if (content.agency !== '') {
    line(content.agency, type.agency);
    sheet.rule(left, sheet.y + 6, width, colour.ink, 1.2);
  }
  // Long titles and recipients take the air above the marking, never the place of the caution.
  const needed =
    heightOf(sheet, content.case.title, width, title) +
    heightOf(sheet, number, width, type.heading2) +
    facts.reduce((sum, { value, style }) => sum + heightOf(sheet, value, width - labelWidth, style ?? type.body), 0);
  sheet.space(Math.max(16, Math.min(70, cautionTop - sheet.y - needed - 124)));
  drawMarkingBox(composition);
  sheet.space(24);
  const profiled = content.subjects.find(({ personId }) => personId === content.profileOf);
  line(words.say(profiled === undefined ? 'caseFile' : 'subjectProfile').toUpperCase(), type.eyebrow);
  sheet.space(6);
  line(profiled?.name ?? content.case.title, title, 'Title');
  if (profiled !== undefined) line(content.case.title, type.heading2);
  sheet.space(8);
  line(number, type.heading2);
  sheet.space(24);
  drawFacts(sheet, facts, { labelWidth });
  drawSignatures(composition);
}

function heightOf(sheet: Sheet, text: string, width: number, style: TextStyle): number {
  return sheet.text.lines(text, width, style).length * style.leading;
}

function coverFacts({ words, content, exportLine }: Composition): Fact[] {
  const contains =
    content.sections?.map((section) => words.say(`section.${section}`)).join(', ') ??
    words.say('cover.containsValue', {
      subjects: words.number(content.subjects.length),
      links: words.number(content.links.length),
      visits: words.number(content.visits.length),
      reports: words.number(content.reports?.length ?? 0),
    });
  return [
    { label: words.say('cover.copy'), value: String(exportLine.copyNumber), style: type.bodyStrong },
    { label: words.say('cover.recipient'), value: exportLine.recipient || words.say('noRecipient') },
    ...(content.sanitised === undefined
      ? []
      : [
          {
            label: words.say('cover.version'),
            value: words.say(`cover.sanitised.${content.sanitised}`, { number: words.number(withheldOf(content)) }),
            style: type.bodyStrong,
          },
        ]),
    { label: words.say('cover.status'), value: words.status(content.case.status) },
    { label: words.say('cover.contains'), value: contains },
    { label: words.say('cover.exported'), value: words.instant(exportLine.at) },
    { label: words.say('cover.by'), value: exportLine.officer },
    ...approvalFact(words, exportLine.approvedBy),
    { label: words.say('cover.hash'), value: exportLine.dataSha256 },
  ];
}

const withheldOf = ({ disclosure = [] }: Composition['content']): number =>
  disclosure.reduce((sum, { count }) => sum + count, 0);

function approvalFact(words: Composition['words'], approvedBy: Composition['exportLine']['approvedBy']): Fact[] {
  if (approvedBy === undefined) return [];
  return [{ label: words.say('cover.approved'), value: approvedBy ?? words.say('cover.alone') }];
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
