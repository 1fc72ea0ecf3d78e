import { drawableCharacters, type FontBytes, fontNames, unwrapWoff } from './font-file.ts';
import type { TaggedDocument } from './tagged-document.ts';
import type { TextStyle } from './theme.ts';

/** Measures and breaks text in the document's own fonts, and draws single lines. */
export class Typesetter {
  readonly #document: TaggedDocument;
  readonly #drawable: ReadonlySet<number>;

  constructor(document: TaggedDocument, fonts: FontBytes) {
    this.#document = document;
    const files = fontNames.map((name) => ({ name, bytes: unwrapWoff(fonts[name]) }));
    for (const { name, bytes } of files) document.registerFont(name, Buffer.from(bytes.buffer));
    const covered = files.map(({ bytes }) => drawableCharacters(bytes));
    this.#drawable = new Set([...(covered[0] ?? [])].filter((code) => covered.every((set) => set.has(code))));
  }

  /**
   * Letters the fonts lack are put together from letter and mark, or else written as their Unicode number: nothing
   * disappears from a document unseen.
   */
  clean(text: string): string {
    let result = '';
    for (const character of text.normalize('NFC')) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20 || (code >= 0x7f && code < 0xa0)) result += ' ';
      else if (this.#drawable.has(code)) result += character;
      else if (this.#isDrawable(character.normalize('NFD'))) result += character.normalize('NFD');
      else result += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    }
    return result;
  }

  /** Width of cleaned text. */
  width(text: string, style: TextStyle): number {
    this.#document.font(style.font).fontSize(style.size);
    return this.#document.widthOfString(text) + (style.tracking ?? 0) * Math.max(0, text.length - 1);
  }

  /** Lines of at most `width`; line breaks of the text are kept, words wider than a line are broken where it ends. */
  lines(text: string, width: number, style: TextStyle): string[] {
    return text.split(/\r\n|[\r\n]/).flatMap((paragraph) => this.#wrap(this.clean(paragraph), width, style));
  }

  /** One line, cut with an ellipsis when it is too long. */
  oneLine(text: string, width: number, style: TextStyle): string {
    const whole = this.clean(text);
    if (this.width(whole, style) <= width) return whole;
    const fitting = this.#fitting(whole, width - this.width('…', style), style);
    return `${Array.from(whole).slice(0, fitting).join('').trimEnd()}…`;
  }

  /** Draws a line of cleaned text with its top at `y`; it is never broken or cut here. */
  draw(line: string, x: number, y: number, style: TextStyle): void {
    this.#document.font(style.font).fontSize(style.size).fillColor(style.colour);
    const descent = (style.leading - this.#document.currentLineHeight()) / 2;
    this.#document.text(line, x, y + descent, { lineBreak: false, characterSpacing: style.tracking ?? 0 });
  }

  #isDrawable(text: string): boolean {
    return Array.from(text).every((character) => this.#drawable.has(character.codePointAt(0) ?? 0));
  }

  #wrap(text: string, width: number, style: TextStyle): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.width(longer, style) <= width) {
        line = longer;
        continue;
      }
      // A word that needs breaking anyway begins on the line it finds.
      const breaks = this.width(word, style) > width;
      if (!breaks && line !== '') lines.push(line);
      const pieces = this.#pieces(breaks ? longer : word, width, style);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    return [...lines, line];
  }

  #pieces(word: string, width: number, style: TextStyle): string[] {
    const pieces: string[] = [];
    let rest = Array.from(word);
    while (rest.length > 1 && this.width(rest.join(''), style) > width) {
      const fitting = Math.max(1, this.#fitting(rest.join(''), width, style));
      pieces.push(rest.slice(0, fitting).join(''));
      rest = rest.slice(fitting);
    }
    return [...pieces, rest.join('')];
  }

  /** How many letters from the beginning fit, by halving. */
  #fitting(text: string, width: number, style: TextStyle): number {
    const letters = Array.from(text);
    let [fits, tooMany] = [0, letters.length + 1];
    while (tooMany - fits > 1) {
      const middle = (fits + tooMany) >> 1;
      if (this.width(letters.slice(0, middle).join(''), style) <= width) fits = middle;
      else tooMany = middle;
    }
    return fits;
  }
}
