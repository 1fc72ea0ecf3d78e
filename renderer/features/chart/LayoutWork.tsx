import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useEvent } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import type { LayoutWorkState } from './usePlaces.ts';

/** Over a chart whose people are still being placed: how far that is, with a way to stop it; then that it is being drawn. */
export function LayoutWork({ work, loading }: { readonly work: LayoutWorkState; readonly loading: boolean }) {
  const { t } = useTranslation('chart');
  if (work.busy) return <Placing />;
  if (!loading) return null;
  return (
    <Paper withBorder pos="absolute" top={12} left={12} p="sm" role="status" style={{ zIndex: 3 }}>
      <Text size="sm">{t('loading')}</Text>
    </Paper>
  );
}

function Placing() {
  const { t } = useTranslation('chart');
  const [share, setShare] = useState(0);
  useEvent('progress', ({ task, done, total }) => {
    if (task === 'layout' && total !== null && total > 0) setShare(done / total);
  });
  return (
    <Paper withBorder pos="absolute" top={12} left={12} p="sm" w={300} role="status" style={{ zIndex: 3 }}>
      <Text size="sm" mb={6}>
        {t('placing')}
      </Text>
      <Group wrap="nowrap" gap="xs">
        <Progress flex={1} value={share * 100} aria-label={t('placing')} />
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void call('charts.cancelLayout', {}).catch(tellError)}
        >
          {t('network:stop')}
        </Button>
      </Group>
    </Paper>
  );
}
