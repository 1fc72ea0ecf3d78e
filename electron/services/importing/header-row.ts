import { knownHeadings } from '../../../shared/domain/headings.ts';
import { isBlank } from './register-file.ts';

/** Headers stand near the top; further down a row that resembles one is a row. */
export const searchedRows = 30;
/** Read ahead for the header and the sample an officer sees. */
export const previewedRows = 60;
const leastHeadings = 2;
const shownRows = 20;

/** Index of the header among the first rows: the one with most known headings, or the first that is not blank. */
export function findHeader(rows: readonly (readonly string[])[]): number {
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
