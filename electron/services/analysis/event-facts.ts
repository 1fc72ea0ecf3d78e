import type { EventFacts } from '../../../shared/analysis/registers.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { eventColumns, type EventKind } from '../../../shared/domain/event.ts';
import type { EventBatch, TextColumn } from '../../vault/port.ts';
import { TextPool } from '../importing/row-table.ts';

/** What counts of a row besides who and when. */
const telling = { goods: 'item', calls: 'number', finds: 'item', moves: 'toCell' } as const;

/** One flat table of all rows of a register, as they hold now. */
export function eventFacts(kind: EventKind, batches: readonly EventBatch[], joined: ReadonlyMap<Id, Id>): EventFacts {
  const own = batches.filter((batch) => batch.kind === kind);
  const columns = eventColumns(kind);
  const length = own.reduce((sum, batch) => sum + batch.length, 0);
  const ints = (): Int32Array => new Int32Array(length).fill(-1);
  const [date, inmate, visitor, text, cell, importOf, sourceRow] = [
    ints(),
    ints(),
    ints(),
    ints(),
    ints(),
    ints(),
    ints(),
  ];
  const time = new Int16Array(length);
  const [people, texts, imports] = [new TextPool(), new TextPool(), new TextPool()];
  const person = (id: string): number => (id === '' ? -1 : people.number(joined.get(id) ?? id));
  let start = 0;
  for (const batch of own) {
    const put = (name: string, into: Int32Array, number: (text: string) => number): void => {
      const column: TextColumn | undefined = batch.texts[columns.indexOf(name)];
      if (column === undefined) return;
      const numbers = Int32Array.from(column.distinct, number);
      for (let row = 0; row < batch.length; row += 1) into[start + row] = numbers[column.index[row] ?? 0] ?? -1;
    };
    date.set(batch.date, start);
    time.set(batch.time, start);
    sourceRow.set(batch.sourceRow, start);
    importOf.fill(imports.number(batch.importId), start, start + batch.length);
    put('inmateId', inmate, person);
    put('visitorId', visitor, person);
    put(telling[kind], text, (each) => texts.number(each));
    put('cell', cell, (each) => texts.number(each));
    start += batch.length;
  }
  return {
    length,
    date,
    time,
    inmate,
    visitor,
    text,
    cell,
    importOf,
    sourceRow,
    people: people.all(),
    texts: texts.all(),
    imports: imports.all(),
  };
}
