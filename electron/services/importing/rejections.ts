import type { rejectionCodes } from '../../../shared/domain/register.ts';
import type { RejectedRow } from './plan.ts';

type RejectionCode = (typeof rejectionCodes)[number];

/** English sentences for the command line; the window translates the code. */
const sentences: Readonly<Record<RejectionCode, string>> = {
  'date-missing': 'The row has no date.',
  'date-unreadable': 'The date cannot be read, or is not the weekday written beside it.',
  'time-unreadable': 'The time cannot be read.',
  'visitor-name-missing': 'The row names no visitor.',
  'inmate-name-missing': 'The row names no inmate.',
  'inmate-unknown': 'No inmate of the register fits the name and cell.',
  'inmate-ambiguous': 'Several inmates fit the name, and nothing tells which one is meant.',
  'item-missing': 'The row names no thing.',
  'phone-missing': 'The row has no number called.',
  'phone-unreadable': 'The number called cannot be read.',
  'cell-missing': 'The row does not say which cell the inmate came to.',
  'name-missing': 'The row has no name.',
  'registration-missing': 'The row has no registration number.',
  'several-names': 'A cell names several people; give each a row.',
  'number-contradicts': 'The registration number and the name say different inmates.',
  'date-ambiguous': 'The dates of this register may be written month first; which day is meant is not certain.',
  'duplicate-row': 'The same row stands in this file before.',
  'column-count': 'The row has more or fewer cells than the header.',
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

/** What the vault keeps of each field; a longer text is no name, number or address. In characters. */
const longest: Readonly<Record<string, number>> = {
  visitorName: 200,
  inmateName: 200,
  name: 200,
  alias: 200,
  registrationNumber: 40,
  cell: 40,
  queueNumber: 40,
  relation: 100,
  offence: 200,
  item: 1000,
  note: 2000,
  reason: 1000,
};
const longestOther = 300;

/** @throws RowRejected `text-too-long` */
export function checkLength(field: string, text: string): void {
  const most = longest[field] ?? longestOther;
  if (text.length > most) throw new RowRejected(field, 'text-too-long', `${text.length} characters, at most ${most}.`);
}

/** Control characters but tab and line ends, and what stands for bytes that are no text. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/**
 * A damaged cell may look like another name or number.
 *
 * @param columns those that are read
 * @throws RowRejected `row-unreadable`
 */
export function checkLetters(cells: readonly string[], columns: readonly number[]): void {
  if (columns.some((column) => noText.test(cells[column] ?? '')))
    throw new RowRejected('', 'row-unreadable', 'It holds characters that are no text.');
}

/**
 * Cells that slipped to other columns would give a visit to the wrong person. Only spreadsheets leave out blank cells at
 * the end of a row; in a CSV file a cell too few means that a delimiter is missing.
 *
 * @throws RowRejected `column-count`
 */
export function checkShape(cells: readonly string[], columns: number, format: 'csv' | 'xlsx'): void {
  const tooMany = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (tooMany || (format === 'csv' && cells.length < columns))
    throw new RowRejected('', 'column-count', `${cells.length} instead of ${columns}.`);
}
