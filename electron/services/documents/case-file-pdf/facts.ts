import type { Sheet } from '../pdf/sheet.ts';
import { colour, type TextStyle, type } from '../pdf/theme.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly style?: TextStyle;
}

/** Labels in a narrow column, what they stand for beside them; a long value runs on over pages. */
export function drawFacts(
  sheet: Sheet,
  facts: readonly Fact[],
  options: { labelWidth: number; ruled?: boolean; indent?: number; beside?: number },
): void {
  const list = sheet.element('L', sheet.section);
  const indent = options.indent ?? 0;
  for (const fact of facts) {
    const style = fact.style ?? type.body;
    const width = sheet.width - indent - options.labelWidth - (options.beside ?? 0);
    const lines = sheet.text.lines(fact.value, width, style);
    const labels = sheet.text.lines(fact.label, options.labelWidth - 10, type.label);
    sheet.need(Math.max(labels.length * type.label.leading, Math.min(lines.length, 2) * style.leading));
    const item = sheet.element('LI', list);
    const top = sheet.y;
    sheet.element('Lbl', item, {}, () => {
      for (const [index, line] of labels.entries()) {
        sheet.text.draw(line, sheet.left + indent, top + index * type.label.leading, type.label);
      }
    });
    const startPage = sheet.pageNumber;
    const body = sheet.element('LBody', item);
    for (const line of lines) {
      sheet.need(style.leading);
      body.add(() => sheet.text.draw(line, sheet.left + indent + options.labelWidth, sheet.y, style));
      sheet.y += style.leading;
    }
    body.end();
    item.end();
    if (sheet.pageNumber === startPage) sheet.y = Math.max(sheet.y, top + labels.length * type.label.leading);
    if (options.ruled === true) {
      sheet.space(4);
      sheet.rule(sheet.left + indent, sheet.y, sheet.width - indent, colour.hair);
      sheet.space(4);
    }
  }
  list.end();
}
