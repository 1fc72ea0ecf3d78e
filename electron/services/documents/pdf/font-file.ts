import { inflateSync } from 'node:zlib';

/** The cuts of IBM Plex Sans a document is set in, and the file of each. */
export const fontFiles = {
  regular: 'IBMPlexSans-Regular.woff',
  italic: 'IBMPlexSans-Italic.woff',
  semibold: 'IBMPlexSans-SemiBold.woff',
  bold: 'IBMPlexSans-Bold.woff',
} as const;
/** What makes a PNG of an SVG lies beside them. */
export const rasterizerName = 'resvg.wasm';

export type FontName = keyof typeof fontFiles;
export const fontNames = ['regular', 'italic', 'semibold', 'bold'] as const satisfies readonly FontName[];

/** Bytes of the WOFF files, by cut. */
export type FontBytes = Readonly<Record<FontName, Uint8Array<ArrayBuffer>>>;

/**
 * Takes a WOFF 1.0 file (W3C Recommendation, 2012) apart into the TrueType file it was made from: the subsetter behind
 * pdfkit reads composite glyphs of bare TrueType only.
 */
export function unwrapWoff(woff: Uint8Array): Uint8Array {
  const input = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = input.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [entry + 4, entry + 8, entry + 12].map((at) => input.getUint32(at));
    if (offset === undefined || packed === undefined || length === undefined) throw new RangeError('font table');
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    return { tag: input.getUint32(entry), checksum: input.getUint32(entry + 16), table };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const head = 12 + 16 * count;
  const result = new Uint8Array(tables.reduce((size, { table }) => size + padded(table.length), head));
  const output = new DataView(result.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  output.setUint32(0, input.getUint32(4));
  output.setUint16(4, count);
  output.setUint16(6, power * 16);
  output.setUint16(8, Math.log2(power));
  output.setUint16(10, count * 16 - power * 16);
  let offset = head;
  for (const [index, { tag, checksum, table }] of tables.entries()) {
    const entry = 12 + 16 * index;
    output.setUint32(entry, tag);
    output.setUint32(entry + 4, checksum);
    output.setUint32(entry + 8, offset);
    output.setUint32(entry + 12, table.length);
    result.set(table, offset);
    offset += padded(table.length);
  }
  return result;
}

/** The characters of the basic plane a TrueType font can draw (`cmap` format 4, OpenType specification). */
export function drawableCharacters(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => view.getUint32(at) === 0x636d6170);
  const characters = new Set<number>();
  if (entry === undefined) return characters;
  const cmap = view.getUint32(entry + 8);
  const encodings = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) =>
    view.getUint32(cmap + 8 + 8 * index),
  );
  const table = encodings.map((at) => cmap + at).find((at) => view.getUint16(at) === 4);
  if (table === undefined) return characters;
  const segments = view.getUint16(table + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const at = table + 14 + 2 * segment;
    const [end, start] = [view.getUint16(at), view.getUint16(at + 2 * segments + 2)];
    const [delta, range] = [view.getUint16(at + 4 * segments + 2), view.getUint16(at + 6 * segments + 2)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? code : view.getUint16(at + 6 * segments + 2 + range + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) characters.add(code);
    }
  }
  return characters;
}
