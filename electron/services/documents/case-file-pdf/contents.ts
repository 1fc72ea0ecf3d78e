import type { Entry, Sheet } from '../pdf/sheet.ts';
import { colour, page, type } from '../pdf/theme.ts';
import type { Words } from '../words.ts';

const top = page.top + type.heading1.leading + 16;

/** Pages to leave free for this many entries. */
export function contentsPages(entries: number): number {
  return Math.max(1, Math.ceil(entries / Math.floor((page.height - page.bottom - top) / type.contentsStrong.leading)));
}

/**
 * Fills the pages left free for the contents once every page number is known. Each line is a link.
 *
 * @param parent the structure element that stands where the contents are read
 * @param first number of the first free page, counted from 1
 */
export function writeContents(sheet: Sheet, words: Words, parent: PDFKit.PDFStructureElement, first: number): void {
  const perPage = Math.floor((page.height - page.bottom - top) / type.contentsStrong.leading);
  sheet.pdf.switchToPage(first - 1);
  sheet.pdf.addNamedDestination('contents', 'XYZ', 0, page.top - 8, null);
  sheet.element('H1', parent, {}, () => sheet.text.draw(words.say('contents'), sheet.left, page.top, type.heading1));
  const list = sheet.element('TOC', parent);
  for (const [index, entry] of sheet.entries.entries()) {
    sheet.pdf.switchToPage(first - 1 + Math.floor(index / perPage));
    drawEntry(sheet, list, entry, top + (index % perPage) * type.contentsStrong.leading);
  }
  list.end();
  parent.end();
}

function drawEntry(sheet: Sheet, list: PDFKit.PDFStructureElement, entry: Entry, y: number): void {
  const style = entry.level === 1 ? type.contentsStrong : type.contents;
  const x = sheet.left + (entry.level === 1 ? 0 : 18);
  const right = sheet.left + sheet.width;
  const number = String(entry.page);
  const numberWidth = sheet.text.width(number, style);
  const title = sheet.text.oneLine(entry.title, right - x - 46, style);
  const titleEnd = x + sheet.text.width(title, style);
  sheet.artifact(() => {
    const dots = y + style.leading * 0.66;
    sheet.pdf.moveTo(titleEnd + 8, dots).lineTo(right - numberWidth - 8, dots);
    sheet.pdf.lineWidth(0.7).lineCap('round').dash(0.1, { space: 4 }).strokeColor(colour.faint).stroke().undash();
  });
  const item = sheet.element('TOCI', list);
  const link = sheet.element('Link', sheet.element('Reference', item), { alt: title });
  link.add(() => {
    sheet.text.draw(title, x, y, style);
    sheet.text.draw(number, right - numberWidth, y, style);
  });
  sheet.pdf.goTo(x, y, right - x, style.leading, entry.target, { structParent: link });
  item.end();
}
