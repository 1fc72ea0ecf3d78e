import Papa from 'papaparse';

/** No register's row is this long; a quotation mark that nobody closed makes one. In characters. */
const longestRecord = 1 << 18;
const anyLineEnd = /\r\n?/g;

type TakeRecord = (cells: string[]) => void;

/**
 * Cuts CSV text that comes in pieces into records. Papa reads them; what is added is that a stray quotation mark costs
 * no rows: a record it swallowed others into is read again line by line.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #take: TakeRecord;
  /** How many cells a record should have, once the header told; a record over several lines that has not is suspect. */
  width: number | null = null;
  #pending = '';
  #stopped = false;

  constructor(delimiter: string, take: TakeRecord) {
    this.#delimiter = delimiter;
    this.#take = take;
  }

  /** No record is handed over any more. */
  stop(): void {
    this.#stopped = true;
  }

  push(text: string): void {
    const joined = this.#pending + text;
    // The line end may be cut between its two characters.
    const held = joined.endsWith('\r') ? 1 : 0;
    this.#pending = joined.slice(0, joined.length - held).replace(anyLineEnd, '\n');
    this.#drain();
    if (held === 1) this.#pending += '\r';
  }

  end(): void {
    this.#pending = this.#pending.replace(anyLineEnd, '\n');
    this.#drain();
    const rest = this.#pending;
    this.#pending = '';
    if (rest === '' || this.#stopped) return;
    const { data, errors } = this.#parse(rest);
    if (errors.length > 0 || data.length !== 1) this.#lineByLine(rest);
    else for (const cells of data) this.#give(cells, rest);
  }

  #drain(): void {
    if (this.#stopped) return;
    if (!this.#pending.includes('"')) this.#drainLines();
    else {
      this.#drainQuoted();
      while (this.#pending.length > longestRecord && this.#cutFirstLine()) this.#drainQuoted();
    }
  }

  /** Without a quotation mark every line is a record. */
  #drainLines(): void {
    const end = this.#pending.lastIndexOf('\n');
    if (end === -1) return;
    const whole = this.#pending.slice(0, end);
    this.#pending = this.#pending.slice(end + 1);
    for (const cells of this.#parse(whole).data) this.#give(cells, '');
  }

  /** All records but the last, which more text may continue. */
  #drainQuoted(): void {
    const text = this.#pending;
    let start = 0;
    let held: { cells: string[]; broken: boolean; end: number } | null = null;
    const release = (): void => {
      if (held === null) return;
      const raw = text.slice(start, held.end);
      if (held.broken) this.#lineByLine(raw);
      else this.#give(held.cells, raw);
      start = held.end;
    };
    Papa.parse<string[]>(text, {
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }) => {
        release();
        held = { cells: data, broken: errors.length > 0, end: meta.cursor };
      },
    });
    this.#pending = text.slice(start);
  }

  #cutFirstLine(): boolean {
    const end = this.#pending.indexOf('\n');
    if (end === -1) return false;
    this.#lineByLine(this.#pending.slice(0, end));
    this.#pending = this.#pending.slice(end + 1);
    return true;
  }

  #give(cells: string[], raw: string): void {
    if (this.#stopped) return;
    if (this.#hasSwallowedRows(cells, raw)) this.#lineByLine(raw);
    else this.#take(cells);
  }

  /**
   * A cell may hold line breaks. But when the record then has not the header's width, or a cell with line breaks holds
   * delimiters too and the lines are whole rows by themselves, a quotation mark has swallowed rows.
   */
  #hasSwallowedRows(cells: readonly string[], raw: string): boolean {
    const { width } = this;
    const lines = raw.trimEnd().split('\n');
    if (lines.length === 1 || width === null) return false;
    if (cells.length !== width) return true;
    if (!cells.some((cell) => cell.includes('\n') && cell.includes(this.#delimiter))) return false;
    const isRow = (line: string): boolean => line.split(this.#delimiter).length >= width;
    const [head = '', tail = ''] = [lines[0], lines.at(-1)];
    return lines.slice(1, -1).some((line) => !line.includes('"') && isRow(line)) || (isRow(head) && isRow(tail));
  }

  /** Each line for itself; where quotation marks make no sense they are letters like others. */
  #lineByLine(raw: string): void {
    for (const line of raw.split('\n')) {
      if (line === '' || this.#stopped) continue;
      const { data, errors } = this.#parse(line);
      this.#take(errors.length === 0 ? (data[0] ?? []) : line.split(this.#delimiter));
    }
  }

  #parse(text: string): Papa.ParseResult<string[]> {
    return Papa.parse<string[]>(text, { delimiter: this.#delimiter, newline: '\n' });
  }
}
