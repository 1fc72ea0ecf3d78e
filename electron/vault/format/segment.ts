import { z } from 'zod';
import { idSchema } from '../../../shared/domain/basics.ts';
import { concat, readU32, textOf, u32, utf8 } from '../crypto/bytes.ts';
import { type VisitBatch, visitTextColumns } from '../port.ts';
import { packTexts, type StoredText, textColumnBytes, unpackTexts } from './text-column.ts';

/**
 * Visits of one month and one import, column by column. A segment's content is one or more such blocks, each:
 * length u32 of the head ‖ head as JSON {importId, rows} ‖ date i32 × rows ‖ source row i32 × rows ‖ time i16 × rows ‖
 * the text columns in the order of `visitTextColumns` (see `text-column.ts`). Arrays are little-endian.
 */
const headSchema = z.strictObject({ importId: idSchema, rows: z.int().positive().max(100_000_000) });

/** A block in memory; texts are decoded when they are first asked for. */
export interface VisitBlock extends VisitBatch {
  readonly texts: Readonly<Record<(typeof visitTextColumns)[number], StoredText>>;
}

export function encodeBlock(batch: VisitBatch): Uint8Array {
  const head = utf8(JSON.stringify({ importId: batch.importId, rows: batch.length }));
  return concat(
    u32(head.length),
    head,
    littleEndian(batch.date),
    littleEndian(batch.sourceRow),
    littleEndian(batch.time),
    ...visitTextColumns.map((name) => textColumnBytes(packTexts(batch.texts[name]))),
  );
}

/** @throws RangeError when the content does not hold what its own lengths say */
export function decodeBlocks(content: Uint8Array): VisitBlock[] {
  const blocks: VisitBlock[] = [];
  let offset = 0;
  const take = (length: number): Uint8Array => {
    if (length > content.length - offset) throw new RangeError('segment ends early');
    offset += length;
    return content.subarray(offset - length, offset);
  };
  while (offset < content.length) {
    const head = headSchema.parse(JSON.parse(textOf(take(readU32(take(4), 0)))));
    const { rows } = head;
    const date = new Int32Array(aligned(take(rows * 4)));
    const sourceRow = new Int32Array(aligned(take(rows * 4)));
    const time = new Int16Array(aligned(take(rows * 2)));
    const text = (): StoredText => unpackTexts(take, rows);
    blocks.push({
      importId: head.importId,
      length: rows,
      date,
      time,
      sourceRow,
      texts: {
        visitorId: text(),
        inmateId: text(),
        queueNumber: text(),
        relation: text(),
        visitorName: text(),
        nationalId: text(),
        phone: text(),
        address: text(),
        inmateName: text(),
        registrationNumber: text(),
        cell: text(),
      },
    });
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
export function* splitByMonth(batch: VisitBatch): Generator<readonly [month: string, part: VisitBatch]> {
  const rows = new Map<string, number[]>();
  const monthOfDay = new Map<number, string>();
  for (let row = 0; row < batch.length; row += 1) {
    const day = batch.date[row] ?? 0;
    const month = monthOfDay.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, -17);
    monthOfDay.set(day, month);
    const list = rows.get(month);
    if (list === undefined) rows.set(month, [row]);
    else list.push(row);
  }
  const most = Math.max(...visitTextColumns.map((name) => batch.texts[name].distinct.length));
  const places = new Int32Array(most).fill(-1);
  for (const [month, list] of rows) yield [month, pick(batch, list, places)];
}

/** @param places one for each distinct text of the longest column, all −1, and left so */
function pick(batch: VisitBatch, rows: readonly number[], places: Int32Array): VisitBatch {
  const texts = batch.texts;
  const column = (name: (typeof visitTextColumns)[number]) => {
    const { distinct, index } = texts[name];
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
    importId: batch.importId,
    length: rows.length,
    date: Int32Array.from(rows, (row) => batch.date[row] ?? 0),
    time: Int16Array.from(rows, (row) => batch.time[row] ?? -1),
    sourceRow: Int32Array.from(rows, (row) => batch.sourceRow[row] ?? 0),
    texts: {
      visitorId: column('visitorId'),
      inmateId: column('inmateId'),
      queueNumber: column('queueNumber'),
      relation: column('relation'),
      visitorName: column('visitorName'),
      nationalId: column('nationalId'),
      phone: column('phone'),
      address: column('address'),
      inmateName: column('inmateName'),
      registrationNumber: column('registrationNumber'),
      cell: column('cell'),
    },
  };
}
