import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileImport, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScenarioRow } from '../../../shared/contract/training.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { openExercise } from './exercisePanel.ts';

/** The exercises there are, each with what it is about and how it went. */
export function ExercisesTab() {
  const { t } = useTranslation('training');
  const status = useCall('training.status', {});
  const list = useCall('training.list', {});
  const startFile = useChange('training.startFile');
  const failure = status.error ?? list.error;
  if (failure !== null) return <ErrorState error={failure} onRetry={() => void list.refetch()} />;
  if (status.data === undefined || list.data === undefined) return <LoadingState />;
  if (!status.data.training)
    return (
      <EmptyState icon={<IconSchool size={36} stroke={1.4} />} title={t('vault.none')} text={t('vault.noneText')} />
    );
  const busy = status.data.running !== null;
  return (
    <Stack gap="md">
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} />}
          disabled={busy}
          loading={startFile.isPending}
          onClick={() =>
            startFile.mutate(
              {},
              {
                onSuccess: ({ attempt }) => {
                  if (attempt !== null) openExercise();
                },
                onError: tellError,
              },
            )
          }
        >
          {t('exercise.startFile')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {list.data.map((row) => (
          <ScenarioCard key={row.id} row={row} busy={busy} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function ScenarioCard({ row, busy }: { readonly row: ScenarioRow; readonly busy: boolean }) {
  const { t } = useTranslation('training');
  const start = useChange('training.start');
  const language = currentLanguage();
  const title = row.title[language];
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="xs" h="100%" justify="space-between">
        <div>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text fw={600}>{title}</Text>
            <Badge variant="default" tt="none">
              {t(`skill.${row.skill}`)}
            </Badge>
          </Group>
          <Text size="sm" mt={4}>
            {row.summary[language]}
          </Text>
          <Text size="xs" c="dimmed" mt={8}>
            {t('exercise.objectives')}: {row.objectives.map((objective) => objective[language]).join('; ')}
          </Text>
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t('exercise.minutes', { count: row.minutes })} ·{' '}
            {row.best === null ? t('exercise.never') : t('exercise.best', { score: row.best })}
          </Text>
          <Button
            size="compact-sm"
            disabled={busy}
            loading={start.isPending}
            aria-label={`${t('exercise.start')}: ${title}`}
            onClick={() =>
              start.mutate(
                { scenarioId: row.id },
                {
                  onSuccess: () => {
                    tellDone(t('exercise.started'));
                    openExercise();
                  },
                  onError: tellError,
                },
              )
            }
          >
            {t('exercise.start')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
