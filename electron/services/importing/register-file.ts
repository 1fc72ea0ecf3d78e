import type { ColumnMapping } from '../../../shared/domain/register.ts';

/** A register opened for reading: what stands above its rows, and the rows one by one. */
export interface RegisterFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly titleRows: readonly string[];
  readonly header: readonly string[];
  /** The first rows below the header, blank ones left out. */
  readonly sample: readonly (readonly string[])[];
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Hands over the rows below the header one by one, blank ones left out. */
  each(handle: RowHandler): Promise<void>;
}

/** @param share 0 to 1, how much of the file is read */
export type RowHandler = (cells: readonly string[], share: number) => void;

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** `="0812"`, as spreadsheets are told to leave a number alone. */
const guarded = /^="(.*)"$/s;
/** Characters without a body that come with copied text; they would make two names of one. */
const bodiless = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const tidyCell = (cell: string): string => {
  const trimmed = cell.replace(bodiless, '').trim();
  return trimmed.replace(guarded, '$1').trim();
};

/** The cell of a field, trimmed; empty when its column is not mapped. */
export function cellReader(header: readonly string[], mapping: ColumnMapping) {
  const columns = new Map(Object.entries(mapping).map(([field, heading]) => [field, header.indexOf(heading)]));
  return (cells: readonly string[], field: string): string => {
    const column = columns.get(field) ?? -1;
    return column === -1 ? '' : tidyCell(cells[column] ?? '');
  };
}
