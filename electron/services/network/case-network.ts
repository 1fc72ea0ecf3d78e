import { type AnalysisOptions, type CaseNetwork, networkOfCase } from '../../../shared/analysis/network/case-ties.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { VaultPort } from '../../vault/port.ts';
import { linksOfCase } from '../cases/links.ts';
import { find } from '../records.ts';

/** A case's network as the options ask for it, with the people who bear its identifiers. */
export function caseNetwork(
  vault: VaultPort,
  caseId: string,
  options: AnalysisOptions,
): CaseNetwork & { readonly people: readonly Person[] } {
  const members = find(vault, 'cases', caseId).members.map(({ personId }) => personId);
  const people = members.flatMap((id) => vault.document.people[id] ?? []);
  return { ...networkOfCase(members, linksOfCase(vault, caseId), options), people };
}
