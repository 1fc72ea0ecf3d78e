import { type CellValue, type ReadOptions, readXlsx, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { around, previewedRows } from './header-row.ts';
import { isBlank, type RegisterFile } from './register-file.ts';
import { registerSheets, type SheetTop, sheetTop } from './workbook-sheets.ts';

type SheetFilterInfo = Parameters<Extract<NonNullable<ReadOptions['sheets']>, (...given: never[]) => unknown>>[0];

/** Excel's own limit; a file that claims more is not a register. */
const mostRows = 1_048_576;
/** Sixteen columns over all of Excel's rows; keeps a hostile file of wide rows from running for hours. */
const mostCells = 16 * mostRows;
/** A year of months, and some pages around them. */
const mostSheets = 60;
/** The days on which spreadsheets place a time that has no day, by their two ways of counting. */
const daysOfBareTimes = ['1899-12-30', '1899-12-31', '1904-01-01'];
/** Excel keeps 15 digits of a number and writes 0 for the rest. */
const digitsLostFrom = 1e15;
const keptDigits = 15;

/**
 * @param kind which register is looked for; null for any
 * @throws SinergiError `file-unreadable`, `file-empty`, `file-too-large`
 */
export async function openXlsx(bytes: Uint8Array, sha256: string, kind: RegisterKind | null): Promise<RegisterFile> {
  const { main, further } = registerSheets(await sheetTops(bytes), kind);
  if (main === undefined || main.header.length === 0) throw new SinergiError('file-empty');
  const { sheet, rows: top, headerIndex, header } = main;
  return {
    format: 'xlsx',
    encoding: 'XLSX',
    delimiter: null,
    ...around(top, headerIndex),
    header,
    bytes: bytes.length,
    sha256,
    async each(handle) {
      let rows = 0;
      const below = async (number: number, skipped: number, arrange: (cells: string[]) => string[]): Promise<void> => {
        let skip = skipped + 1;
        await read(bytes, number, mostRows, (cells) => {
          rows += 1;
          if (skip > 0) skip -= 1;
          // How many rows there are is known at the end only; this nears 1 without reaching it.
          else if (!isBlank(cells)) handle(arrange(cells), rows / (rows + 10_000));
        });
      };
      await below(sheet, headerIndex, (cells) => cells);
      for (const { sheet: next, headerIndex: index, columns } of further)
        await below(next, index, (cells) => columns.map((column) => cells[column] ?? ''));
    },
  };
}

async function sheetTops(bytes: Uint8Array): Promise<SheetTop[]> {
  const tops: SheetTop[] = [];
  for (const sheet of await visibleSheets(bytes)) tops.push(sheetTop(sheet, await topOf(bytes, sheet)));
  return tops;
}

/** Their places in the workbook; none of them is read for it. */
async function visibleSheets(bytes: Uint8Array): Promise<number[]> {
  const visible: number[] = [];
  const look = ({ index, hidden, veryHidden }: SheetFilterInfo): boolean => {
    if (hidden !== true && veryHidden !== true) visible.push(index);
    return false;
  };
  try {
    await readXlsx(bytes, { sheets: look });
  } catch (cause) {
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
  return visible.slice(0, mostSheets);
}

async function topOf(bytes: Uint8Array, sheet: number): Promise<string[][]> {
  const top: string[][] = [];
  await read(bytes, sheet, previewedRows, (cells) => top.push(cells));
  return top;
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
 * mark stands for each that is lost, so that nothing takes the NIK for a valid one.
 */
function numberText(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  const digits = BigInt(value).toString();
  return Math.abs(value) >= digitsLostFrom && digits.endsWith('0')
    ? `${digits.slice(0, keptDigits)}${'?'.repeat(digits.length - keptDigits)}`
    : digits;
}
