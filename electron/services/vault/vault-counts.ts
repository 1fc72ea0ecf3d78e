import type { VaultCounts } from '../../../shared/contract/vault.ts';
import { hasRole } from '../../../shared/domain/person.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

/** How many of everything a vault holds, without a word of what. */
export function vaultCounts(vault: Pick<VaultPort, 'document' | 'visits'>): VaultCounts {
  let people = 0;
  let inmates = 0;
  let visitors = 0;
  for (const person of living(vault, 'people')) {
    people += 1;
    if (hasRole(person, 'inmate')) inmates += 1;
    if (hasRole(person, 'visitor')) visitors += 1;
  }
  return {
    people,
    inmates,
    visitors,
    visits: vault.visits.length,
    cases: [...living(vault, 'cases')].length,
    links: [...living(vault, 'links')].length,
    reports: [...living(vault, 'reports')].length,
  };
}
