import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingStatus } from '../../../shared/contract/training.ts';
import type { TrainingAttempt } from '../../../shared/domain/training/attempt.ts';
import type { Scenario } from '../../../shared/domain/training/scenario.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { showResult } from './shownResult.ts';

interface ExercisePanelProps {
  readonly running: NonNullable<TrainingStatus['running']>;
  onClose(): void;
}

/** Briefing, steps and hints, beside the real pages the exercise is done on. */
export function ExercisePanel({ running: { scenario, attempt }, onClose }: ExercisePanelProps) {
  const { t } = useTranslation('training');
  const finish = useChange('training.finish');
  const [asking, setAsking] = useState<'finished' | 'given-up' | null>(null);
  const language = currentLanguage();
  function end(given: 'finished' | 'given-up'): void {
    finish.mutate(
      { given },
      {
        onSuccess: ({ ended }) => {
          onClose();
          if (ended?.result != null) showResult({ scenario, result: ended.result });
          else tellDone(t('exercise.ended'));
        },
        onError: tellError,
        onSettled: () => setAsking(null),
      },
    );
  }
  return (
    <SidePanel opened size={460} title={scenario.title[language]} onClose={onClose}>
      <Stack gap="md">
        <div>
          <Text fw={600} size="sm">
            {t('exercise.briefing')}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {scenario.briefing[language]}
          </Text>
        </div>
        <div>
          <Text fw={600} size="sm">
            {t('exercise.objectives')}
          </Text>
          <List size="sm">
            {scenario.objectives.map((objective) => (
              <List.Item key={objective.en}>{objective[language]}</List.Item>
            ))}
          </List>
        </div>
        <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('exercise.steps')}>
          {scenario.steps.map((step, place) => (
            <Step key={step.id} step={step} number={place + 1} attempt={attempt} />
          ))}
        </Stack>
        <Group justify="space-between">
          <Button variant="default" onClick={() => setAsking('given-up')}>
            {t('exercise.giveUp')}
          </Button>
          <Button onClick={() => setAsking('finished')}>{t('exercise.finish')}</Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asking !== null}
        title={t(asking === 'given-up' ? 'exercise.giveUp' : 'exercise.finish')}
        consequence={t(asking === 'given-up' ? 'exercise.giveUpText' : 'exercise.finishText')}
        confirm={t(asking === 'given-up' ? 'exercise.giveUp' : 'exercise.finish')}
        busy={finish.isPending}
        onConfirm={() => {
          if (asking !== null) end(asking);
        }}
        onCancel={() => setAsking(null)}
      />
    </SidePanel>
  );
}

interface StepProps {
  readonly step: Scenario['steps'][number];
  readonly number: number;
  readonly attempt: TrainingAttempt;
}

function Step({ step, number, attempt }: StepProps) {
  const { t } = useTranslation('training');
  const hint = useChange('training.hint');
  const language = currentLanguage();
  const shown = attempt.hints.includes(step.id);
  return (
    <li>
      <Text size="sm">
        <b>{number}.</b> {step.text[language]}
      </Text>
      {shown ? (
        <Text size="sm" c="dimmed" fs="italic">
          {t('exercise.hintUsed')}: {step.hint[language]}
        </Text>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={hint.isPending}
          aria-label={`${t('exercise.hint')}: ${number}`}
          onClick={() => hint.mutate({ stepId: step.id }, { onError: tellError })}
        >
          {t('exercise.hint')} ({t('exercise.hintCost', { count: step.hintCost })})
        </Button>
      )}
    </li>
  );
}
