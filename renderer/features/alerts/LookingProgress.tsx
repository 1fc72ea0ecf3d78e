import { Button, Group, Progress as Bar, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/contract.ts';
import { Section } from '../../components/Section.tsx';
import { useChange, useEvent } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';

/** How far the search through all registers is. Nothing is changed by it. */
export function LookingProgress() {
  const { t } = useTranslation('detection');
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancel = useChange('detection.cancel');
  useEvent('progress', (report) => {
    if (report.task === 'analysis') setProgress(report);
  });
  const percent = Math.round(100 * (progress?.done ?? 0));
  return (
    <Section title={t('looking')}>
      <Bar value={percent} size="lg" aria-label={t('looking')} transitionDuration={100} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progress !== null && t(`common:progress.${progress.step}`)}
          {` · ${percent} %`}
        </Text>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({}, { onError: tellError })}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Section>
  );
}
