import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LockReason, Output } from '../../shared/contract.ts';
import { LoadingState } from '../components/States.tsx';
import { VaultGate } from '../features/vault/VaultGate.tsx';
import type { Preferences } from '../../shared/domain/settings.ts';
import { queryClient, useCall } from '../lib/api.ts';
import { colorSchemeManager } from '../lib/color-scheme.ts';
import { styleNonce } from '../lib/nonce.ts';
import { Shell } from './Shell.tsx';
import { theme } from './theme.ts';

/** Whether the vault is open decides what exists at all: behind the gate nothing of a case is mounted. */
function Program() {
  const status = useCall('vault.status', {});
  const { refetch } = status;
  const [reason, setReason] = useState<LockReason | null>(null);
  const [report, setReport] = useState<Output<'vault.open'> | null>(null);

  useEffect(() => window.sinergi.on('vault.changed', () => void queryClient.invalidateQueries()), []);
  useEffect(
    () =>
      window.sinergi.on('vault.locked', (event) => {
        setReason(event.reason);
        setReport(null);
        queryClient.clear();
        void refetch();
      }),
    [refetch],
  );

  if (status.data === undefined) return <LoadingState />;
  if (status.data.state !== 'unlocked')
    return (
      <VaultGate
        status={status.data}
        lockReason={reason}
        onOpened={(opened) => {
          setReport(opened);
          setReason(null);
          queryClient.clear();
          void refetch();
        }}
      />
    );
  return <Shell status={status.data} report={report} />;
}

export function App({ theme: scheme }: { readonly theme: Preferences['theme'] }) {
  const [manager] = useState(() => colorSchemeManager(scheme));
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={manager} getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} />
        <Program />
      </QueryClientProvider>
    </MantineProvider>
  );
}
