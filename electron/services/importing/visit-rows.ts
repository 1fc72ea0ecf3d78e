import { RowTable, TextPool } from './row-table.ts';
import { nationalIdMeaning, phoneMeaning, queueMeaning, spaced } from './text-meaning.ts';

/** What a visit register writes as text, and what recognises a visit again together with its day and time. */
export const writtenColumns = [
  'queueNumber',
  'relation',
  'visitorName',
  'nationalId',
  'phone',
  'address',
  'inmateName',
  'registrationNumber',
  'cell',
] as const;
export type WrittenColumn = (typeof writtenColumns)[number];
export type WrittenTexts = Readonly<Record<WrittenColumn, string>>;

/** Day, time and the written columns. */
export const comparedFields = writtenColumns.length + 2;
const placeOf: Readonly<Record<WrittenColumn, number>> = {
  queueNumber: 0,
  relation: 1,
  visitorName: 2,
  nationalId: 3,
  phone: 4,
  address: 5,
  inmateName: 6,
  registrationNumber: 7,
  cell: 8,
};

/** A pool for each column: small ones are found in faster. */
export type TextPools = Readonly<Record<WrittenColumn, TextPool>>;

export const newTextPools = (): TextPools => ({
  queueNumber: new TextPool(queueMeaning),
  relation: new TextPool(spaced),
  visitorName: new TextPool(spaced),
  nationalId: new TextPool(nationalIdMeaning),
  phone: new TextPool(phoneMeaning),
  address: new TextPool(spaced),
  inmateName: new TextPool(spaced),
  registrationNumber: new TextPool(spaced),
  cell: new TextPool(spaced),
});

/** Visits as whole numbers. */
export class VisitRows extends RowTable {
  constructor(pools: TextPools) {
    super(writtenColumns.map((column) => pools[column]));
  }

  text(row: number, column: WrittenColumn): number {
    return this.textAt(row, placeOf[column]);
  }
}
