import { type AnalysedLink, pairOf, standing } from './link-filter.ts';
import { distinctSources } from './sources.ts';

export interface Association {
  readonly confirmed: number;
  readonly suspected: number;
  /** Sources that speak for themselves. */
  readonly sources: number;
}

/** What is known of each pair, by `pairOf`: the cells of an association matrix. */
export function associations(links: readonly AnalysedLink[]): Map<string, Association> {
  const groups = new Map<string, AnalysedLink[]>();
  for (const link of standing(links)) {
    const group = groups.get(pairOf(link));
    if (group === undefined) groups.set(pairOf(link), [link]);
    else group.push(link);
  }
  return new Map(
    [...groups].map(([pair, group]) => [
      pair,
      {
        confirmed: group.filter(({ status }) => status === 'confirmed').length,
        suspected: group.filter(({ status }) => status === 'suspected').length,
        sources: distinctSources(group.flatMap(({ sources }) => sources)).length,
      },
    ]),
  );
}
