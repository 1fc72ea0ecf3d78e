import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/detection.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { queryClient, useCall, useChange, useUnderWay } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { FindingCard } from './FindingCard.tsx';
import { AnalysisProgress } from '../../components/AnalysisProgress.tsx';

const limit = 20;
const none: readonly FindingRow[] = [];

/** Runs the search and lists what it found, the one chance explains worst first. */
export function FindingsTab() {
  const { t } = useTranslation('detection');
  const [withOffices, setWithOffices] = useState(false);
  const [withFamilies, setWithFamilies] = useState(false);
  const [withDismissed, setWithDismissed] = useState(false);
  const [offset, setOffset] = useState(0);
  const found = useCall('detection.list', { withDismissed, offset, limit }, { keepPrevious: true });
  const run = useChange('detection.run');
  const looking = useUnderWay('detection.run');
  const { ran = false, total = 0, rows = none } = found.data ?? {};
  // Cards are made between frames, not all in one.
  const cards = useDeferredValue(rows, none);
  // Setting aside the last one of a page leaves nothing on it.
  if (found.data !== undefined && !found.isPlaceholderData && offset > 0 && offset >= total) setOffset(0);

  async function look(): Promise<void> {
    try {
      await run.mutateAsync({ withOffices, withFamilies });
      setOffset(0);
    } catch (error) {
      if (toSinergiError(error).code === 'cancelled') tellDone(t('cancelled'));
      else tellError(error);
    }
    // A run changes nothing in the vault, so the vault does not tell of it; rows of evidence are of the last run too.
    await queryClient.invalidateQueries();
  }
  const go = (
    <Button loading={looking} onClick={() => void look()}>
      {t('look')}
    </Button>
  );

  return (
    <Stack>
      <Group gap="lg">
        {go}
        <Switch
          label={t('withOffices')}
          checked={withOffices}
          onChange={(event) => setWithOffices(event.currentTarget.checked)}
        />
        <Switch
          label={t('withFamilies')}
          checked={withFamilies}
          onChange={(event) => setWithFamilies(event.currentTarget.checked)}
        />
        {ran && (
          <Switch
            label={t('withDismissed')}
            checked={withDismissed}
            onChange={(event) => {
              setWithDismissed(event.currentTarget.checked);
              setOffset(0);
            }}
          />
        )}
      </Group>
      {looking ? (
        <AnalysisProgress title={t('looking')} cancel="detection.cancel" />
      ) : found.isPending ? (
        <LoadingState />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !ran ? (
        <EmptyState icon={<IconBell size={32} />} title={t('start.title')} text={t('start.text')} />
      ) : total === 0 ? (
        <EmptyState icon={<IconBell size={32} />} title={t('nothing.title')} text={t('nothing.text')} />
      ) : (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('place', { from: offset + 1, until: Math.min(total, offset + limit), total })}
          </Text>
          {cards.map((finding) => (
            <FindingCard key={finding.id} finding={finding} />
          ))}
          {total > limit && (
            <Group gap="xs">
              <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - limit)}>
                {t('previous')}
              </Button>
              <Button variant="default" disabled={offset + limit >= total} onClick={() => setOffset(offset + limit)}>
                {t('next')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
