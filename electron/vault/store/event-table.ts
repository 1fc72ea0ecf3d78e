import type { Id } from '../../../shared/domain/basics.ts';
import { eventColumns, type EventKind, type EventRow, linkedEventColumns } from '../../../shared/domain/event.ts';
import type { EventBlock } from '../format/segment.ts';
import type { EventTable } from '../port.ts';

const dayLength = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Rows of the registers besides visits in memory. */
export class MemoryEvents implements EventTable {
  readonly #blocks = new Map<EventKind, EventBlock[]>();
  readonly #joined: () => ReadonlyMap<Id, Id>;

  /** @param joined whose rows show under whom */
  constructor(joined: () => ReadonlyMap<Id, Id>) {
    this.#joined = joined;
  }

  add(blocks: readonly EventBlock[]): void {
    for (const block of blocks) {
      const known = this.#blocks.get(block.kind);
      if (known === undefined) this.#blocks.set(block.kind, [block]);
      else known.push(block);
    }
  }

  /** The vault was closed: nothing of it stays. */
  clear(): void {
    this.#blocks.clear();
  }

  count(kind: EventKind): number {
    return this.#of(kind).reduce((sum, { length }) => sum + length, 0);
  }

  batches(kind: EventKind): readonly EventBlock[] {
    return this.#of(kind);
  }

  *all(kind: EventKind): Iterable<EventRow> {
    const blocks = this.#of(kind);
    const places = blocks.flatMap((block) => Array.from({ length: block.length }, (_, row) => ({ block, row })));
    const moment = ({ block, row }: (typeof places)[number]): number =>
      (block.date[row] ?? 0) * 1440 + (block.time[row] ?? -1);
    places.sort((a, b) => moment(a) - moment(b));
    const joined = this.#joined();
    const columns = eventColumns(kind);
    const links = linkedEventColumns[kind].length;
    for (const { block, row } of places) {
      const minutes = block.time[row] ?? -1;
      const sourceRow = block.sourceRow[row] ?? 0;
      const texts = columns.map((name, place): [string, string] => {
        const text = block.texts[place]?.at(row) ?? '';
        return [name, place < links ? (joined.get(text) ?? text) : text];
      });
      yield {
        id: `${block.importId}:${sourceRow}`,
        kind,
        importId: block.importId,
        sourceRow,
        date: new Date((block.date[row] ?? 0) * dayLength).toISOString().slice(0, 10),
        time: minutes < 0 ? null : `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
        texts: Object.fromEntries(texts),
      };
    }
  }

  #of(kind: EventKind): readonly EventBlock[] {
    return this.#blocks.get(kind) ?? [];
  }
}
