import type { Sheet, StructureElement } from './sheet.ts';
import { colour, type TextStyle, type } from './theme.ts';

export interface Column {
  readonly title: string;
  /** Share of the table's width; the shares are added up. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** Paragraphs of a cell, one below the other. */
export type Cell = readonly { readonly text: string; readonly style?: TextStyle }[];

export const cell = (text: string, style?: TextStyle): Cell => (style === undefined ? [{ text }] : [{ text, style }]);

interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

const padding = { x: 5, y: 3.2 } as const;

/**
 * Sets a table whose head stands again on every page it runs over. A row goes to the next page as a whole; only one
 * that is taller than a page is continued there, at the end of a line.
 */
export class Table {
  readonly #sheet: Sheet;
  readonly #columns: readonly (Column & { readonly x: number; readonly width: number })[];
  readonly #element: StructureElement;

  constructor(sheet: Sheet, columns: readonly Column[], summary: string) {
    this.#sheet = sheet;
    const whole = columns.reduce((sum, column) => sum + column.share, 0);
    let x = sheet.left;
    this.#columns = columns.map((column) => {
      const width = (sheet.width * column.share) / whole;
      x += width;
      return { ...column, x: x - width, width };
    });
    this.#element = sheet.element('Table', sheet.section, { alt: summary });
    sheet.need(this.#headHeight() + 40);
    this.#head(true);
  }

  row(cells: readonly Cell[]): void {
    const broken = this.#columns.map((column, index) => this.#break(cells[index] ?? [], column.width));
    const height = Math.max(...broken.map(heightOf)) + 2 * padding.y;
    const element = this.#sheet.element('TR', this.#element);
    const fields = this.#columns.map(() => this.#sheet.element('TD', element));
    if (this.#sheet.y + height > this.#sheet.bottom) this.#nextPage();
    this.#drawOver(broken, fields);
    for (const field of fields) field.end();
    element.end();
  }

  /** A line over the whole width that names the rows below it, and is kept together with the first of them. */
  group(title: string, note = ''): void {
    const height = type.cellStrong.leading + 2 * padding.y;
    if (this.#sheet.y + height + 2 * type.cell.leading + 4 * padding.y > this.#sheet.bottom) this.#nextPage();
    const { left, width, y } = this.#sheet;
    this.#sheet.artifact(() => this.#sheet.pdf.rect(left, y, width, height).fill(colour.wash));
    const element = this.#sheet.element('TR', this.#element);
    const text = this.#sheet.text.clean(note);
    this.#sheet.element('TH', element, { scope: 'Row' }, () => {
      this.#sheet.text.draw(this.#sheet.text.clean(title), left + padding.x, y + padding.y, type.cellStrong);
      const x = left + width - padding.x - this.#sheet.text.width(text, type.cellSoft);
      if (text !== '') this.#sheet.text.draw(text, x, y + padding.y + 0.5, type.cellSoft);
    });
    element.end();
    this.#sheet.y += height;
    this.#sheet.rule(left, this.#sheet.y, width, colour.hair);
  }

  end(): void {
    this.#element.end();
    this.#sheet.rule(this.#sheet.left, this.#sheet.y, this.#sheet.width, colour.rule, 0.8);
    this.#sheet.space(14);
  }

  #break(content: Cell, width: number): Line[] {
    return content.flatMap(({ text, style = type.cell }) =>
      this.#sheet.text.lines(text, width - 2 * padding.x, style).map((line) => ({ text: line, style })),
    );
  }

  #drawOver(broken: readonly (readonly Line[])[], fields: readonly StructureElement[]): void {
    const rest = broken.map((lines) => [...lines]);
    for (;;) {
      const room = this.#sheet.bottom - this.#sheet.y - 2 * padding.y;
      const now = rest.map((lines) => lines.splice(0, fitting(lines, room)));
      this.#drawLines(now, fields);
      if (rest.every((lines) => lines.length === 0)) return;
      this.#nextPage();
    }
  }

  #drawLines(cells: readonly (readonly Line[])[], fields: readonly StructureElement[]): void {
    const top = this.#sheet.y + padding.y;
    for (const [index, column] of this.#columns.entries()) {
      let y = top;
      for (const line of cells[index] ?? []) {
        const width = column.align === 'right' ? this.#sheet.text.width(line.text, line.style) : 0;
        const x = column.align === 'right' ? column.x + column.width - padding.x - width : column.x + padding.x;
        const at = y;
        fields[index]?.add(() => this.#sheet.text.draw(line.text, x, at, line.style));
        y += line.style.leading;
      }
    }
    this.#sheet.y = top + Math.max(...cells.map(heightOf)) + padding.y;
    this.#sheet.rule(this.#sheet.left, this.#sheet.y, this.#sheet.width, colour.hair);
  }

  #nextPage(): void {
    this.#sheet.rule(this.#sheet.left, this.#sheet.y, this.#sheet.width, colour.rule, 0.8);
    this.#sheet.need(Number.POSITIVE_INFINITY);
    this.#head(false);
  }

  #headHeight(): number {
    const lines = this.#columns.map((column) =>
      this.#break([{ text: column.title, style: type.tableHead }], column.width),
    );
    return Math.max(...lines.map(heightOf)) + 2 * padding.y;
  }

  /** A reader hears the head once; on later pages it is decoration. */
  #head(first: boolean): void {
    const { left, width, y } = this.#sheet;
    const height = this.#headHeight();
    this.#sheet.artifact(() => {
      this.#sheet.pdf
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(0.8)
        .undash()
        .strokeColor(colour.rule)
        .stroke();
    });
    const row = first ? this.#sheet.element('TR', this.#element) : undefined;
    for (const column of this.#columns) {
      const draw = () => this.#drawTitle(column, y);
      if (row === undefined) this.#sheet.artifact(draw, 'Pagination');
      else this.#sheet.element('TH', row, { scope: 'Column' }, draw);
    }
    row?.end();
    this.#sheet.y = y + height;
    this.#sheet.rule(left, this.#sheet.y, width, colour.rule, 0.8);
  }

  #drawTitle(column: Column & { readonly x: number; readonly width: number }, y: number): void {
    for (const [index, line] of this.#break([{ text: column.title, style: type.tableHead }], column.width).entries()) {
      const width = column.align === 'right' ? this.#sheet.text.width(line.text, line.style) : 0;
      const x = column.align === 'right' ? column.x + column.width - padding.x - width : column.x + padding.x;
      this.#sheet.text.draw(line.text, x, y + padding.y + index * line.style.leading, line.style);
    }
  }
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((height, line) => height + line.style.leading, 0);
}

function fitting(lines: readonly Line[], room: number): number {
  let height = 0;
  const over = lines.findIndex((line) => {
    height += line.style.leading;
    return height > room;
  });
  return over === -1 ? lines.length : over;
}
