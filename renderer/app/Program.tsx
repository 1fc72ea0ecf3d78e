import { notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { LockReason, Output } from '../../shared/contract.ts';
import { ErrorState, LoadingState } from '../components/States.tsx';
import { VaultGate } from '../features/vault/VaultGate.tsx';
import { queryClient, useCall, useEvent } from '../lib/api.ts';
import { useTextSizeKeys } from '../lib/text-size.ts';
import { OpenVaultContext } from './open-vault.ts';
import { createAppRouter } from './router.tsx';

/** Whether the vault is open decides what exists at all: behind the gate nothing of a case is mounted. */
export function Program() {
  useTextSizeKeys();
  const status = useCall('vault.status', {});
  const [router, setRouter] = useState(createAppRouter);
  const [reason, setReason] = useState<LockReason | null>(null);
  const [report, setReport] = useState<Output<'vault.open'> | null>(null);
  // A new vault is open before its recovery key has been put away: the gate stays until then.
  const [held, setHeld] = useState(false);

  useEvent('vault.changed', () => void queryClient.invalidateQueries());
  useEvent('vault.locked', (event) => {
    setReason(event.reason);
    setReport(null);
    setHeld(false);
    setRouter(createAppRouter);
    notifications.clean();
    queryClient.clear();
    void status.refetch();
  });

  if (status.error !== null) return <ErrorState error={status.error} onRetry={() => void status.refetch()} />;
  if (status.data === undefined) return <LoadingState />;
  if (status.data.state !== 'unlocked' || held)
    return (
      <VaultGate
        status={status.data}
        lockReason={reason}
        onHold={() => setHeld(true)}
        onOpened={(opened) => {
          setReport(opened);
          setReason(null);
          setHeld(false);
          void queryClient.invalidateQueries();
        }}
      />
    );
  return (
    <OpenVaultContext value={{ status: status.data, report }}>
      <RouterProvider router={router} />
    </OpenVaultContext>
  );
}
