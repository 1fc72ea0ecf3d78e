import { Button, Group, Progress as Bar, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/contract.ts';
import { Section } from '../../components/Section.tsx';
import { useChange, useEvent } from '../../lib/api.ts';
import { showDuration } from '../../lib/numbers.ts';
import { tellError } from '../../lib/tell.tsx';

/** How far the import is. Cancelling leaves the vault as it was. */
export function ImportProgress() {
  const { t } = useTranslation('importing');
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancel = useChange('importing.cancel');
  useEvent('progress', (report) => {
    if (report.task === 'import') setProgress(report);
  });
  const percent =
    progress === null || progress.total === null || progress.total === 0
      ? 0
      : Math.round((100 * progress.done) / progress.total);
  const seconds = progress?.secondsLeft ?? null;

  return (
    <Section title={t('running')}>
      <Bar value={percent} size="lg" aria-label={t('running')} transitionDuration={100} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progress !== null && t(`common:progress.${progress.step}`)}
          {` · ${percent} %`}
          {seconds !== null && seconds > 0 && ` · ${t('common:progress.left', { duration: showDuration(seconds) })}`}
        </Text>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({}, { onError: tellError })}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Section>
  );
}
