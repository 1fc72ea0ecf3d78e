import { concat, readU32, u32, uuidBytes, uuidText } from '../crypto/bytes.ts';
import type { TextColumn } from '../port.ts';

/**
 * A text column as stored: encoding u8 (0 UTF-8, 1 UUID of 16 bytes) ‖ width u8 of an index (1, 2 or 4 bytes) ‖
 * count of distinct texts u32 ‖ length u32 of the bytes ‖ ends u32 little-endian × count (UTF-8 only) ‖ the bytes ‖
 * index × rows, little-endian.
 */
export interface PackedTexts {
  readonly encoding: 0 | 1;
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly index: Int32Array;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuidPattern.test(text);

export function packTexts(column: TextColumn): PackedTexts {
  if (column instanceof StoredText) return column.packed;
  const { distinct, index } = column;
  const count = distinct.length;
  if (count > 0 && distinct.every(isUuid)) {
    const bytes = new Uint8Array(count * 16);
    distinct.forEach((text, number) => bytes.set(uuidBytes(text), number * 16));
    return { encoding: 1, ends: new Uint32Array(0), bytes, count, index };
  }
  let end = 0;
  const ends = Uint32Array.from(distinct, (text) => (end += Buffer.byteLength(text)));
  const bytes = new Uint8Array(end);
  const writing = Buffer.from(bytes.buffer);
  distinct.forEach((text, number) => writing.write(text, number === 0 ? 0 : (ends[number - 1] ?? 0)));
  return { encoding: 0, ends, bytes, count, index };
}

export function textColumnBytes(packed: PackedTexts): Uint8Array {
  const { encoding, ends, bytes, count, index } = packed;
  const width = count <= 0xff ? 1 : count <= 0xffff ? 2 : 4;
  const narrow = width === 1 ? Uint8Array.from(index) : width === 2 ? Uint16Array.from(index) : index;
  return concat(
    Uint8Array.of(encoding, width),
    u32(count),
    u32(bytes.length),
    new Uint8Array(ends.buffer, ends.byteOffset, ends.byteLength),
    bytes,
    new Uint8Array(narrow.buffer, narrow.byteOffset, narrow.byteLength),
  );
}

const rowsPerShared = 8;

/** A text column in memory: its distinct texts stay bytes until somebody asks. */
export class StoredText implements TextColumn {
  readonly index: Int32Array;
  readonly #encoding: 0 | 1;
  readonly #count: number;
  readonly #ends: Uint32Array;
  readonly #bytes: Buffer;
  #distinct: readonly string[] | undefined;
  /** Texts that many rows share are decoded once; others would only fill memory. */
  readonly #shared: (string | undefined)[] | undefined;

  constructor({ encoding, count, ends, bytes, index }: PackedTexts) {
    this.index = index;
    this.#encoding = encoding;
    this.#count = count;
    this.#ends = ends;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#shared = count * rowsPerShared <= index.length ? [] : undefined;
  }

  /** As it is stored, without a text being made. */
  get packed(): PackedTexts {
    const [encoding, ends, bytes] = [this.#encoding, this.#ends, this.#bytes];
    return { encoding, ends, bytes, count: this.#count, index: this.index };
  }

  /** Sixteen bytes for each distinct text when all are UUIDs stored as such. */
  get uuids(): Uint8Array | undefined {
    return this.#encoding === 1 ? this.#bytes : undefined;
  }

  get distinct(): readonly string[] {
    this.#distinct ??= Array.from({ length: this.#count }, (_, number) => this.#decode(number));
    return this.#distinct;
  }

  /** The text of one row, without decoding the others. */
  at(row: number): string {
    const number = this.index[row];
    if (number === undefined) return '';
    if (this.#shared !== undefined) return (this.#shared[number] ??= this.#decode(number));
    return this.#distinct?.[number] ?? this.#decode(number);
  }

  #decode(number: number): string {
    if (this.#encoding === 1) return uuidText(this.#bytes, number * 16);
    const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    return this.#bytes.toString('utf8', start, this.#ends[number] ?? start);
  }
}

/**
 * @param take gives the next so many bytes, or throws
 * @throws RangeError when lengths contradict each other
 */
export function unpackTexts(take: (length: number) => Uint8Array, rows: number): StoredText {
  const head = take(10);
  const [stored = 0, width = 0] = head;
  const count = readU32(head, 2);
  const length = readU32(head, 6);
  if (stored > 1 || ![1, 2, 4].includes(width)) throw new RangeError('text column of an unknown kind');
  const encoding = stored === 0 ? 0 : 1;
  const ends = encoding === 0 ? new Uint32Array(copyOf(take(count * 4))) : new Uint32Array(0);
  const bytes = take(length).slice();
  const total = encoding === 0 ? (ends.at(-1) ?? 0) : count * 16;
  if (total !== length) throw new RangeError('text column of a wrong length');
  const places = copyOf(take(rows * width));
  const narrow = width === 1 ? new Uint8Array(places) : width === 2 ? new Uint16Array(places) : new Int32Array(places);
  const index = narrow instanceof Int32Array ? narrow : Int32Array.from(narrow);
  return new StoredText({ encoding, count, ends, bytes, index });
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
