import { type CellValue, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { SinergiError } from '../../../shared/errors.ts';
import { around, findHeader, previewedRows, tidyHeader } from './header-row.ts';
import { isBlank, type RegisterFile } from './register-file.ts';

/** Excel's own limit; a file that claims more is not a register. */
const mostRows = 1_048_576;
const spreadsheetEpochYear = 1900;

/** @throws SinergiError `file-unreadable`, `file-empty` */
export async function openXlsx(bytes: Uint8Array, sha256: string): Promise<RegisterFile> {
  const top: string[][] = [];
  await read(bytes, previewedRows, (cells) => top.push(cells));
  const headerIndex = findHeader(top);
  const header = tidyHeader(top[headerIndex] ?? []);
  if (header.length === 0) throw new SinergiError('file-empty');
  return {
    format: 'xlsx',
    encoding: 'XLSX',
    delimiter: null,
    ...around(top, headerIndex),
    header,
    bytes: bytes.length,
    sha256,
    async each(handle) {
      let skip = headerIndex + 1;
      let rows = 0;
      await read(bytes, mostRows, (cells) => {
        rows += 1;
        if (skip > 0) skip -= 1;
        // How many rows there are is known at the end only; this nears 1 without reaching it.
        else if (!isBlank(cells)) handle(cells, rows / (rows + 10_000));
      });
    },
  };
}

async function read(bytes: Uint8Array, maxRows: number, take: (cells: string[]) => void): Promise<void> {
  const rows: AsyncIterable<StreamRow> = streamXlsxRows(bytes, { maxRows });
  try {
    for await (const row of rows) take(row.values.map(cellText));
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
}

/** A cell as the register shows it: days as `2026-03-02`, times of day as `09:00`. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  // A time of day alone is a fraction of the day before Excel's first one.
  return value.getUTCFullYear() < spreadsheetEpochYear ? iso.slice(11, 16) : iso.slice(0, 10);
}

/** Whole numbers in full: a NIK kept as a number must not come back as 3.17E+15. */
function numberText(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 })
    : String(value);
}
