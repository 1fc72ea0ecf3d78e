import type { Sheet } from './pdf/sheet.ts';
import { colour, page, type TextStyle, type } from './pdf/theme.ts';

/** Parts of a sheet that carries one code which is typed back from paper some day. */

export function heading(sheet: Sheet, text: string, style: TextStyle, tag: string): void {
  sheet.element(tag, sheet.root, {}, () => sheet.text.draw(sheet.text.clean(text), sheet.left, sheet.y, style));
  sheet.y += style.leading;
}

export function drawAbout(sheet: Sheet, facts: readonly (readonly [label: string, value: string])[]): void {
  for (const [label, value] of facts) {
    sheet.element('P', sheet.root, {}, () => {
      sheet.text.draw(label, sheet.left, sheet.y, type.label);
      const line = sheet.text.oneLine(value, sheet.width - 110, type.body);
      sheet.text.draw(line, sheet.left + 110, sheet.y, type.body);
    });
    sheet.y += 16;
  }
}

/** Letters in cells of one width, group by group, so that none is skipped when the code is typed from paper. */
export function drawCode(sheet: Sheet, code: string): void {
  const groups = code.split(/[\s-]+/).filter((group) => group !== '');
  const longest = Math.max(1, ...groups.map((group) => group.length));
  const inner = sheet.width - 28;
  // At most four groups to a line; fewer when groups are long.
  const perLine = Math.max(1, Math.min(4, Math.floor((inner + 18) / (longest * 15 + 18))));
  const cell = Math.min(22, (inner - (perLine - 1) * 18) / (perLine * longest));
  const style = { ...type.coverTitle, size: Math.min(21, cell), leading: 26 };
  const rows = Math.ceil(groups.length / perLine);
  const top = sheet.y + 6;
  const height = rows * 40 + 16;
  sheet.artifact(() => {
    sheet.pdf.roundedRect(sheet.left, top, sheet.width, height, 4).lineWidth(1).fillAndStroke(colour.wash, colour.rule);
  });
  sheet.element('P', sheet.root, { actual: code }, () => {
    for (const [index, group] of groups.entries()) {
      const x = sheet.left + 14 + (index % perLine) * (longest * cell + 18);
      const y = top + 15 + Math.floor(index / perLine) * 40;
      for (const [place, letter] of Array.from(group).entries()) {
        const shift = (cell - sheet.text.width(letter, style)) / 2;
        sheet.text.draw(letter, x + place * cell + shift, y, style);
      }
    }
  });
  sheet.y = top + height + 14;
}

/** Lines at the foot of the page on which two people sign. */
export function drawSignatures(sheet: Sheet, labels: readonly [string, string]): void {
  const column = (sheet.width - 28) / 2;
  const y = page.height - 92;
  for (const [index, label] of labels.entries()) {
    const x = sheet.left + index * (column + 28);
    sheet.rule(x, y, column, colour.ink, 0.6);
    sheet.element('P', sheet.root, {}, () => sheet.text.draw(label, x, y + 4, type.label));
  }
}
