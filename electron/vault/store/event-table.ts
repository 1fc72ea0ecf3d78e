import type { Id } from '../../../shared/domain/basics.ts';
import { eventColumns, type EventKind, type EventRow, linkedEventColumns } from '../../../shared/domain/event.ts';
import type { EventBlock } from '../format/segment.ts';
import type { EventTable } from '../port.ts';
import { momentOf } from './moment.ts';

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
      momentOf(block.date[row] ?? 0, block.time[row] ?? -1);
    places.sort((a, b) => moment(a) - moment(b));
    const joined = this.#joined();
    for (const { block, row } of places) yield rowOf(block, row, joined);
  }

  *some(kind: EventKind, ids: ReadonlySet<string>): Iterable<EventRow> {
    const wanted = new Map<string, Set<number>>();
    for (const id of ids) {
      const colon = id.lastIndexOf(':');
      const rows = wanted.get(id.slice(0, colon)) ?? new Set<number>();
      wanted.set(id.slice(0, colon), rows.add(Number(id.slice(colon + 1))));
    }
    const joined = this.#joined();
    for (const block of this.#of(kind)) {
      const rows = wanted.get(block.importId);
      if (rows === undefined) continue;
      for (let row = 0; row < block.length; row += 1)
        if (rows.has(block.sourceRow[row] ?? 0)) yield rowOf(block, row, joined);
    }
  }

  #of(kind: EventKind): readonly EventBlock[] {
    return this.#blocks.get(kind) ?? [];
  }
}

function rowOf(block: EventBlock, row: number, joined: ReadonlyMap<Id, Id>): EventRow {
  const { kind, importId } = block;
  const minutes = block.time[row] ?? -1;
  const sourceRow = block.sourceRow[row] ?? 0;
  const links = linkedEventColumns[kind].length;
  const texts = eventColumns(kind).map((name, place): [string, string] => {
    const text = block.texts[place]?.at(row) ?? '';
    return [name, place < links ? (joined.get(text) ?? text) : text];
  });
  return {
    id: `${importId}:${sourceRow}`,
    kind,
    importId,
    sourceRow,
    date: new Date((block.date[row] ?? 0) * dayLength).toISOString().slice(0, 10),
    time: minutes < 0 ? null : `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
    texts: Object.fromEntries(texts),
  };
}
