import { createReadStream } from 'node:fs';
import { SinergiError } from '../../../shared/errors.ts';
import { CsvRecords } from './csv-records.ts';
import { around, previewedRows, readHeader, searchedRows } from './header-row.ts';
import { isBlank, type RegisterFile } from './register-file.ts';
import { type TextEncoding, textDecoding } from './text-encoding.ts';

const delimiters = [';', ',', '\t', '|'];
const pieceBytes = 1 << 18;
const somethingWritten = /[\p{Letter}\p{Number}]/u;

export interface CsvSource {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: TextEncoding;
  /** The first bytes of the file; the header and the rows an officer sees stand in them. */
  readonly start: Buffer;
}

/**
 * Opens a CSV register: the top is looked at now, the rows are read piece by piece when they are asked for.
 *
 * @throws SinergiError `file-empty`
 */
export function openCsv({ path, bytes, sha256, encoding, start }: CsvSource): RegisterFile {
  const text = textDecoding(encoding).write(start);
  if (!somethingWritten.test(text)) throw new SinergiError('file-empty');
  const delimiter = guessDelimiter(text);
  const top = topRecords(text, delimiter, previewedRows);
  const { index: headerIndex, headings: header } = readHeader(top);
  if (header.length === 0) throw new SinergiError('file-empty');
  return {
    format: 'csv',
    encoding,
    delimiter,
    ...around(top, headerIndex),
    header,
    bytes,
    sha256,
    async each(handle) {
      let skip = headerIndex + 1;
      let read = 0;
      const records = new CsvRecords(delimiter, (cells) => {
        if (skip > 0) {
          skip -= 1;
          if (skip === 0) records.width = cells.length;
        } else if (!isBlank(cells)) handle(cells, read / bytes);
      });
      const decoding = textDecoding(encoding);
      for await (const piece of pieces(path)) {
        records.push(decoding.write(piece));
        read += piece.length;
      }
      records.push(decoding.end());
      records.end();
    },
  };
}

/** @throws SinergiError `file-unreadable` when the file cannot be read to its end */
export async function* pieces(path: string): AsyncGenerator<Buffer, void, undefined> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: pieceBytes });
  try {
    yield* stream;
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new SinergiError('file-not-found');
    if (code === 'EACCES' || code === 'EPERM') throw new SinergiError('permission-denied');
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
}

/** The first records, blank ones too, so that rows can be counted from the header. */
function topRecords(text: string, delimiter: string, count: number): string[][] {
  const top: string[][] = [];
  const records = new CsvRecords(delimiter, (cells) => {
    top.push(cells);
    if (top.length === count) records.stop();
  });
  records.push(text);
  records.end();
  return top;
}

/** The delimiter that gives the top of the file its widest header. */
function guessDelimiter(text: string): string {
  let best = ',';
  let widest = 0;
  for (const delimiter of delimiters) {
    const rows = topRecords(text, delimiter, searchedRows);
    const width = readHeader(rows).headings.length;
    if (width <= widest) continue;
    widest = width;
    best = delimiter;
  }
  return best;
}
