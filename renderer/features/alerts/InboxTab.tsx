import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlertState, alertStates } from '../../../shared/contract/alerts.ts';
import { alertSubjects } from '../../../shared/domain/alert.ts';
import { AnalysisProgress } from '../../components/AnalysisProgress.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange, useUnderWay } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { tellError } from '../../lib/tell.tsx';
import { AlertList } from './AlertList.tsx';

const limit = 50;

/** What calls for attention and what was done about it. */
export function InboxTab() {
  const { t } = useTranslation('detection');
  const [state, setState] = useState<AlertState>('open');
  const [subject, setSubject] = useState<string | null>(null);
  const [offset, setOffset] = useState(0);
  const chosen = alertSubjects.find((each) => each === subject) ?? null;
  const alerts = useCall('alerts.list', { state, subject: chosen, offset, limit }, { keepPrevious: true });
  const summary = useCall('alerts.summary', {});
  const search = useChange('alerts.search');
  const searching = useUnderWay('alerts.search');
  const { total = 0, rows = [] } = alerts.data ?? {};
  if (alerts.data !== undefined && !alerts.isPlaceholderData && offset > 0 && offset >= total) setOffset(0);

  return (
    <Stack>
      <Group gap="lg" align="flex-end">
        <SegmentedControl
          aria-label={t('inbox.state')}
          value={state}
          data={alertStates.map((value) => ({ value, label: t(`inbox.${value}`) }))}
          onChange={(value) => {
            setState(alertStates.find((each) => each === value) ?? 'open');
            setOffset(0);
          }}
        />
        <Select
          aria-label={t('inbox.subject')}
          placeholder={t('inbox.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('inbox.all') }}
          data={alertSubjects.map((value) => ({ value, label: t(`inbox.subjects.${value}`) }))}
          value={subject}
          onChange={(value) => {
            setSubject(value);
            setOffset(0);
          }}
        />
        {summary.data !== undefined && !searching && (
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {summary.data.unsearched > 0
                ? t('inbox.unsearched', { count: summary.data.unsearched })
                : summary.data.searchedAt === null
                  ? t('inbox.neverSearched')
                  : t('inbox.searched', { at: showMoment(summary.data.searchedAt) })}
            </Text>
            {summary.data.mayHandle && (
              <Button variant="default" size="compact-sm" onClick={() => search.mutate({}, { onError: tellError })}>
                {t('inbox.searchNow')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {searching && <AnalysisProgress title={t('inbox.searching')} cancel="detection.cancel" />}
      {alerts.isPending ? (
        <LoadingState />
      ) : alerts.isError ? (
        <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} />
      ) : total === 0 ? (
        <EmptyState
          icon={<IconInbox size={32} />}
          title={t(state === 'open' && chosen === null ? 'inbox.empty' : 'inbox.emptyOther')}
          {...(state === 'open' && chosen === null ? { text: t('inbox.emptyText') } : {})}
        />
      ) : (
        <>
          <AlertList rows={rows} mayHandle={summary.data?.mayHandle === true} />
          {total > limit && (
            <Group gap="xs">
              <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - limit)}>
                {t('previous')}
              </Button>
              <Button variant="default" disabled={offset + limit >= total} onClick={() => setOffset(offset + limit)}>
                {t('next')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('place', { from: offset + 1, until: Math.min(total, offset + limit), total })}
              </Text>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
