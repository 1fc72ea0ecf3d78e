import { isAscii, isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

export type TextEncoding = 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** A byte order mark decides; null when there is none. */
export function markedEncoding(start: Uint8Array): TextEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16LE';
  if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16BE';
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 'UTF-8 BOM' : null;
}

/** UTF-16 without a mark shows in the zeros of its plain letters: every other byte, and only there. */
export function unmarkedUtf16(start: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  start.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = start.length / 2;
  if (odd > most * 0.5 && even < most * 0.05) return 'UTF-16LE';
  return even > most * 0.5 && odd < most * 0.05 ? 'UTF-16BE' : null;
}

/**
 * Says of bytes that come in pieces whether all of them together are UTF-8. A file that is, but for a few broken bytes,
 * counts as UTF-8: in another encoding all its other letters would be wrong.
 */
export class Utf8Check {
  #tail: Buffer = Buffer.alloc(0);
  #letters = 0;
  #broken = 0;

  push(chunk: Buffer): void {
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    const whole = endOfLastCharacter(bytes);
    this.#count(bytes.subarray(0, whole));
    this.#tail = bytes.subarray(whole);
  }

  end(): boolean {
    return this.#broken + this.#tail.length === 0 || this.#letters > this.#broken + this.#tail.length;
  }

  /** Letters beyond ASCII, and what is broken among them. */
  #count(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    const isWhole = isUtf8(bytes);
    for (const letter of bytes.toString('utf8').match(/[\u0080-\uffff]/g) ?? [])
      if (!isWhole && letter === '\ufffd') this.#broken += 1;
      else this.#letters += 1;
  }
}

/** Where the last, possibly cut, character of several bytes begins; a character has at most four. */
function endOfLastCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const expected = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return expected > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

export interface TextDecoding {
  write(chunk: Buffer): string;
  end(): string;
}

/**
 * Turns pieces of a file into text, without its byte order mark. Written out here because the Unicode tables inside
 * Electron leave out the older encodings that `TextDecoder` offers elsewhere.
 */
export function textDecoding(encoding: TextEncoding): TextDecoding {
  const decode = decoderOf(encoding);
  let first = true;
  return {
    write(chunk) {
      const text = decode.write(chunk);
      if (!first || text === '') return text;
      first = false;
      return text.startsWith('\uFEFF') ? text.slice(1) : text;
    },
    end: () => decode.end(),
  };
}

function decoderOf(encoding: TextEncoding): TextDecoding {
  if (encoding === 'Windows-1252') return { write: windows1252, end: () => '' };
  if (encoding === 'UTF-16BE') return bigEndian();
  const decoder = new StringDecoder(encoding === 'UTF-16LE' ? 'utf16le' : 'utf8');
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() };
}

function bigEndian(): TextDecoding {
  const decoder = new StringDecoder('utf16le');
  let odd: Buffer = Buffer.alloc(0);
  return {
    write(chunk) {
      const bytes = Buffer.concat([odd, chunk]);
      const even = bytes.length - (bytes.length % 2);
      odd = bytes.subarray(even);
      return decoder.write(Buffer.from(bytes.subarray(0, even)).swap16());
    },
    end: () => decoder.end(),
  };
}

/** 0x80 to 0x9F, where Windows-1252 is not Latin-1 (WHATWG Encoding Standard, index windows-1252). */
const aboveAscii = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (chunk: Buffer): string =>
  chunk.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => aboveAscii.charAt(letter.charCodeAt(0) - 0x80));
