import type { EventKind } from '../../../shared/domain/event.ts';
import { type EventBatch, type VisitBatch, visitTextColumns } from '../port.ts';
import { type ColumnBatch, decodeColumns, encodeColumns, monthsOf } from './block.ts';
import type { StoredText } from './text-column.ts';

/** Visits of one month and one import, in memory. */
export interface VisitBlock extends VisitBatch {
  readonly texts: Readonly<Record<(typeof visitTextColumns)[number], StoredText>>;
}

/** Rows of another register, one month and one import, in memory. */
export interface EventBlock extends EventBatch {
  readonly texts: readonly StoredText[];
}

const columnsOf = (batch: VisitBatch): ColumnBatch => ({
  ...batch,
  texts: visitTextColumns.map((name) => batch.texts[name]),
});

export const encodeBlock = (batch: VisitBatch): Uint8Array => encodeColumns(columnsOf(batch));

/** @throws RangeError when the content is no segment of visits */
export function decodeBlocks(content: Uint8Array): VisitBlock[] {
  return decodeColumns(content).map(({ kind, texts, ...block }) => {
    if (kind !== undefined) throw new RangeError('segment of another register');
    return { ...block, texts: named(texts) };
  });
}

/** @throws RangeError when the content is no segment of this register */
export function decodeEventBlocks(content: Uint8Array, wanted: EventKind): EventBlock[] {
  return decodeColumns(content).map(({ kind, ...block }) => {
    if (kind !== wanted) throw new RangeError('segment of another register');
    return { ...block, kind };
  });
}

/** A batch by calendar month. Key: `2026-03`. */
export function* splitByMonth(batch: VisitBatch): Generator<readonly [month: string, part: VisitBatch]> {
  for (const [month, { kind: _, texts, ...part }] of monthsOf(columnsOf(batch)))
    yield [month, { ...part, texts: named(texts) }];
}

function named<T>(texts: readonly T[]): Record<(typeof visitTextColumns)[number], T> {
  let place = 0;
  const next = (): T => {
    const text = texts[place];
    place += 1;
    if (text === undefined) throw new RangeError('a column is missing');
    return text;
  };
  // In the order of `visitTextColumns`.
  return {
    visitorId: next(),
    inmateId: next(),
    queueNumber: next(),
    relation: next(),
    visitorName: next(),
    nationalId: next(),
    phone: next(),
    address: next(),
    inmateName: next(),
    registrationNumber: next(),
    cell: next(),
  };
}
