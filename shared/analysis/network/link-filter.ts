import { z } from 'zod';
import { dateSchema } from '../../domain/basics.ts';
import type { Grade, GradeScheme } from '../../domain/grade.ts';
import { type Link, linkStatusSchema } from '../../domain/link.ts';
import { foldName } from '../../domain/person-name.ts';
import { distinctSources } from './sources.ts';

/** What an analysis needs to know of a link. */
export type AnalysedLink = Pick<
  Link,
  'id' | 'from' | 'to' | 'kind' | 'directed' | 'status' | 'grade' | 'since' | 'until' | 'sources'
>;

export const gradeFloors = ['any', 'usable', 'fair', 'good'] as const;

export const linkFilterSchema = z.strictObject({
  /** The worst grade that still counts. */
  grade: z.enum(gradeFloors),
  /** Kinds that count; null takes all. */
  kinds: z.array(z.string()).nullable(),
  status: linkStatusSchema.nullable(),
  /** Links that held at some time between these days; a link without dates counts. */
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  /** Words that one of the link's sources must hold; empty takes all. */
  source: z.string(),
  /** Leaves out pairs that one source alone speaks of. */
  severalSources: z.boolean(),
});
export type LinkFilter = z.infer<typeof linkFilterSchema>;

export const everyLink: LinkFilter = {
  grade: 'any',
  kinds: null,
  status: null,
  since: null,
  until: null,
  source: '',
  severalSources: false,
};

/** Codes that still count, source and information, by floor; `usable` leaves out the unreliable and the unjudged. */
const counting: Readonly<Record<GradeScheme, Readonly<Record<'usable' | 'fair' | 'good', readonly [string, string]>>>> =
  {
    admiralty: { usable: ['ABCD', '1234'], fair: ['ABC', '123'], good: ['AB', '12'] },
    '3x5x2': { usable: ['12', 'ABCD'], fair: ['12', 'ABC'], good: ['1', 'AB'] },
    '4x4': { usable: ['ABC', '1234'], fair: ['ABC', '123'], good: ['AB', '12'] },
    '5x5x5': { usable: ['ABCD', '1234'], fair: ['ABC', '123'], good: ['AB', '12'] },
  };

export function gradeReaches({ scheme, source, information }: Grade, floor: LinkFilter['grade']): boolean {
  if (floor === 'any') return true;
  const [sources, informations] = counting[scheme][floor];
  return sources.includes(source) && informations.includes(information);
}

export const filterReasons = ['grade', 'kind', 'status', 'date', 'source', 'single'] as const;
export type FilterReason = (typeof filterReasons)[number];

export interface Filtered<L extends AnalysedLink> {
  readonly kept: readonly L[];
  /** How many links each part of the filter took away, the first that applied. */
  readonly leftOut: Readonly<Record<FilterReason, number>>;
}

/** Applies the filter; whether one source alone speaks of a pair is asked last, of the links that are left. */
export function filterLinks<L extends AnalysedLink>(links: readonly L[], filter: LinkFilter): Filtered<L> {
  const leftOut = { grade: 0, kind: 0, status: 0, date: 0, source: 0, single: 0 };
  const words = foldName(filter.source);
  let kept = links.filter((link) => {
    const reason = reasonAgainst(link, filter, words);
    if (reason !== null) leftOut[reason] += 1;
    return reason === null;
  });
  if (filter.severalSources) {
    const sources = sourcesByPair(kept);
    const before = kept.length;
    kept = kept.filter((link) => distinctSources(sources.get(pairOf(link)) ?? []).length > 1);
    leftOut.single = before - kept.length;
  }
  return { kept, leftOut };
}

function reasonAgainst(link: AnalysedLink, filter: LinkFilter, words: string): FilterReason | null {
  if (!gradeReaches(link.grade, filter.grade)) return 'grade';
  if (filter.kinds !== null && !filter.kinds.includes(link.kind)) return 'kind';
  if (filter.status !== null && link.status !== filter.status) return 'status';
  if (filter.since !== null && link.until !== undefined && link.until < filter.since) return 'date';
  if (filter.until !== null && link.since !== undefined && link.since > filter.until) return 'date';
  if (words !== '' && !link.sources.some((source) => foldName(source).includes(words))) return 'source';
  return null;
}

/** Links that were not disproved: the others are shown, and tie nobody. */
export const standing = <L extends Pick<AnalysedLink, 'status'>>(links: readonly L[]): L[] =>
  links.filter(({ status }) => status !== 'disproved');

/** The two people of a link, whichever way it leads. */
export const pairOf = ({ from, to }: Pick<Link, 'from' | 'to'>): string =>
  from < to ? `${from} ${to}` : `${to} ${from}`;

export function sourcesByPair(links: readonly AnalysedLink[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const link of links) {
    const known = sources.get(pairOf(link));
    if (known === undefined) sources.set(pairOf(link), [...link.sources]);
    else known.push(...link.sources);
  }
  return sources;
}
