import {
  type Box,
  chartStyle,
  contains,
  type DrawnLink,
  type DrawnNode,
  linkDash,
  partSign,
  partStyle,
} from '../../../../shared/analysis/chart-geometry.ts';
import {
  type DrawnBox,
  type DrawnNote,
  type DrawnScene,
  extraStyle,
} from '../../../../shared/analysis/chart-drawing.ts';
import type { MemberPart } from '../../../../shared/domain/case.ts';
import type { LinkStatus } from '../../../../shared/domain/link.ts';
import type { Sheet } from '../pdf/sheet.ts';
import type { TaggedDocument } from '../pdf/tagged-document.ts';
import { colour, type TextStyle, type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';

const nameStyle: TextStyle = {
  font: 'regular',
  size: chartStyle.nameSize,
  leading: chartStyle.nameLeading,
  colour: chartStyle.nameColour,
};
const labelStyle: TextStyle = {
  font: 'regular',
  size: chartStyle.linkLabelSize,
  leading: chartStyle.linkLabelSize + 2,
  colour: chartStyle.lineColour,
};

const titleStyle: TextStyle = {
  font: 'semibold',
  size: extraStyle.titleSize,
  leading: extraStyle.titleLeading,
  colour: chartStyle.nameColour,
};
const noteStyle: TextStyle = {
  font: 'regular',
  size: extraStyle.noteSize,
  leading: extraStyle.noteLeading,
  colour: chartStyle.nameColour,
};

export interface ChartView {
  /** The part of the chart to show, in chart units. */
  readonly window: Box;
  /** Where on the page, in points; the scale follows from both. */
  readonly frame: Box;
  /** Subject numbers in the circles instead of signs, and no other text. */
  readonly numbersOnly: boolean;
}

/** Draws a worked-out chart as vectors. */
export class ChartPen {
  readonly #sheet: Sheet;
  readonly #chart: DrawnScene;
  readonly #numbered: Composition['numbered'];
  readonly #photos: boolean;

  constructor({ sheet, numbered, content }: Composition, chart: DrawnScene) {
    this.#sheet = sheet;
    this.#chart = chart;
    this.#numbered = numbered;
    this.#photos = content.view?.photos !== false;
  }

  draw({ window, frame, numbersOnly }: ChartView): void {
    const { pdf } = this.#sheet;
    const scale = Math.min(frame.width / window.width, frame.height / window.height, 1.15);
    pdf.save();
    pdf.rect(frame.x, frame.y, frame.width, frame.height).clip();
    pdf.translate(
      frame.x + (frame.width - window.width * scale) / 2 - window.x * scale,
      frame.y + (frame.height - window.height * scale) / 2 - window.y * scale,
    );
    pdf.scale(scale);
    for (const box of this.#chart.boxes) this.#box(box, window, numbersOnly);
    for (const link of this.#chart.links) drawLine(pdf, link);
    if (!numbersOnly) for (const { leader } of this.#chart.notes) if (leader !== null) drawLeader(pdf, leader);
    if (!numbersOnly) for (const link of this.#chart.links) this.#label(link, window);
    for (const node of this.#chart.nodes) this.#node(node, window, numbersOnly, scale);
    if (!numbersOnly) for (const note of this.#chart.notes) this.#note(note, window);
    pdf.restore();
  }

  /** Text is drawn only where all of it can be seen: half a name is no name. */
  #label(link: DrawnLink, window: Box): void {
    const { label } = link;
    if (label === null || !contains(window, label)) return;
    this.#halo(label);
    const { x, y } = label;
    this.#sheet.text.draw(label.text, x + chartStyle.linkLabelPadding, y + chartStyle.linkLabelPadding - 1, labelStyle);
  }

  #node(node: DrawnNode, window: Box, numbersOnly: boolean, scale: number): void {
    const entry = this.#numbered.get(node.id);
    const photo = this.#photos && !numbersOnly ? entry?.subject.photo : undefined;
    const signed = photo === undefined && (entry === undefined || !numbersOnly);
    drawPerson(this.#sheet.pdf, node, entry?.subject.part ?? 'group', signed);
    if (photo !== undefined) drawPhoto(this.#sheet.pdf, node, photo);
    if (numbersOnly) {
      if (entry === undefined) return;
      const size = Math.min(15, 6.2 / scale);
      const style: TextStyle = { ...type.cellStrong, size, leading: size * 1.3, colour: colour.ink };
      const text = String(entry.number);
      this.#sheet.text.draw(text, node.x - this.#sheet.text.width(text, style) / 2, node.y - size * 0.65, style);
      return;
    }
    if (!contains(window, node.nameBox)) return;
    this.#halo({ ...node.nameBox, x: node.nameBox.x - 1.5, width: node.nameBox.width + 3 });
    for (const [index, line] of node.lines.entries()) {
      const x = node.x - this.#sheet.text.width(line, nameStyle) / 2;
      this.#sheet.text.draw(line, x, node.nameBox.y + index * chartStyle.nameLeading, nameStyle);
    }
  }

  #box({ x, y, width, height, name }: DrawnBox, window: Box, numbersOnly: boolean): void {
    const { pdf, text } = this.#sheet;
    pdf.undash().lineWidth(1).roundedRect(x, y, width, height, extraStyle.boxCorner);
    pdf.fillAndStroke(extraStyle.boxFill, extraStyle.boxLine);
    const titleWidth = text.width(name, titleStyle);
    const title = { x: x + (width - titleWidth) / 2, y: y + 5, width: titleWidth, height: extraStyle.titleLeading };
    if (!numbersOnly && contains(window, title)) text.draw(name, title.x, title.y, titleStyle);
  }

  #note(note: DrawnNote, window: Box): void {
    const { pdf, text } = this.#sheet;
    pdf.undash().lineWidth(0.8).rect(note.x, note.y, note.width, note.height);
    pdf.fillAndStroke(extraStyle.noteFill, extraStyle.noteLine);
    if (!contains(window, note)) return;
    const { notePadding, noteLeading } = extraStyle;
    for (const [index, line] of note.lines.entries())
      text.draw(line, note.x + notePadding, note.y + notePadding + index * noteLeading, noteStyle);
  }

  /** Lines behind a text are dimmed so that it stays readable. */
  #halo(box: Box): void {
    const { pdf } = this.#sheet;
    pdf.save();
    pdf.fillOpacity(0.85).roundedRect(box.x, box.y, box.width, box.height, 2).fill(colour.paper);
    pdf.restore();
  }
}

/** A circle with the part's colour and, if wanted, its sign. */
export function drawPerson(
  pdf: TaggedDocument,
  at: { x: number; y: number },
  part: MemberPart | 'group',
  signed: boolean,
): void {
  const { fill, border } = partStyle[part];
  pdf.undash().lineWidth(chartStyle.nodeBorder);
  pdf.circle(at.x, at.y, chartStyle.nodeRadius).fillAndStroke(fill, border);
  if (!signed) return;
  const sign = partSign[part];
  pdf.save();
  pdf.translate(at.x, at.y);
  pdf.path(sign.filled).fill(border);
  if (sign.stroked !== '') pdf.path(sign.stroked).lineWidth(2).lineCap('round').strokeColor(border).stroke();
  pdf.restore();
}

/** Fills the circle, its border left to be seen. @param photo JPEG in base64 */
function drawPhoto(pdf: TaggedDocument, { x, y }: { x: number; y: number }, photo: string): void {
  const radius = chartStyle.nodeRadius - chartStyle.nodeBorder / 2;
  pdf.save();
  pdf.circle(x, y, radius).clip();
  const cover: [number, number] = [2 * radius, 2 * radius];
  pdf.image(Buffer.from(photo, 'base64'), x - radius, y - radius, { cover, align: 'center', valign: 'center' });
  pdf.restore();
}

export function setLine(pdf: TaggedDocument, status: LinkStatus, width = 1): void {
  const [dash, space] = linkDash[status];
  pdf.lineWidth(chartStyle.linkWidth * width).strokeColor(chartStyle.lineColour);
  if (dash === undefined || space === undefined) pdf.lineCap('butt').undash();
  else
    pdf
      .lineWidth(chartStyle.linkWidth * 1.25 * width)
      .lineCap('round')
      .dash(dash, { space: space * width });
}

function drawLine(pdf: TaggedDocument, link: DrawnLink): void {
  setLine(pdf, link.status, link.width);
  pdf.moveTo(link.start.x, link.start.y);
  pdf.quadraticCurveTo(link.control.x, link.control.y, link.end.x, link.end.y).stroke().undash();
  if (link.arrow !== null) drawArrow(pdf, link.arrow);
}

function drawLeader(pdf: TaggedDocument, [from, to]: NonNullable<DrawnNote['leader']>): void {
  pdf.undash().lineWidth(0.8).lineCap('butt').strokeColor(extraStyle.noteLine);
  pdf.moveTo(from.x, from.y).lineTo(to.x, to.y).stroke();
}

export function drawArrow(pdf: TaggedDocument, [tip, left, right]: NonNullable<DrawnLink['arrow']>): void {
  pdf.moveTo(tip.x, tip.y).lineTo(left.x, left.y).lineTo(right.x, right.y).closePath().fill(chartStyle.lineColour);
}
