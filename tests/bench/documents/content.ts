import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import { caseContent } from '../../fixtures/documents/case-content.ts';

/** About so many pages as Sinergi sets them; mostly rows of visits, as in real case files. */
export const contentOf = (pages: number): CaseDocument =>
  caseContent({ subjects: 60, links: 120, visits: Math.max(100, (pages - 20) * 26) });

/** What every contestant puts on paper besides running heads: rows of cells, each row one line of a table. */
export interface PlainContent {
  readonly title: string;
  readonly marking: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly subjects: readonly { readonly name: string; readonly facts: readonly string[] }[];
  readonly links: readonly (readonly string[])[];
  readonly visits: readonly (readonly string[])[];
}

/** The same content without chart, for programs that know only text and tables. */
export function plainContent(content: CaseDocument): PlainContent {
  const names = new Map(content.subjects.map(({ personId, name }) => [personId, name]));
  const named = (id: string): string => names.get(id) ?? '';
  const { number, title, purpose, legalBasis, notes, marking } = content.case;
  return {
    title: `${number} ${title}`,
    marking: marking.toUpperCase(),
    facts: [
      ['Tujuan', purpose],
      ['Dasar hukum', legalBasis],
      ['Catatan', notes],
    ],
    subjects: content.subjects.map(({ name, aliases, nationalIds, phones, addresses, note }) => ({
      name,
      facts: [...aliases, ...nationalIds, ...phones, ...addresses, note].filter((fact) => fact !== ''),
    })),
    links: content.links.map(({ from, to, kind, status, grade, sources, note }) => [
      named(from),
      kind,
      named(to),
      status,
      `${grade.source}${grade.information}`,
      [...sources, note].filter(Boolean).join('; '),
    ]),
    visits: content.visits.map(({ date, time, visitorId, inmateId, relation, sourceRow }) => [
      date,
      time ?? '',
      named(visitorId),
      named(inmateId),
      relation,
      `1/${sourceRow}`,
    ]),
  };
}
