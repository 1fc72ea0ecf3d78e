import type { CaseRow } from '../../../shared/contract/cases.ts';
import { markings } from '../../../shared/domain/basics.ts';

export type CaseSort = 'number' | 'title' | 'marking' | 'members' | 'links' | 'reviewOn';

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

function compare(a: CaseRow, b: CaseRow, sort: CaseSort): number {
  switch (sort) {
    case 'title':
      return collator.compare(a.title, b.title);
    case 'marking':
      return markings.indexOf(a.marking) - markings.indexOf(b.marking);
    case 'members':
    case 'links':
      return a[sort] - b[sort];
    case 'reviewOn':
      return a.reviewOn < b.reviewOn ? -1 : Number(a.reviewOn > b.reviewOn);
    case 'number':
    default:
      // Numbers carry the year at their end, so the order of making stands for the order of numbers.
      return a.id < b.id ? -1 : Number(a.id > b.id);
  }
}

/** The cases whose number or title has all the words, in the order asked for. */
export function sortedCases(rows: readonly CaseRow[], text: string, sort: CaseSort, descending: boolean): CaseRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const content = `${row.number} ${row.title}`.toLowerCase();
    return words.every((word) => content.includes(word));
  });
  const turn = descending ? -1 : 1;
  return found.sort((a, b) => turn * compare(a, b, sort) || (a.id < b.id ? -1 : 1));
}
