import { type CellValue, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { knownHeadings } from '../../../shared/domain/headings.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { around, findHeader, previewedRows, tidyHeader } from './header-row.ts';
import { isBlank, type RegisterFile } from './register-file.ts';

/** Excel's own limit; a file that claims more is not a register. */
const mostRows = 1_048_576;
/** Sixteen columns over all of Excel's rows; keeps a hostile file of wide rows from running for hours. */
const mostCells = 16 * mostRows;
/** A workbook may begin with a page of instructions. */
const searchedSheets = 5;
/** The days on which spreadsheets place a time that has no day, by their two ways of counting. */
const daysOfBareTimes = ['1899-12-30', '1899-12-31', '1904-01-01'];
/** Excel keeps 15 digits of a number and writes 0 for the rest. */
const digitsLostFrom = 1e15;

/** @throws SinergiError `file-unreadable`, `file-empty`, `file-too-large` */
export async function openXlsx(bytes: Uint8Array, sha256: string): Promise<RegisterFile> {
  const { sheet, top } = await registerSheet(bytes);
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
      await read(bytes, sheet, mostRows, (cells) => {
        rows += 1;
        if (skip > 0) skip -= 1;
        // How many rows there are is known at the end only; this nears 1 without reaching it.
        else if (!isBlank(cells)) handle(cells, rows / (rows + 10_000));
      });
    },
  };
}

/** The sheet whose top holds most known headings, the first one when none does. */
async function registerSheet(bytes: Uint8Array): Promise<{ sheet: number; top: string[][] }> {
  let best = { sheet: 0, top: await topOf(bytes, 0) };
  let most = headingsOf(best.top);
  for (let sheet = 1; sheet < searchedSheets && most === 0; sheet += 1) {
    const top = await topOf(bytes, sheet).catch(() => null);
    // No such sheet.
    if (top === null) break;
    if (headingsOf(top) <= most) continue;
    most = headingsOf(top);
    best = { sheet, top };
  }
  return best;
}

async function topOf(bytes: Uint8Array, sheet: number): Promise<string[][]> {
  const top: string[][] = [];
  await read(bytes, sheet, previewedRows, (cells) => top.push(cells));
  return top;
}

function headingsOf(top: readonly (readonly string[])[]): number {
  const known = knownHeadings(top[findHeader(top)] ?? []);
  return known > 1 ? known : 0;
}

async function read(bytes: Uint8Array, sheet: number, maxRows: number, take: (cells: string[]) => void): Promise<void> {
  const rows: AsyncIterable<StreamRow> = streamXlsxRows(bytes, { sheet, maxRows });
  let cells = 0;
  try {
    for await (const { values } of rows) {
      cells += values.length;
      if (cells > mostCells) throw new SinergiError('file-too-large', { cells: mostCells });
      take(values.map(cellText));
    }
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
  // Spreadsheets keep a time as a fraction of a day, which misses whole minutes by a hair.
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (daysOfBareTimes.includes(day)) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/**
 * Whole numbers in full, never as 3.17E+15. A NIK that was typed as a number has lost its sixteenth digit: a question
 * mark stands for it, so that nothing takes the NIK for a valid one.
 */
function numberText(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  const digits = BigInt(value).toString();
  return Math.abs(value) >= digitsLostFrom && digits.endsWith('0') ? `${digits.slice(0, 15)}?` : digits;
}
