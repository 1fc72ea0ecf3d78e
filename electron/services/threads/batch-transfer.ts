import type { EventBatch, TextColumn, VisitBatch } from '../../vault/port.ts';

/** A copy of the vault's columns to hand over: the vault keeps its own, which know more than a thread can be sent. */
export function copyOfBatch({ importId, length, ...columns }: VisitBatch): {
  readonly batch: VisitBatch;
  readonly handOver: readonly ArrayBuffer[];
} {
  const date = new Int32Array(columns.date);
  const time = new Int16Array(columns.time);
  const sourceRow = new Int32Array(columns.sourceRow);
  const handOver = [date.buffer, time.buffer, sourceRow.buffer];
  const copy = ({ distinct, index }: TextColumn): TextColumn => {
    const copied = new Int32Array(index);
    handOver.push(copied.buffer);
    return { distinct, index: copied };
  };
  const texts = {
    visitorId: copy(columns.texts.visitorId),
    inmateId: copy(columns.texts.inmateId),
    queueNumber: copy(columns.texts.queueNumber),
    relation: copy(columns.texts.relation),
    visitorName: copy(columns.texts.visitorName),
    nationalId: copy(columns.texts.nationalId),
    phone: copy(columns.texts.phone),
    address: copy(columns.texts.address),
    inmateName: copy(columns.texts.inmateName),
    registrationNumber: copy(columns.texts.registrationNumber),
    cell: copy(columns.texts.cell),
  };
  return { batch: { importId, length, date, time, sourceRow, texts }, handOver };
}

/** The same for rows of another register. */
export function copyOfEvents({ kind, importId, length, ...columns }: EventBatch): {
  readonly batch: EventBatch;
  readonly handOver: readonly ArrayBuffer[];
} {
  const date = new Int32Array(columns.date);
  const time = new Int16Array(columns.time);
  const sourceRow = new Int32Array(columns.sourceRow);
  const indexes = columns.texts.map(({ index }) => new Int32Array(index));
  const texts = columns.texts.map(({ distinct }, place) => ({ distinct, index: indexes[place] ?? new Int32Array(0) }));
  const handOver = [date.buffer, time.buffer, sourceRow.buffer, ...indexes.map(({ buffer }) => buffer)];
  return { batch: { kind, importId, length, date, time, sourceRow, texts }, handOver };
}
