import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toSinergiError } from '../../../shared/errors.ts';
import { call, useEvent } from '../../lib/api.ts';
import { errorText, tellError } from '../../lib/tell.tsx';

/** How far the analysis thread is, with a way to stop it. */
export function Working() {
  const { t } = useTranslation('network');
  const [share, setShare] = useState(0);
  useEvent('progress', ({ task, done, total }) => {
    if (task === 'analysis' && total !== null && total > 0) setShare(done / total);
  });
  return (
    <Group role="status" wrap="nowrap" gap="xs">
      <Progress flex={1} value={share * 100} aria-label={t('common:progress.measuring')} />
      <Button size="compact-xs" variant="default" onClick={() => void call('networks.cancel', {}).catch(tellError)}>
        {t('stop')}
      </Button>
    </Group>
  );
}

export function Stopped({ error, onAgain }: { readonly error: unknown; onAgain(): void }) {
  const { t } = useTranslation('network');
  const stopped = toSinergiError(error).code === 'cancelled';
  return (
    <Stack gap="xs" role="alert">
      <Text size="sm">{stopped ? t('stopped') : errorText(error)}</Text>
      <Group>
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      </Group>
    </Stack>
  );
}
