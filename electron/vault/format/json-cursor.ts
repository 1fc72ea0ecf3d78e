import { textOf } from '../crypto/bytes.ts';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Walks through JSON member by member, so that a long document never has to be parsed in one turn. Finds where values
 * begin and end and leaves what they hold to `JSON.parse`.
 */
export class JsonCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The names of the object that comes next; the value of each is to be taken before the next name. @throws SyntaxError */
  *names(): Generator<string> {
    for (const _ of this.#parts(openBrace, closeBrace)) {
      const name = this.value();
      if (typeof name !== 'string') throw new SyntaxError('a member without a name');
      this.#expect(colon);
      yield name;
    }
  }

  /** Once for each element of the array that comes next, which is to be taken. @throws SyntaxError */
  *elements(): Generator<void> {
    yield* this.#parts(openBracket, closeBracket);
  }

  /** The value that comes next. @throws SyntaxError */
  value(): unknown {
    this.#skipSpace();
    const start = this.#at;
    this.#skipValue();
    return JSON.parse(textOf(this.#bytes.subarray(start, this.#at)));
  }

  /** Nothing stands behind what was taken. @throws SyntaxError */
  end(): void {
    this.#skipSpace();
    if (this.#at !== this.#bytes.length) throw new SyntaxError('more than one value');
  }

  *#parts(open: number, close: number): Generator<void> {
    this.#expect(open);
    this.#skipSpace();
    if (this.#bytes[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      yield;
      this.#skipSpace();
      const byte = this.#bytes[this.#at];
      this.#at += 1;
      if (byte === close) return;
      if (byte !== comma) throw new SyntaxError('members without a comma');
    }
  }

  #expect(byte: number): void {
    this.#skipSpace();
    if (this.#bytes[this.#at] !== byte) throw new SyntaxError('another kind of value');
    this.#at += 1;
  }

  #skipSpace(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at += 1;
  }

  /** To behind a value; whether it is one is for `JSON.parse` to say. */
  #skipValue(): void {
    const bytes = this.#bytes;
    let depth = 0;
    let at = this.#at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) {
        at += 1;
        while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
        if (depth === 0) {
          at += 1;
          break;
        }
      } else if (byte === openBrace || byte === openBracket) depth += 1;
      else if (byte === closeBrace || byte === closeBracket) {
        // The end of what the value stands in.
        if (depth === 0) break;
        depth -= 1;
        if (depth === 0) {
          at += 1;
          break;
        }
      } else if (depth === 0 && (byte === comma || isSpace(byte))) break;
    }
    this.#at = Math.min(at, bytes.length);
  }
}
