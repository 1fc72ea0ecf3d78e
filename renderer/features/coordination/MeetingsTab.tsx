import { Button, Group } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingRow } from '../../../shared/contract/coordination.ts';
import { MarkingBadge } from '../../components/badges.tsx';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay, showTime } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { openedKey } from './coordinationState.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { OverdueBadge } from './OverdueBadge.tsx';

const columns = (t: TFunction<'coordination'>): readonly GridColumn<MeetingRow>[] => [
  {
    key: 'day',
    label: t('meeting.day'),
    width: '9.5rem',
    cell: ({ day, time }) => `${showDay(day)}, ${showTime(time)}`,
  },
  { key: 'title', label: t('meeting.title'), width: 'minmax(10rem, 2fr)', cell: ({ title }) => title },
  { key: 'place', label: t('meeting.place'), width: 'minmax(8rem, 1fr)', cell: ({ place }) => place },
  {
    key: 'marking',
    label: t('marking'),
    width: '9rem',
    cell: ({ marking }) => <MarkingBadge marking={marking} />,
  },
  {
    key: 'state',
    label: t('meeting.state'),
    width: '9rem',
    cell: ({ approved }) => t(approved ? 'meeting.approved' : 'meeting.draft'),
  },
  {
    key: 'actions',
    label: t('meeting.standing'),
    width: '15rem',
    cell: ({ actions, open, overdue }) => {
      if (actions === 0) return '';
      if (overdue > 0) return <OverdueBadge count={overdue} />;
      return open === 0 ? t('meeting.allDone') : t('meeting.openOf', { open, all: actions });
    },
  },
];

/** Meetings with other agencies, newest first. */
export function MeetingsTab() {
  const { t } = useTranslation('coordination');
  const meetings = useCall('meetings.list', {});
  const writes = useMay('coordination.write');
  const [opened, setOpened] = useRemembered<string | null>(openedKey('meetings'), null);
  const [adding, setAdding] = useState(false);
  if (meetings.error !== null) return <ErrorState error={meetings.error} onRetry={() => void meetings.refetch()} />;
  if (meetings.data === undefined) return <LoadingState />;
  const rows = meetings.data;
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('meeting.add')}
    </Button>
  );
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconUsersGroup size={32} stroke={1.5} />}
          title={t('meeting.empty')}
          text={t('meeting.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group mb="sm">{add}</Group>
          <DataGrid
            label={t('tab.meetings')}
            columns={columns(t)}
            total={rows.length}
            rowAt={(position) => rows[position]}
            onOpen={({ id }) => setOpened(id)}
          />
        </>
      )}
      {adding && <MeetingForm onClose={() => setAdding(false)} />}
      {rows.some(({ id }) => id === opened) && opened !== null && (
        <MeetingPanel id={opened} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
