import { Stack } from '@mantine/core';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { OtherAgencies } from './OtherAgencies.tsx';
import { OwnIdentity } from './OwnIdentity.tsx';

export function AgenciesTab() {
  const known = useCall('exchange.agencies', {});
  if (known.error !== null) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined) return <LoadingState />;
  return (
    <Stack gap="xl">
      <OwnIdentity identity={known.data.identity} />
      <OtherAgencies agencies={known.data.agencies} />
    </Stack>
  );
}
