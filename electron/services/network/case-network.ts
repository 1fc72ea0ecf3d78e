import { buildNetwork, type Network, type Tie } from '../../../shared/analysis/network/network.ts';
import type { Link } from '../../../shared/domain/link.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { VaultPort } from '../../vault/port.ts';
import { linksOfCase } from '../cases/links.ts';
import { find } from '../records.ts';

/** What weighs a link of a case: 1, the number of links of the pair, or the number of sources behind them. */
export const caseWeights = ['links', 'sources'] as const;
export type CaseWeight = (typeof caseWeights)[number];

export interface CaseNetwork {
  readonly network: Network;
  readonly people: readonly Person[];
}

/** The members of a case and the links between them; a member without a link stands alone. */
export function caseNetwork(
  vault: VaultPort,
  caseId: string,
  directed: boolean,
  weight: CaseWeight | null,
): CaseNetwork {
  const file = find(vault, 'cases', caseId);
  const members = new Set(file.members.map(({ personId }) => personId));
  const people = [...members].flatMap((id) => vault.document.people[id] ?? []);
  const links = linksOfCase(vault, caseId).filter(({ from, to }) => members.has(from) && members.has(to));
  const ties = links.flatMap((link) => tiesOfLink(link, directed, weight));
  return { network: buildNetwork(members, ties, { directed, weighted: weight !== null }), people };
}

/** A link without direction leads both ways. */
function tiesOfLink(link: Link, directed: boolean, weight: CaseWeight | null): Tie[] {
  const tie = { from: link.from, to: link.to, weight: weight === 'sources' ? link.sources.length : 1 };
  return directed && !link.directed ? [tie, { ...tie, from: link.to, to: link.from }] : [tie];
}
