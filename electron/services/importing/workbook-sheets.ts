import { guessKind, knownHeadings, missingFields, otherKind, proposeMapping } from '../../../shared/domain/headings.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { readHeader } from './header-row.ts';

/** The top of a sheet, and where its header stands there. */
export interface SheetTop {
  readonly sheet: number;
  readonly rows: readonly (readonly string[])[];
  readonly headerIndex: number;
  readonly header: readonly string[];
}

/** A further sheet of the same register: which of its columns says what a column of the first says; −1 for none. */
export interface FurtherSheet {
  readonly sheet: number;
  readonly headerIndex: number;
  readonly columns: readonly number[];
}

export function sheetTop(sheet: number, rows: readonly (readonly string[])[]): SheetTop {
  const { index, headings } = readHeader(rows);
  return { sheet, rows, headerIndex: index, header: headings };
}

/** @param kind null for any register */
const holds = (kind: RegisterKind | null, header: readonly string[]): boolean =>
  kind === null ? guessKind(header) !== null : missingFields(kind, proposeMapping(kind, header), header).length === 0;

/**
 * The sheet a register stands in: the first that holds one of this kind, else the one with most known headings, else the
 * first. Registers kept month by month have a sheet for each; those further sheets are rows of the same register.
 */
export function registerSheets(
  tops: readonly SheetTop[],
  kind: RegisterKind | null,
): { readonly main: SheetTop | undefined; readonly further: readonly FurtherSheet[] } {
  const fitting = tops.filter(
    ({ header }) => holds(kind, header) && (kind === null || otherKind(kind, header) === null),
  );
  const [main, ...others] = fitting;
  if (main === undefined) return { main: mostHeadings(tops), further: [] };
  const whole = kind ?? guessKind(main.header);
  const further = others
    .filter(({ header }) => (kind === null ? guessKind(header) === whole : true))
    .map(({ sheet, headerIndex, header }) => ({ sheet, headerIndex, columns: columnsFor(main.header, header, whole) }));
  return { main, further };
}

function mostHeadings(tops: readonly SheetTop[]): SheetTop | undefined {
  const known = ({ header }: SheetTop): number => {
    const headings = knownHeadings(header);
    return headings > 1 ? headings : 0;
  };
  return tops.reduce<SheetTop | undefined>(
    (best, top) => (best === undefined || known(top) > known(best) ? top : best),
    undefined,
  );
}

/** By the same heading, else by a heading for the same field. */
function columnsFor(wanted: readonly string[], given: readonly string[], kind: RegisterKind | null): number[] {
  const fields = kind === null ? {} : proposeMapping(kind, wanted);
  const theirs = kind === null ? {} : proposeMapping(kind, given);
  return wanted.map((heading) => {
    const same = given.indexOf(heading);
    if (same !== -1) return same;
    const field = Object.keys(fields).find((each) => fields[each] === heading);
    return field === undefined ? -1 : given.indexOf(theirs[field] ?? '');
  });
}
