import { Button, Group, Paper, Progress as Bar, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/contract.ts';

export function ImportProgress({ progress, onCancel }: { readonly progress: Progress | null; onCancel(): void }) {
  const { t } = useTranslation('importing');
  const share = progress === null || progress.total === null ? 0 : (100 * progress.done) / progress.total;
  const seconds = progress?.secondsLeft ?? null;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm" role="status">
            {progress === null ? t('running') : t(`common:progress.${progress.step}`)}
            {seconds !== null && seconds > 0 && ` · ${t('common:progress.left', { seconds })}`}
          </Text>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
        <Bar value={share} animated aria-label={t('running')} />
      </Stack>
    </Paper>
  );
}
