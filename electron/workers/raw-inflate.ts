import { Duplex } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** What stands in for the web's class where that knows no bare deflate: the same bytes through zlib. */
class RawInflate {
  readonly readable: unknown;
  readonly writable: unknown;

  constructor() {
    const { readable, writable } = Duplex.toWeb(createInflateRaw());
    this.readable = readable;
    this.writable = writable;
  }
}

/**
 * Spreadsheets are packed as bare deflate, which `DecompressionStream` reads from Node 20.12 on; the oldest runtime the
 * program is run on has 18. https://nodejs.org/api/webstreams.html#class-decompressionstream
 */
export function ensureRawInflate(): void {
  try {
    void new DecompressionStream('deflate-raw');
  } catch {
    Object.defineProperty(globalThis, 'DecompressionStream', { value: RawInflate, configurable: true });
  }
}
