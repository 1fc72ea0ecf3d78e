import type { VisitBatch } from '../../../../electron/vault/port.ts';

export interface VisitRow {
  readonly date: number;
  readonly time: number;
  readonly visitorId: string;
  readonly inmateId: string;
  /** Stands in every other column. */
  readonly text: string;
}

/** Rows as an import hands them over; source rows count from 1. */
export function batchOf(importId: string, rows: readonly VisitRow[], rowsBefore = 0): VisitBatch {
  const column = (values: readonly string[]) => {
    const distinct = [...new Set(values)];
    return { distinct, index: Int32Array.from(values, (value) => distinct.indexOf(value)) };
  };
  const text = column(rows.map((row) => row.text));
  return {
    importId,
    length: rows.length,
    date: Int32Array.from(rows, (row) => row.date),
    time: Int16Array.from(rows, (row) => row.time),
    sourceRow: Int32Array.from(rows, (_, number) => rowsBefore + number + 1),
    texts: {
      visitorId: column(rows.map((row) => row.visitorId)),
      inmateId: column(rows.map((row) => row.inmateId)),
      queueNumber: text,
      relation: text,
      visitorName: text,
      nationalId: text,
      phone: text,
      address: text,
      inmateName: text,
      registrationNumber: text,
      cell: text,
    },
  };
}
