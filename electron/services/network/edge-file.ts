import { readFile } from 'node:fs/promises';
import { type EdgeRows } from '../../../shared/analysis/network/edge-list.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { CsvRecords } from '../importing/csv-records.ts';
import { markedEncoding, textDecoding, Utf8Check } from '../importing/text-encoding.ts';

const largestFile = 512 * 1024 * 1024;
/** Of two that fit equally well the first is taken. */
const delimiters = [',', ';', '\t', '|', ':'];
const looked = 200;

/**
 * Reads a list of links: CSV with any of the usual delimiters or white space between the cells, with or without byte
 * order mark. Lines at the top that begin with # or % are remarks (networkx, KONECT).
 *
 * @throws SinergiError `file-not-found`, `permission-denied`, `file-too-large`, `file-unreadable`
 */
export const readEdgeFile = async (path: string): Promise<EdgeRows> => edgeRows(await readEdgeText(path));

/** The text of a file, whatever of the usual encodings it is in; same failures. */
export async function readEdgeText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (bytes.length > largestFile) throw new SinergiError('file-too-large', { megabytes: largestFile / 1024 ** 2 });
  return decode(bytes);
}

export function edgeRows(text: string): EdgeRows {
  const blanked = text.replace(/^(?:[ \t]*(?:[#%].*)?\r?\n)+/, (remarks) => remarks.replace(/[^\n]/g, ''));
  const delimiter = guessDelimiter(blanked);
  if (delimiter !== null) return { rows: records(blanked, delimiter), decimalComma: delimiter !== ',' };
  const rows = blanked.split(/\r\n|\n|\r/).map((line) => line.trim().split(/\s+/));
  return { rows, decimalComma: true };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new SinergiError('file-not-found', { path }, { cause });
    if (code === 'EACCES' || code === 'EPERM') throw new SinergiError('permission-denied', { path }, { cause });
    throw new SinergiError('file-unreadable', { path }, { cause });
  }
}

function decode(bytes: Buffer): string {
  const check = new Utf8Check();
  check.push(bytes);
  const decoding = textDecoding(markedEncoding(bytes) ?? (check.end() ? 'UTF-8' : 'Windows-1252'));
  return decoding.write(bytes) + decoding.end();
}

function records(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  const reader = new CsvRecords(delimiter, (cells) => {
    rows.push(cells);
    if (rows.length >= most) reader.stop();
  });
  reader.push(text);
  reader.end();
  return rows;
}

/** The delimiter that cuts most of the first rows into the same number of cells, at least two; null for white space. */
function guessDelimiter(text: string): string | null {
  let best: { delimiter: string; fitting: number; width: number } | null = null;
  const top = text.slice(0, 1 << 17);
  for (const delimiter of delimiters) {
    const widths = records(top, delimiter, looked)
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => cells.length);
    const tally = new Map<number, number>();
    for (const width of widths) if (width > 1) tally.set(width, (tally.get(width) ?? 0) + 1);
    const [width, fitting] = [...tally].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
    // Half of the rows: a colon in one name out of a hundred is no delimiter.
    if (fitting * 2 < widths.length || width === 0) continue;
    if (best === null || fitting > best.fitting || (fitting === best.fitting && width > best.width))
      best = { delimiter, fitting, width };
  }
  return best?.delimiter ?? null;
}
