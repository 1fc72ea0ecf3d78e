import { z } from 'zod';
import { type AnalysedLink, filterLinks, type FilterReason, linkFilterSchema, standing } from './link-filter.ts';
import { buildNetwork, type Network, type Tie } from './network.ts';
import type { LengthRule } from './shortest-paths.ts';
import { distinctSources } from './sources.ts';

/** What weighs the link of a pair: nothing, the number of links between them, or the sources that speak for themselves. */
export const caseWeights = ['none', 'links', 'sources'] as const;

export const analysisOptionsSchema = z.strictObject({
  filter: linkFilterSchema,
  directed: z.boolean(),
  weight: z.enum(caseWeights),
});
export type AnalysisOptions = z.infer<typeof analysisOptionsSchema>;

export interface CaseNetwork {
  readonly network: Network;
  /** Many links or sources bring two people nearer. */
  readonly rule: LengthRule;
  readonly leftOut: Readonly<Record<FilterReason, number>>;
  readonly used: number;
}

/** The members of a case and the links between them that pass the filter; a link without direction leads both ways. */
export function networkOfCase(
  members: readonly string[],
  links: readonly AnalysedLink[],
  { filter, directed, weight }: AnalysisOptions,
): CaseNetwork {
  const known = new Set(members);
  const between = links.filter(({ from, to }) => known.has(from) && known.has(to));
  const filtered = filterLinks(between, filter);
  const kept = standing(filtered.kept);
  const disproved = filtered.kept.length - kept.length;
  const leftOut = { ...filtered.leftOut, status: filtered.leftOut.status + disproved };
  const ties = tiesOf(kept, directed, weight);
  return {
    network: buildNetwork(known, ties, { directed, weighted: weight !== 'none' }),
    rule: weight === 'none' ? 'hops' : 'inverse',
    leftOut,
    used: kept.length,
  };
}

function tiesOf(links: readonly AnalysedLink[], directed: boolean, weight: AnalysisOptions['weight']): Tie[] {
  const groups = new Map<string, { from: string; to: string; links: AnalysedLink[] }>();
  const put = (from: string, to: string, link: AnalysedLink): void => {
    const group = groups.get(`${from} ${to}`);
    if (group === undefined) groups.set(`${from} ${to}`, { from, to, links: [link] });
    else group.links.push(link);
  };
  for (const link of links) {
    const [from, to] = directed || link.from < link.to ? [link.from, link.to] : [link.to, link.from];
    put(from, to, link);
    if (directed && !link.directed) put(to, from, link);
  }
  return [...groups.values()].map(({ from, to, links: group }) => ({ from, to, weight: weightOf(group, weight) }));
}

function weightOf(links: readonly AnalysedLink[], weight: AnalysisOptions['weight']): number {
  if (weight === 'none') return 1;
  if (weight === 'links') return links.length;
  return distinctSources(links.flatMap(({ sources }) => sources)).length;
}
