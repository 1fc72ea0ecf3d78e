import type { Id } from '../../../shared/domain/basics.ts';
import { type EventKind, linkedEventColumns, writtenEventColumns } from '../../../shared/domain/event.ts';
import { parseDuration, parseQuantity } from '../../../shared/domain/quantity.ts';
import type { EventBatch, TextColumn } from '../../vault/port.ts';
import { RowTable, TextPool } from './row-table.ts';
import { nationalIdMeaning, phoneMeaning, spaced } from './text-meaning.ts';

/** Rows of one register that the vault holds, as plain data that can be handed to a thread. */
export interface KnownEvents {
  readonly batches: readonly EventBatch[];
}

export const noEvents: KnownEvents = { batches: [] };

/** A comma or a point, a zero at the end: the same quantity. */
const quantityMeaning = (text: string): string => {
  const read = parseQuantity(text);
  return read === null ? spaced(text) : `${read.amount} ${read.unit}`;
};
const durationMeaning = (text: string): string => {
  const seconds = parseDuration(text);
  return seconds === null ? spaced(text) : String(seconds);
};
const meanings: Readonly<Record<string, (text: string) => string>> = {
  number: phoneMeaning,
  phone: phoneMeaning,
  nationalId: nationalIdMeaning,
  quantity: quantityMeaning,
  duration: durationMeaning,
};

/** A pool for each written column of a register, in their order. */
export const eventPools = (kind: EventKind): readonly TextPool[] =>
  writtenEventColumns[kind].map((column) => new TextPool(meanings[column] ?? spaced));

/** The vault's rows in a table that a file's rows are compared with. */
export function storedEvents(kind: EventKind, { batches }: KnownEvents, pools: readonly TextPool[]): RowTable {
  const rows = new RowTable(pools);
  const links = linkedEventColumns[kind].length;
  for (const batch of batches) {
    const columns = pools.map((pool, place) => pooled(batch.texts[links + place], pool));
    for (let row = 0; row < batch.length; row += 1)
      rows.add(
        batch.date[row] ?? 0,
        batch.time[row] ?? -1,
        columns.map((column) => column[row] ?? 0),
        batch.sourceRow[row] ?? 0,
      );
  }
  return rows;
}

function pooled(column: TextColumn | undefined, pool: TextPool): Int32Array {
  if (column === undefined) return new Int32Array(0);
  const numbers = Int32Array.from(column.distinct, (text) => pool.number(text));
  return column.index.map((text) => numbers[text] ?? 0);
}

/** Every pair of inmate and sender that the vault's goods tell. */
export function* storedSenders({ batches }: KnownEvents, joined: ReadonlyMap<Id, Id>): Iterable<readonly [Id, Id]> {
  for (const { texts, length } of batches) {
    const [inmates, visitors] = texts;
    if (inmates === undefined || visitors === undefined) continue;
    const seen = new Set<number>();
    for (let row = 0; row < length; row += 1) {
      const pair = (inmates.index[row] ?? 0) * visitors.distinct.length + (visitors.index[row] ?? 0);
      if (seen.has(pair)) continue;
      seen.add(pair);
      const [inmate, visitor] = [
        inmates.distinct[inmates.index[row] ?? 0],
        visitors.distinct[visitors.index[row] ?? 0],
      ];
      if (inmate !== undefined && visitor !== undefined && visitor !== '')
        yield [joined.get(inmate) ?? inmate, joined.get(visitor) ?? visitor];
    }
  }
}
