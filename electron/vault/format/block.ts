import { z } from 'zod';
import { idSchema } from '../../../shared/domain/basics.ts';
import { eventColumns, type EventKind, eventKindSchema } from '../../../shared/domain/event.ts';
import { concat, readU32, textOf, u32, utf8 } from '../crypto/bytes.ts';
import { type TextColumn, type VisitBatch, visitTextColumns } from '../port.ts';
import { packTexts, type StoredText, textColumnBytes, unpackTexts } from './text-column.ts';

/**
 * Rows of one register, one month and one import, column by column. A segment's content is one or more such blocks of one
 * register, each: length u32 of the head ‖ head as JSON {importId, rows, kind} ‖ date i32 × rows ‖ source row i32 × rows ‖
 * time i16 × rows ‖ the text columns in the order of `textColumnsOf` (see `text-column.ts`). Arrays are little-endian.
 * Visits have no `kind`.
 */
const headSchema = z.strictObject({
  importId: idSchema,
  rows: z.int().positive().max(100_000_000),
  kind: eventKindSchema.optional(),
});

export interface ColumnBatch extends Omit<VisitBatch, 'texts'> {
  /** Absent for visits. */
  readonly kind?: EventKind | undefined;
  readonly texts: readonly TextColumn[];
}

/** A block in memory; texts are decoded when they are first asked for. */
export interface ColumnBlock extends ColumnBatch {
  readonly texts: readonly StoredText[];
}

export const textColumnsOf = (kind: EventKind | undefined): readonly string[] =>
  kind === undefined ? visitTextColumns : eventColumns(kind);

export function encodeColumns(batch: ColumnBatch): Uint8Array {
  const { importId, length, kind } = batch;
  const head = utf8(JSON.stringify({ importId, rows: length, kind }));
  return concat(
    u32(head.length),
    head,
    littleEndian(batch.date),
    littleEndian(batch.sourceRow),
    littleEndian(batch.time),
    ...batch.texts.map((column) => textColumnBytes(packTexts(column))),
  );
}

/** @throws RangeError when the content does not hold what its own lengths say */
export function decodeColumns(content: Uint8Array): ColumnBlock[] {
  const blocks: ColumnBlock[] = [];
  let offset = 0;
  const take = (length: number): Uint8Array => {
    if (length > content.length - offset) throw new RangeError('segment ends early');
    offset += length;
    return content.subarray(offset - length, offset);
  };
  while (offset < content.length) {
    const { importId, rows, kind } = headSchema.parse(JSON.parse(textOf(take(readU32(take(4), 0)))));
    const date = new Int32Array(aligned(take(rows * 4)));
    const sourceRow = new Int32Array(aligned(take(rows * 4)));
    const time = new Int16Array(aligned(take(rows * 2)));
    const texts = textColumnsOf(kind).map(() => unpackTexts(take, rows));
    blocks.push({ kind, importId, length: rows, date, time, sourceRow, texts });
  }
  return blocks;
}

/** A copy that starts on a boundary typed arrays accept. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Every machine Electron runs on is little-endian, so the bytes are taken as they are. */
const littleEndian = (array: Int32Array | Int16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Splits a batch by calendar month, rows in their order; a month is made when it is asked for. Key: `2026-03`. */
export function* monthsOf(batch: ColumnBatch): Generator<readonly [month: string, part: ColumnBatch]> {
  const days = new Set(batch.date);
  const months = new Set([...days].map(monthOf));
  const [only] = months;
  if (only !== undefined && months.size === 1) {
    yield [only, batch];
    return;
  }
  const rows = new Map<string, number[]>();
  const monthOfDay = new Map<number, string>();
  for (let row = 0; row < batch.length; row += 1) {
    const day = batch.date[row] ?? 0;
    const month = monthOfDay.get(day) ?? monthOf(day);
    monthOfDay.set(day, month);
    const list = rows.get(month);
    if (list === undefined) rows.set(month, [row]);
    else list.push(row);
  }
  const most = Math.max(...batch.texts.map(({ distinct }) => distinct.length));
  const places = new Int32Array(most).fill(-1);
  for (const [month, list] of rows) yield [month, pick(batch, list, places)];
}

const monthOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, -17);

/** @param places one for each distinct text of the longest column, all −1, and left so */
function pick(batch: ColumnBatch, rows: readonly number[], places: Int32Array): ColumnBatch {
  const column = ({ distinct, index }: TextColumn): TextColumn => {
    const numbers: number[] = [];
    const picked = new Int32Array(rows.length);
    rows.forEach((row, position) => {
      const old = index[row] ?? 0;
      let place = places[old] ?? -1;
      if (place === -1) {
        place = numbers.push(old) - 1;
        places[old] = place;
      }
      picked[position] = place;
    });
    for (const number of numbers) places[number] = -1;
    return { distinct: numbers.map((number) => distinct[number] ?? ''), index: picked };
  };
  return {
    kind: batch.kind,
    importId: batch.importId,
    length: rows.length,
    date: Int32Array.from(rows, (row) => batch.date[row] ?? 0),
    time: Int16Array.from(rows, (row) => batch.time[row] ?? -1),
    sourceRow: Int32Array.from(rows, (row) => batch.sourceRow[row] ?? 0),
    texts: batch.texts.map(column),
  };
}
