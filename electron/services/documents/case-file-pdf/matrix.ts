import { type Association, associations } from '../../../../shared/analysis/network/association.ts';
import { pairOf } from '../../../../shared/analysis/network/link-filter.ts';
import type { CaseDocument } from '../../../../shared/domain/case-document.ts';
import { type Cell, cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import type { Words } from '../words.ts';
import { type Composition, subjectLabel } from './composition.ts';

/** So many subjects stand beside each other on a page; more are continued in another table. */
const columnsAtOnce = 22;
const labelShare = 7;
/** More nobody reads on paper; those with most others are shown. */
const mostSubjects = 60;

/** Whether there is a pair to show. */
export const hasAssociations = ({ links, visits }: CaseDocument): boolean => links.length + visits.length > 0;

/**
 * The association matrix: for each pair of subjects how many confirmed and suspected links the case holds, and how often one
 * visited the other. After the UNODC Criminal Intelligence Manual for Analysts, chapter 6.
 */
export function writeMatrix(composition: Composition): void {
  const { sheet, words, content, numbered } = composition;
  const links = associations(content.links);
  const visits = new Map<string, number>();
  for (const { visitorId, inmateId } of content.visits) {
    const pair = pairOf({ from: visitorId, to: inmateId });
    visits.set(pair, (visits.get(pair) ?? 0) + 1);
  }
  const others = new Map<string, Set<string>>();
  const tie = (one: string, other: string): void => void others.set(one, (others.get(one) ?? new Set()).add(other));
  for (const [one, other] of [
    ...content.links.map(({ from, to }) => [from, to] as const),
    ...content.visits.map(({ visitorId, inmateId }) => [visitorId, inmateId] as const),
  ]) {
    tie(one, other);
    tie(other, one);
  }
  const tied = content.subjects.map(({ personId }) => personId).filter((id) => others.has(id));
  const most = new Set(
    tied.toSorted((a, b) => (others.get(b)?.size ?? 0) - (others.get(a)?.size ?? 0)).slice(0, mostSubjects),
  );
  const people = tied.filter((id) => most.has(id));
  if (people.length === 0) {
    sheet.paragraph(words.say('matrix.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('matrix.intro'), type.note);
  if (people.length < tied.length)
    sheet.paragraph(
      words.say('matrix.most', { shown: words.number(people.length), all: words.number(tied.length) }),
      type.note,
    );
  sheet.space(8);
  const numberOf = (id: string): string => String(numbered.get(id)?.number ?? '');
  for (let from = 0; from < people.length; from += columnsAtOnce) {
    const columns = people.slice(from, from + columnsAtOnce);
    if (from > 0) sheet.newPage('landscape');
    const table = new Table(
      sheet,
      [
        { title: words.say('matrix.subject'), share: labelShare },
        ...columns.map((id) => ({ title: numberOf(id), share: 1, align: 'right' as const })),
      ],
      words.say('matrix.summary'),
    );
    for (const row of people)
      table.row([
        cell(subjectLabel(composition, row)),
        ...columns.map((column): Cell => {
          if (column === row) return cell('×', type.cellSoft);
          const pair = pairOf({ from: row, to: column });
          return pairCell(words, links.get(pair), visits.get(pair) ?? 0);
        }),
      ]);
    table.end();
  }
}

function pairCell(words: Words, link: Association | undefined, visits: number): Cell {
  const { confirmed = 0, suspected = 0 } = link ?? {};
  return [
    ...(confirmed > 0 ? cell(String(confirmed), type.cellStrong) : []),
    ...(suspected > 0 ? cell(`${suspected}?`) : []),
    ...(visits > 0 ? cell(words.say('matrix.visits', { count: visits }), type.cellSoft) : []),
  ];
}
