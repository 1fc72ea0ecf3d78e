import { SinergiError } from '../../errors.ts';
import type { Tie } from './network.ts';

/** A list of links as a file holds it: rows of cells, blank ones too, so that rows can be counted as a reader sees them. */
export interface EdgeRows {
  readonly rows: readonly (readonly string[])[];
  /** Numbers may be written with a decimal comma. */
  readonly decimalComma: boolean;
}

export interface EdgeList {
  readonly people: readonly string[];
  readonly ties: readonly Tie[];
  /** Rows that link a person to themselves, which is no link. */
  readonly selfLoops: number;
}

const fromNames = ['from', 'source', 'src', 'dari', 'asal', 'sumber', 'pengirim', 'pemanggil', 'sender', 'caller'];
const toNames = [
  'to',
  'target',
  'dst',
  'dest',
  'destination',
  'ke',
  'tujuan',
  'penerima',
  'receiver',
  'callee',
  'called',
];
const endWords =
  /^(from|to|source|target|node|person|people|orang|nama|name|id|actor|aktor|vertex|ego|alter|member|anggota|wbp|narapidana|tahanan|inmate|pengunjung|visitor)[ _-]?(id|name|nama|from|to|[0-9]|[ab])?$/;

const tidy = (cell: string | undefined): string => (cell ?? '').trim().normalize('NFC');
const heading = (cell: string): string => tidy(cell).toLowerCase();

interface Columns {
  readonly from: number;
  readonly to: number;
  readonly weight: number | null;
  /** Index of the first row that holds a link. */
  readonly start: number;
}

/**
 * Reads a list of links. The ends stand in columns named from and to, source and target or the like, and otherwise in
 * the first two; a first row that names columns is no link. A row with one end only is a person without that link.
 * A weight of 0 says that there is no link.
 *
 * @param weight heading of the weight column, or its number counted from 1; null takes every row as 1
 * @throws SinergiError `file-empty`; `edges-column-unknown` with the headings; `edges-row-invalid` with row (counted
 * from 1 as a spreadsheet does), column and value when a weight is no number of 0 or more, or a row has no end at all
 */
export function readEdgeList({ rows, decimalComma }: EdgeRows, weight: string | null): EdgeList {
  const columns = findColumns(rows, weight);
  const people = new Set<string>();
  const ties: Tie[] = [];
  let selfLoops = 0;
  rows.forEach((cells, index) => {
    if (index < columns.start || isBlank(cells)) return;
    const row = index + 1;
    const [from, to] = [tidy(cells[columns.from]), tidy(cells[columns.to])];
    for (const end of [from, to]) if (end !== '') people.add(end);
    if (from === '' && to === '')
      throw new SinergiError('edges-row-invalid', {
        row,
        column: columns.from + 1,
        value: cells.join(' ').slice(0, 80),
      });
    if (from === '' || to === '') return;
    const amount = columns.weight === null ? 1 : weightOf(cells[columns.weight], decimalComma, row, columns.weight);
    if (from === to) selfLoops += 1;
    else if (amount > 0) ties.push({ from, to, weight: amount });
  });
  if (people.size === 0) throw new SinergiError('file-empty');
  return { people: [...people], ties, selfLoops };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function weightOf(cell: string | undefined, decimalComma: boolean, row: number, column: number): number {
  const text = tidy(cell);
  const plain = decimalComma ? text.replace(',', '.') : text;
  const amount = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(amount) || amount < 0)
    throw new SinergiError('edges-row-invalid', { row, column: column + 1, value: text.slice(0, 80) });
  return amount;
}

function findColumns(rows: readonly (readonly string[])[], weight: string | null): Columns {
  const top = rows.findIndex((cells) => !isBlank(cells));
  const first = rows[top];
  if (first === undefined) throw new SinergiError('file-empty');
  const headings = first.map(heading);
  const from = headings.findIndex((name) => fromNames.includes(name));
  const to = headings.findIndex((name) => toNames.includes(name));
  const named = weight === null ? -1 : headings.indexOf(heading(weight));
  const hasEnds = from !== -1 && to !== -1;
  const ends = hasEnds ? { from, to } : { from: 0, to: 1 };
  const isHeading = hasEnds || named !== -1 || namesColumns(first, rows[top + 1]);
  const start = isHeading ? top + 1 : top;
  if (weight === null) return { ...ends, weight: null, start };
  const number = /^\d+$/.test(weight) ? Number(weight) - 1 : -1;
  const place = named !== -1 ? named : number;
  if (place < 0 || place >= first.length)
    throw new SinergiError('edges-column-unknown', { column: weight, headings: first.map(tidy) });
  return { ...ends, weight: place, start };
}

/**
 * Whether a first row names columns: its ends are words for people, or numbers stand below it and none in it. Names of
 * people alone never decide: a first link must not be taken for a heading.
 */
function namesColumns(first: readonly string[], second: readonly string[] | undefined): boolean {
  const ends = first.slice(0, 2).map(heading);
  if (ends.length === 2 && ends.every((name) => endWords.test(name))) return true;
  if (second === undefined || first.some(isNumber)) return false;
  const below = first.map((cell, column) => tidy(cell) !== '' && isNumber(second[column]));
  return (below[0] === true && below[1] === true) || below.slice(2).includes(true);
}

const isNumber = (cell: string | undefined): boolean => /^[+-]?\d+([.,]\d+)?$/.test(tidy(cell));
