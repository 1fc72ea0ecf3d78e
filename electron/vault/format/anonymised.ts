import type { Id } from '../../../shared/domain/basics.ts';
import type { TextColumn } from '../port.ts';
import { type ColumnBatch, textColumnsOf } from './block.ts';

/** What a register says of a visitor. The relation tells who it was to anybody who knows the inmate, and a note may. */
const ofVisitor: ReadonlySet<string> = new Set([
  'visitorId',
  'queueNumber',
  'relation',
  'visitorName',
  'nationalId',
  'phone',
  'address',
  'note',
]);

/**
 * The same rows without who came in some of them: each of those has a visitor of its own whom nothing else names, so that
 * no two can be told to be one person's. What was written of them is not in the batch any more.
 *
 * @param forgotten source rows
 */
export function anonymisedBatch(batch: ColumnBatch, forgotten: ReadonlySet<number>, nobody: () => Id): ColumnBatch {
  const names = textColumnsOf(batch.kind);
  const column = ({ distinct, index }: TextColumn, number: number): TextColumn => {
    const name = names[number] ?? '';
    if (!ofVisitor.has(name)) return { distinct, index };
    const places = new Map<string, number>();
    const place = (text: string): number => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, places.size);
      return places.size - 1;
    };
    const kept = Int32Array.from(index, (old, row) => {
      if (!forgotten.has(batch.sourceRow[row] ?? 0)) return place(distinct[old] ?? '');
      return place(name === 'visitorId' ? nobody() : '');
    });
    return { distinct: [...places.keys()], index: kept };
  };
  return { ...batch, texts: batch.texts.map(column) };
}
