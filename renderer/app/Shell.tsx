import { RouterProvider } from '@tanstack/react-router';
import { createContext } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { router } from './router.tsx';

interface OpenVault {
  readonly status: VaultStatus;
  readonly report: Output<'vault.open'> | null;
}

export const OpenVaultContext = createContext<OpenVault | null>(null);

/** Everything behind the gate. */
export function Shell(props: OpenVault) {
  return (
    <OpenVaultContext value={props}>
      <RouterProvider router={router} />
    </OpenVaultContext>
  );
}
