import type { Marking } from '../../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../../shared/domain/case-document.ts';
import { prisonDay } from '../../../../shared/domain/prison-clock.ts';
import { drawFrames } from '../case-file-pdf/frame.ts';
import type { WrittenPdf } from '../case-file-pdf/write-case-file.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { Sheet } from '../pdf/sheet.ts';
import { finish } from '../pdf/tagged-document.ts';
import { colour, type } from '../pdf/theme.ts';
import { Words } from '../words.ts';

/** What a printed page of coordination is headed by. */
export interface PaperHead {
  /** Key of its title under `coordination:print`. */
  readonly kind: 'minutes' | 'plan' | 'commitments';
  readonly name: string;
  readonly marking: Marking;
  readonly agency: string;
}

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Pen, language and headings that the three printed documents of coordination share. */
export interface Paper {
  readonly sheet: Sheet;
  readonly words: Words;
  /** A text of `coordination.json`. */
  readonly say: Say;
  /** A numbered heading, kept together with what follows. */
  readonly heading: (key: string) => void;
  /** Texts one below the other, each with its number. */
  readonly numbered: (texts: readonly string[]) => void;
}

/** Writes a document with title, agency and frame; `draw` fills it. */
export async function writePaper(
  { kind, name, marking, agency }: PaperHead,
  exportLine: ExportLine,
  fonts: FontBytes,
  draw: (paper: Paper) => void,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const say: Say = (key, values) => words.say(`coordination:${key}`, values);
  const title = say(`print.${kind}.title`);
  const sheet = new Sheet(fonts, {
    title: name === '' ? title : `${title}: ${name}`,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  sheet.newPage();
  sheet.paragraph(title, { ...type.coverTitle, size: 21, leading: 28 }, { tag: 'H1' });
  if (name !== '') sheet.paragraph(name, type.coverLongTitle);
  if (agency !== '') sheet.paragraph(agency, type.label);
  sheet.space(10);
  draw({
    sheet,
    words,
    say,
    heading(key) {
      sheet.space(9);
      sheet.need(headingRoom);
      sheet.paragraph(say(key), type.heading2, { tag: 'H2' });
      sheet.space(4);
    },
    numbered(texts) {
      for (const [index, text] of texts.entries()) {
        sheet.paragraph(`${index + 1}. ${text}`);
        sheet.space(2);
      }
    },
  });
  drawFrames(
    sheet,
    words,
    { number: name === '' ? words.date(prisonDay(new Date(exportLine.at))) : name, marking, title, agency },
    exportLine,
    {
      cover: false,
    },
  );
  const pages = sheet.pageNumber;
  return { bytes: await finish(sheet.pdf), pages };
}

const headingRoom = 70;
const gap = 40;
const blockHeight = 104;

/** Lines to sign on, two beside each other; a name stands under each. */
export function drawSigning(
  { sheet }: Paper,
  signers: readonly { readonly label: string; readonly name: string }[],
): void {
  const column = (sheet.width - gap) / 2;
  sheet.space(22);
  for (let index = 0; index < signers.length; index += 2) {
    sheet.need(blockHeight);
    const top = sheet.y;
    for (const [place, { label, name }] of signers.slice(index, index + 2).entries()) {
      const x = sheet.left + place * (column + gap);
      sheet.element('P', sheet.section, {}, () => {
        for (const [line, part] of sheet.text.lines(label, column, type.label).slice(0, 2).entries())
          sheet.text.draw(part, x, top + line * type.label.leading, type.label);
      });
      sheet.rule(x, top + 76, column, colour.ink, 0.6);
      sheet.element('P', sheet.section, {}, () => {
        for (const [line, part] of sheet.text.lines(name, column, type.cell).slice(0, 2).entries())
          sheet.text.draw(part, x, top + 81 + line * type.cell.leading, type.cell);
      });
    }
    sheet.y = top + blockHeight;
  }
}
