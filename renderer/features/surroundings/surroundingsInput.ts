import { pairOf } from '../../../shared/analysis/network/link-filter.ts';
import type { Output } from '../../../shared/contract.ts';
import { likelyPart } from '../cases/memberForm.ts';
import type { ChartInput } from '../chart/chartGraph.ts';

export type Around = Output<'networks.around'>;

const visitLine = 'visits ';
/** A register says how often somebody came, and no officer has graded it. */
const ungraded = { scheme: 'admiralty', source: 'F', information: '6' } as const;

export const isVisitLine = (id: string): boolean => id.startsWith(visitLine);

/** Links as they are, and one line for all visits of a pair. */
export function surroundingsInput({ people, links, visits }: Around): ChartInput {
  const counts = new Map<string, number>();
  for (const { visitorId, inmateId, count } of visits) {
    const pair = pairOf({ from: visitorId, to: inmateId });
    counts.set(pair, (counts.get(pair) ?? 0) + count);
  }
  return {
    people: people.map(({ id, name, roles, cell }) => ({ id, name, cell, part: likelyPart(roles) })),
    links: [
      ...links,
      ...visits.map(({ visitorId, inmateId, first, last }) => ({
        id: `${visitLine}${visitorId} ${inmateId}`,
        from: visitorId,
        to: inmateId,
        kind: 'visits',
        directed: true,
        status: 'confirmed' as const,
        grade: ungraded,
        since: first,
        until: last,
        sources: [],
      })),
    ],
    visits: counts,
  };
}
