import type { VaultStatus } from '../../shared/contract/vault.ts';
import { may, reachesCase, reachOf, type Verb } from '../../shared/domain/access.ts';
import type { Case } from '../../shared/domain/case.ts';
import { useCall } from './api.ts';

/** Who is in the vault and as what; undefined while it is not known. */
export const useOpenVault = (): VaultStatus | undefined => useCall('vault.status', {}).data;

/** Whether to offer something at all; whether it is done is decided where it is done. */
export const useMay = (verb: Verb): boolean => may(useOpenVault()?.roles ?? [], verb);

/** What a case that is closed takes no more of. */
const untilClosed: readonly Verb[] = ['cases.write', 'cases.tasks', 'cases.decide'];

/** The same for something done to one case, which many may do to their own cases only. */
export function useMayInCase(verb: Verb, file: Pick<Case, 'officers' | 'createdBy' | 'status'>): boolean {
  const open = useOpenVault();
  if (open === undefined || open.officerId === null) return false;
  if (file.status === 'closed' && untilClosed.includes(verb)) return false;
  return reachesCase(reachOf(open.roles, verb), open.officerId, file);
}
