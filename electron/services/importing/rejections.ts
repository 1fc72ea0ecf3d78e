import type { rejectionCodes } from '../../../shared/domain/register.ts';
import type { RejectedRow } from './plan.ts';

type RejectionCode = (typeof rejectionCodes)[number];

/** English sentences for the command line; the window translates the code. */
const sentences: Readonly<Record<RejectionCode, string>> = {
  'date-missing': 'The row has no date.',
  'date-unreadable': 'The date cannot be read.',
  'time-unreadable': 'The time cannot be read.',
  'visitor-name-missing': 'The row names no visitor.',
  'inmate-name-missing': 'The row names no inmate.',
  'inmate-unknown': 'No inmate of the register fits the name and cell.',
  'inmate-ambiguous': 'Several inmates fit the name, and nothing tells which one is meant.',
  'name-missing': 'The row has no name.',
  'registration-missing': 'The row has no registration number.',
  'duplicate-row': 'The same row stands in this file before.',
  'column-count': 'The row has more cells than the header.',
  'text-too-long': 'A cell holds more text than a register can mean.',
  'row-unreadable': 'The row cannot be read.',
};

/** Thrown while a row is read; the row goes into the report instead of the vault. */
export class RowRejected extends Error {
  override readonly name = 'RowRejected';
  readonly field: string;
  readonly code: RejectionCode;
  readonly detail: string;

  constructor(field: string, code: RejectionCode, detail = '') {
    super(code);
    this.field = field;
    this.code = code;
    this.detail = detail;
  }

  at(row: number, values: readonly string[]): RejectedRow {
    const message = this.detail === '' ? sentences[this.code] : `${sentences[this.code]} ${this.detail}`;
    return { row, field: this.field, code: this.code, message, values };
  }
}

const longestCell = 300;

/** Faults that any register's row can have, before its fields are looked at. */
export function checkShape(cells: readonly string[], columns: number): void {
  if (cells.slice(columns).some((cell) => cell.trim() !== '')) throw new RowRejected('', 'column-count');
  if (cells.some((cell) => cell.length > longestCell)) throw new RowRejected('', 'text-too-long');
}
