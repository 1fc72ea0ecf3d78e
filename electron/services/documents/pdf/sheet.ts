import type { FontBytes } from './font-file.ts';
import { TaggedDocument } from './tagged-document.ts';
import { page, type TextStyle, type } from './theme.ts';
import { Typesetter } from './typesetter.ts';

export type StructureElement = PDFKit.PDFStructureElement;

/** A heading as contents page and outline show it. */
export interface Entry {
  readonly level: 1 | 2;
  readonly title: string;
  /** Name of the place in the document that links go to. */
  readonly target: string;
  /** Counted from 1. */
  readonly page: number;
}

/** Below this much room at the foot of a page a heading goes to the next one. */
const roomAfterHeading = 56;
/** A section that may follow on the same page asks for this much of it. */
const roomForSection = 280;

/** A document being written from top to bottom: where the pen is, when a page is full, what each thing is for a reader. */
export class Sheet {
  readonly pdf: TaggedDocument;
  readonly text: Typesetter;
  readonly root: StructureElement;
  readonly entries: Entry[] = [];
  readonly left = page.left;
  /** Distance of the pen from the top of the page. */
  y: number = page.top;
  #section: StructureElement;
  #outline: PDFKit.PDFOutline;
  #pages = 0;

  constructor(
    fonts: FontBytes,
    about: { title: string; language: string; createdAt: Date; password?: string | undefined },
  ) {
    this.pdf = new TaggedDocument(about);
    this.text = new Typesetter(this.pdf, fonts);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
    this.#section = this.root;
    this.#outline = this.pdf.outline;
  }

  /** Number of the page being written, counted from 1. */
  get pageNumber(): number {
    return this.#pages;
  }

  get width(): number {
    return this.pdf.page.width - page.left - page.right;
  }

  get bottom(): number {
    return this.pdf.page.height - page.bottom;
  }

  get section(): StructureElement {
    return this.#section;
  }

  newPage(layout: 'portrait' | 'landscape' = 'portrait'): void {
    this.pdf.addPage({ size: [page.width, page.height], layout, margin: 0 });
    this.#pages += 1;
    this.y = page.top;
  }

  /** Goes to a new page of the same shape when less than `height` is left on this one. */
  need(height: number): void {
    if (this.y + height <= this.bottom) return;
    this.newPage(this.pdf.page.width > this.pdf.page.height ? 'landscape' : 'portrait');
  }

  space(height: number): void {
    this.y += height;
  }

  /** A structure element below `parent`; give `content` when it is drawn at once. */
  element(
    tag: string,
    parent: StructureElement,
    options: PDFKit.Mixins.StructureElementOptions = {},
    content?: () => void,
  ): StructureElement {
    const element = this.pdf.struct(tag, options);
    parent.add(element);
    if (content !== undefined) {
      element.add(content);
      element.end();
    }
    return element;
  }

  /** Draws what a screen reader should pass over: lines, backgrounds, running heads. */
  artifact(draw: () => void, kind: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type: kind });
    draw();
    this.pdf.endMarkedContent();
  }

  rule(x: number, y: number, width: number, colour: string, weight = 0.5): void {
    this.artifact(() => {
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .undash()
        .strokeColor(colour)
        .stroke();
    });
  }

  /** Begins a numbered part of the document on a new page, or below the last one when `flow` finds room for it. */
  beginSection(title: string, target: string, start: 'portrait' | 'landscape' | 'flow'): void {
    if (start !== 'flow') this.newPage(start);
    else if (this.y + roomForSection > this.bottom || this.pdf.page.width > this.pdf.page.height) this.newPage();
    else this.space(22);
    this.#section = this.element('Sect', this.root);
    this.#outline = this.pdf.outline.addItem(title, { expanded: false, top: this.y - 6, left: this.pdf.page.width });
    this.#heading(title, target, 1, type.heading1);
    this.space(10);
  }

  /**
   * A heading inside a section that the outline lists too; `inContents` puts it on the contents page.
   *
   * @param following height of what must stand on the same page below it
   */
  subheading(title: string, target: string, inContents: boolean, following = roomAfterHeading): void {
    this.need(type.heading2.leading + following);
    this.#outline.addItem(title, { top: this.y - 6, left: this.pdf.page.width });
    if (inContents) this.#heading(title, target, 2, type.heading2);
    else this.#place(title, target, 2, type.heading2);
    this.space(4);
  }

  /** Text over the whole width, continued over pages. */
  paragraph(text: string, style: TextStyle = type.body, options: { indent?: number; tag?: string } = {}): void {
    const indent = options.indent ?? 0;
    const element = this.element(options.tag ?? 'P', this.#section);
    for (const line of this.text.lines(text, this.width - indent, style)) {
      this.need(style.leading);
      element.add(() => this.text.draw(line, this.left + indent, this.y, style));
      this.y += style.leading;
    }
    element.end();
  }

  #heading(title: string, target: string, level: 1 | 2, style: TextStyle): void {
    this.entries.push({ level, title, target, page: this.#pages });
    this.#place(title, target, level, style);
  }

  #place(title: string, target: string, level: 1 | 2, style: TextStyle): void {
    this.pdf.addNamedDestination(target, 'XYZ', 0, this.y - 8, null);
    const element = this.element(`H${level}`, this.#section);
    for (const line of this.text.lines(title, this.width, style)) {
      this.need(style.leading);
      element.add(() => this.text.draw(line, this.left, this.y, style));
      this.y += style.leading;
    }
    element.end();
  }
}
