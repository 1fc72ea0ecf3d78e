import { Button, Group, Progress as Bar, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../shared/contract.ts';
import { useChange, useEvent } from '../lib/api.ts';
import { tellError } from '../lib/tell.tsx';
import { Section } from './Section.tsx';

interface AnalysisProgressProps {
  readonly title: string;
  readonly cancel: 'detection.cancel' | 'identity.cancel';
}

/** How far a look through the registers is, and a way to stop it. Nothing is changed by it. */
export function AnalysisProgress({ title, cancel: channel }: AnalysisProgressProps) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancel = useChange(channel);
  useEvent('progress', (report) => {
    if (report.task === 'analysis') setProgress(report);
  });
  const percent = Math.round(100 * (progress?.done ?? 0));
  return (
    <Section title={title}>
      <Bar value={percent} size="lg" aria-label={title} transitionDuration={100} />
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
