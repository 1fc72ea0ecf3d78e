import { guessKind, knownHeadings } from '../../../shared/domain/headings.ts';
import { isBlank } from './register-file.ts';

/** Headers stand near the top; further down a row that resembles one is a row. */
export const searchedRows = 30;
/** Read ahead for the header and the sample an officer sees. */
export const previewedRows = 60;
const leastHeadings = 2;
const shownRows = 20;

/** Index of the header among the first rows: the one with most known headings, or the first that is not blank. */
function findHeader(rows: readonly (readonly string[])[]): number {
  let best = rows.findIndex((row) => !isBlank(row));
  let most = leastHeadings - 1;
  rows.slice(0, searchedRows).forEach((row, index) => {
    const known = knownHeadings(row);
    if (known <= most) return;
    most = known;
    best = index;
  });
  return best;
}

export interface Header {
  /** Its last row. */
  readonly index: number;
  readonly headings: readonly string[];
}

/**
 * The header among the first rows. Some registers write it in two rows, `Pengunjung` and `WBP` above a `Nama` each; they
 * are read together when that tells more columns than one row alone.
 */
export function readHeader(rows: readonly (readonly string[])[]): Header {
  const index = findHeader(rows);
  const single = { index, headings: tidyHeader(rows[index] ?? []) };
  const known = knownHeadings(single.headings);
  for (const lower of [index, index + 1]) {
    const [groups = [], below = []] = [rows[lower - 1], rows[lower]];
    if (groups.filter((cell) => cell.trim() !== '').length < leastHeadings) continue;
    if (knownHeadings(below) < leastHeadings || below.some((cell) => /\d{2}/.test(cell))) continue;
    const headings = tidyHeader(joined(groups, below));
    if (guessKind(headings) !== null && knownHeadings(headings) > known) return { index: lower, headings };
  }
  return single;
}

/** A group's heading stands over its first column and counts for the blank ones after it. */
function joined(groups: readonly string[], below: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(groups.length, below.length) }, (_, column) => {
    const above = (groups[column] ?? '').trim();
    if (above !== '') group = above;
    const own = (below[column] ?? '').trim();
    return own === '' ? above : `${group} ${own}`.trim();
  });
}

/** Headings without the blank ones at the end; a blank or repeated one gets a name of its own. */
export function tidyHeader(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.trim());
  while (trimmed.at(-1) === '') trimmed.pop();
  const seen = new Map<string, number>();
  return trimmed.map((cell, index) => {
    const heading = cell === '' ? `#${index + 1}` : cell;
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/** What stands above the header, and the first rows below it. */
export function around(rows: readonly (readonly string[])[], headerIndex: number) {
  const titleRows = rows.slice(0, headerIndex).map((row) => row.join(' ').trim());
  return {
    titleRows: titleRows.filter((title) => title !== ''),
    sample: rows
      .slice(headerIndex + 1)
      .filter((row) => !isBlank(row))
      .slice(0, shownRows),
  };
}
