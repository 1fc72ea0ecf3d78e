import type { VaultStatus } from '../../shared/contract/vault.ts';
import { may, type Verb } from '../../shared/domain/access.ts';
import { useCall } from './api.ts';

/** Who is in the vault and as what; undefined while it is not known. */
export const useOpenVault = (): VaultStatus | undefined => useCall('vault.status', {}).data;

/** Whether to offer something at all; whether it is done is decided where it is done. */
export const useMay = (verb: Verb): boolean => may(useOpenVault()?.roles ?? [], verb);
