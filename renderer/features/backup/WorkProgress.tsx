import { Button, Group, Progress as Bar, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/contract.ts';
import { useChange, useEvent } from '../../lib/api.ts';
import { showDuration } from '../../lib/numbers.ts';
import { tellError } from '../../lib/tell.tsx';

type Task = Extract<
  Progress['task'],
  'backup' | 'restore' | 'verify' | 'compare' | 'salvage' | 'file' | 'package' | 'update'
>;

interface WorkProgressProps {
  readonly task: Task;
  /** Shows nothing before the work tells of itself: while a file is still being chosen, or when it is a small one. */
  readonly onlyOnceTold?: boolean;
}

/** How far the work is, how long it may still take, and a way to stop it. */
export function WorkProgress({ task, onlyOnceTold = false }: WorkProgressProps) {
  const { t } = useTranslation('backup');
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancelBackup = useChange('backups.cancel');
  const cancelFile = useChange('files.cancel');
  const cancel = task === 'file' || task === 'package' || task === 'update' ? cancelFile : cancelBackup;
  useEvent('progress', (report) => {
    if (report.task === task) setProgress(report);
  });
  if (onlyOnceTold && progress === null) return null;
  const known = progress !== null && progress.total !== null && progress.total > 0;
  const percent = known ? Math.round((100 * progress.done) / (progress.total ?? 1)) : 0;
  const seconds = progress?.secondsLeft ?? 0;
  const words = [
    progress === null ? t(`running.${task}`) : t(`common:progress.${progress.step}`),
    ...(known ? [`${percent} %`] : []),
    ...(seconds > 0 ? [t('common:progress.left', { duration: showDuration(seconds) })] : []),
  ];
  return (
    <div role="status">
      <Bar
        value={known ? percent : 100}
        animated={!known}
        striped={!known}
        aria-label={t(`running.${task}`)}
        transitionDuration={100}
      />
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          {words.join(' · ')}
        </Text>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({}, { onError: tellError })}>
          {t('common:cancel')}
        </Button>
      </Group>
    </div>
  );
}
