import type { Sheet } from '../pdf/sheet.ts';
import type { TextStyle } from '../pdf/theme.ts';
import { colour, markingColour, page, type } from '../pdf/theme.ts';
import type { Marking } from '../../../../shared/domain/basics.ts';
import type { CaseDocument, ExportLine } from '../../../../shared/domain/case-document.ts';
import type { Words } from '../words.ts';

/** What a document is, as every page of it says. */
export interface Headed {
  readonly marking: Marking;
  readonly number: string;
  readonly title: string;
  readonly agency: string;
  /** What page numbers that run through all copies begin with; without it, pages have no such number. */
  readonly pagePrefix?: string;
}

/** The same of a case file. */
export const headOf = ({ case: { marking, number, title }, agency }: CaseDocument): Headed => ({
  marking,
  number,
  title,
  agency,
  pagePrefix: number
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, longestPrefix),
});

/** Letters of a page number beside what stands at the foot of every page. */
const longestPrefix = 24;
const pageDigits = 6;

/** Draws on every page what stands on every page: marking above and below, running head, export line, page number. */
export function drawFrames(
  sheet: Sheet,
  words: Words,
  headed: Headed,
  exportLine: ExportLine,
  { cover }: { cover: boolean },
): void {
  const { count } = sheet.pdf.bufferedPageRange();
  const marking = { ...type.marking, colour: markingColour[headed.marking] };
  const marked = [words.marking(headed.marking), ...(exportLine.training === true ? [words.say('trainingMark')] : [])];
  const line = marked.join(' · ');
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(index);
    sheet.artifact(() => {
      const { height } = sheet.pdf.page;
      drawCentred(sheet, line, 26, marking);
      drawCentred(sheet, line, height - 36, marking);
      // A first page that is a cover says all of it in large.
      if (index > 0 || !cover) drawRunningHead(sheet, headed.number, headed.title, headed.agency);
      drawFoot(sheet, height - 76, {
        exported: words.say('exportLine', {
          officer: exportLine.officer,
          at: words.instant(exportLine.at),
        }),
        copy: words.say('copyLine', {
          copy: exportLine.copyNumber,
          recipient: exportLine.recipient || words.say('noRecipient'),
        }),
        hash: words.say('dataHashLine', { hash: exportLine.dataSha256 }),
        number: words.say('pageOf', { page: index + 1, pages: count }),
        stamp:
          headed.pagePrefix === undefined ? '' : `${headed.pagePrefix}-${String(index + 1).padStart(pageDigits, '0')}`,
      });
    }, 'Pagination');
  }
}

function drawCentred(sheet: Sheet, text: string, y: number, style: TextStyle): void {
  sheet.text.draw(text, (sheet.pdf.page.width - sheet.text.width(text, style)) / 2, y, style);
}

function drawRunningHead(sheet: Sheet, number: string, title: string, agency: string): void {
  const right = sheet.text.oneLine(agency, sheet.width * 0.4, type.running);
  const rightWidth = sheet.text.width(right, type.running);
  const left = sheet.text.oneLine(`${number}  ·  ${title}`, sheet.width - rightWidth - 24, type.running);
  sheet.text.draw(left, sheet.left, 50, type.running);
  sheet.text.draw(right, sheet.left + sheet.width - rightWidth, 50, type.running);
  drawLine(sheet, 64);
}

function drawFoot(
  sheet: Sheet,
  y: number,
  foot: { exported: string; copy: string; hash: string; number: string; stamp: string },
): void {
  drawLine(sheet, y);
  const numberWidth = sheet.text.width(foot.number, type.running);
  sheet.text.draw(foot.number, sheet.left + sheet.width - numberWidth, y + 5, type.running);
  const stampWidth = sheet.text.width(foot.stamp, type.running);
  if (foot.stamp !== '')
    sheet.text.draw(foot.stamp, sheet.left + sheet.width - stampWidth, y + 5 + type.running.leading, type.running);
  const room = sheet.width - Math.max(numberWidth, stampWidth) - 20;
  for (const [index, text] of [foot.exported, foot.copy, foot.hash].entries()) {
    const line = sheet.text.oneLine(text, room, type.exportLine);
    sheet.text.draw(line, sheet.left, y + 5 + index * type.exportLine.leading, type.exportLine);
  }
}

function drawLine(sheet: Sheet, y: number): void {
  sheet.pdf.moveTo(page.left, y).lineTo(page.left + sheet.width, y);
  sheet.pdf.lineWidth(0.6).undash().strokeColor(colour.rule).stroke();
}
