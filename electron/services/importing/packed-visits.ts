import { type PackedTexts, packTexts, StoredText } from '../../vault/format/text-column.ts';
import { splitByMonth } from '../../vault/format/segment.ts';
import { type TextColumn, visitTextColumns, type VisitTextColumn } from '../../vault/port.ts';
import type { PlannedVisits } from './plan.ts';

/** New visits of one month on their way out of the thread: the main thread is handed no text that it does not ask for. */
export interface PackedVisits extends Omit<PlannedVisits, 'texts'> {
  readonly texts: Readonly<Record<VisitTextColumn, PackedTexts>>;
}

export function* packedMonths(
  batch: PlannedVisits,
): Generator<{ readonly visits: PackedVisits; readonly handOver: readonly ArrayBuffer[] }> {
  for (const [, { importId: _, texts, ...month }] of splitByMonth({ ...batch, importId: '' })) {
    const packed = eachColumn((name) => packTexts(texts[name]));
    const arrays = [month.date, month.time, month.sourceRow];
    const columns = visitTextColumns
      .map((name) => packed[name])
      .flatMap(({ ends, bytes, index }) => [ends, bytes, index]);
    const buffers = new Set([...arrays, ...columns].map(({ buffer }) => buffer));
    const handOver = [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
    yield { visits: { ...month, texts: packed }, handOver };
  }
}

export const unpackedVisits = ({ texts, ...visits }: PackedVisits): PlannedVisits => ({
  ...visits,
  texts: eachColumn((name): TextColumn => new StoredText(texts[name])),
});

const eachColumn = <T>(of: (name: VisitTextColumn) => T): Record<VisitTextColumn, T> => ({
  visitorId: of('visitorId'),
  inmateId: of('inmateId'),
  queueNumber: of('queueNumber'),
  relation: of('relation'),
  visitorName: of('visitorName'),
  nationalId: of('nationalId'),
  phone: of('phone'),
  address: of('address'),
  inmateName: of('inmateName'),
  registrationNumber: of('registrationNumber'),
  cell: of('cell'),
});
