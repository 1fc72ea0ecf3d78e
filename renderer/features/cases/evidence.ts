import type { CaseView } from '../../../shared/contract/cases.ts';
import type { LinkFields } from '../../../shared/domain/link.ts';

export type VisitPair = CaseView['visitPairs'][number];

/** The visits between two members, whichever of them is the visitor. */
export function visitsBetween(pairs: readonly VisitPair[], one: string, other: string): VisitPair | undefined {
  return pairs.find(
    ({ visitorId, inmateId }) => (visitorId === one && inmateId === other) || (visitorId === other && inmateId === one),
  );
}

/** Pairs with visits in the register that no link of the case speaks of yet. */
export function unlinkedVisitPairs(view: Pick<CaseView, 'visitPairs' | 'links'>): VisitPair[] {
  const spoken = new Set(
    view.links.filter((link) => link.kind === 'visits').flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]),
  );
  return view.visitPairs.filter(({ visitorId, inmateId }) => !spoken.has(`${visitorId} ${inmateId}`));
}

/**
 * What the register itself shows, ready to be graded by the officer.
 * The grade is left out on purpose: a register proves that a visit was written down, not what it meant.
 */
export function visitsLink(pair: VisitPair, source: string): Omit<LinkFields, 'grade'> {
  return {
    from: pair.visitorId,
    to: pair.inmateId,
    kind: 'visits',
    directed: true,
    since: pair.first,
    until: pair.last,
    status: 'confirmed',
    sources: [source],
    note: '',
  };
}
