import Papa from 'papaparse';
import { SinergiError } from '../../../shared/errors.ts';
import { around, findHeader, previewedRows, searchedRows, tidyHeader } from './header-row.ts';
import { isBlank, type RegisterFile } from './register-file.ts';

const delimiters = [';', ',', '\t', '|'];
const sampleLength = 1 << 20;

/** @throws SinergiError `file-empty` */
export function openCsv(bytes: Uint8Array, sha256: string): RegisterFile {
  const { text, encoding } = decode(bytes);
  const delimiter = guessDelimiter(text);
  const top = Papa.parse<string[]>(text, { delimiter, preview: previewedRows }).data;
  const headerIndex = findHeader(top);
  const header = tidyHeader(top[headerIndex] ?? []);
  if (header.length === 0) throw new SinergiError('file-empty');
  return {
    format: 'csv',
    encoding,
    delimiter,
    ...around(top, headerIndex),
    header,
    bytes: bytes.length,
    sha256,
    each(handle) {
      let skip = headerIndex + 1;
      Papa.parse<string[]>(text, {
        delimiter,
        step({ data, meta }) {
          if (skip > 0) skip -= 1;
          else if (!isBlank(data)) handle(data, meta.cursor / text.length);
        },
      });
      return Promise.resolve();
    },
  };
}

/** A byte order mark decides; without one, text that is not UTF-8 is Windows-1252. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: marked ? 'UTF-8 BOM' : 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** The delimiter that gives the top of the file its widest header. */
function guessDelimiter(text: string): string {
  let best = ',';
  let widest = 0;
  for (const delimiter of delimiters) {
    const rows = Papa.parse<string[]>(text.slice(0, sampleLength), { delimiter, preview: searchedRows }).data;
    const width = tidyHeader(rows[findHeader(rows)] ?? []).length;
    if (width <= widest) continue;
    widest = width;
    best = delimiter;
  }
  return best;
}
