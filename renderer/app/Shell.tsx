import { RouterProvider } from '@tanstack/react-router';
import { type OpenVault, OpenVaultContext } from './open-vault.ts';
import { router } from './router.tsx';

/** Everything behind the gate. */
export function Shell(props: OpenVault) {
  return (
    <OpenVaultContext value={props}>
      <RouterProvider router={router} />
    </OpenVaultContext>
  );
}
