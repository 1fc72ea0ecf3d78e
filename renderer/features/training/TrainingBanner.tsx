import { Button, Group, Text } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { ExercisePanel } from './ExercisePanel.tsx';
import { closeExercise, exercisePanel, openExercise } from './exercisePanel.ts';
import { useStore } from '../../lib/store.ts';
import classes from './training.module.css';

/** On every page of a practice vault: what it is, and which exercise is running. */
export function TrainingBanner() {
  const { t } = useTranslation('training');
  const { data } = useCall('training.status', {});
  const opened = useStore(exercisePanel);
  if (data?.training !== true) return null;
  const { running } = data;
  return (
    <div className={classes.banner} role="note" aria-label={t('vault.label')}>
      <Group justify="space-between" gap="md">
        <Group gap="xs">
          <IconSchool size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {t('banner')}
          </Text>
        </Group>
        {running !== null && (
          <Group gap="xs">
            <Text size="sm">
              {t('exercise.running')}: {running.scenario.title[currentLanguage()]}
            </Text>
            <Button size="compact-sm" onClick={openExercise}>
              {t('exercise.open')}
            </Button>
          </Group>
        )}
      </Group>
      {opened && running !== null && <ExercisePanel running={running} onClose={closeExercise} />}
    </div>
  );
}
