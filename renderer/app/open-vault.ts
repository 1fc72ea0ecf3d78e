import { createContext } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';

export interface OpenVault {
  readonly status: VaultStatus;
  /** What was found when it was opened; null for one opened before this page. */
  readonly report: Output<'vault.open'> | null;
}

export const OpenVaultContext = createContext<OpenVault | null>(null);
