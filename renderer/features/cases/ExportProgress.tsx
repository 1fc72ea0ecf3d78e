import { Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress as Step } from '../../../shared/contract.ts';
import { useEvent } from '../../lib/api.ts';

/** How far the document is. */
export function ExportProgress() {
  const { t } = useTranslation('cases');
  const [step, setStep] = useState<Step | null>(null);
  useEvent('progress', (next) => {
    if (next.task === 'export') setStep(next);
  });
  const known = step !== null && step.total !== null && step.total > 0;
  return (
    <Stack gap={4} role="status">
      <Group justify="space-between">
        <Text size="sm">{step === null ? t('export.waiting') : t(`common:progress.${step.step}`)}</Text>
        {known && (
          <Text size="xs" c="dimmed">
            {step.done} / {step.total}
          </Text>
        )}
      </Group>
      <Progress
        aria-label={t('export.progress')}
        value={known ? (100 * step.done) / (step.total ?? 1) : 100}
        animated={!known}
        striped={!known}
      />
    </Stack>
  );
}
