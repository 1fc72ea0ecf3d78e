import { Button, Group } from '@mantine/core';
import { IconPlus, IconTarget } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationRow } from '../../../shared/contract/coordination.ts';
import { MarkingBadge } from '../../components/badges.tsx';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { openedKey } from './coordinationState.ts';
import { OperationForm } from './OperationForm.tsx';
import { OperationPanel } from './OperationPanel.tsx';
import { OverdueBadge } from './OverdueBadge.tsx';

const columns = (t: TFunction<'coordination'>): readonly GridColumn<OperationRow>[] => [
  { key: 'name', label: t('operation.name'), width: 'minmax(10rem, 2fr)', cell: ({ name }) => name },
  {
    key: 'period',
    label: t('operation.period'),
    width: '14rem',
    cell: ({ from, until }) =>
      from === null || until === null ? t('operation.noPeriod') : `${showDay(from)} – ${showDay(until)}`,
  },
  { key: 'marking', label: t('marking'), width: '9rem', cell: ({ marking }) => <MarkingBadge marking={marking} /> },
  { key: 'state', label: t('operation.state'), width: '9rem', cell: ({ state }) => t(`operationState.${state}`) },
  {
    key: 'tasks',
    label: t('operation.tasks'),
    width: '15rem',
    cell: ({ open, overdue }) =>
      overdue > 0 ? <OverdueBadge count={overdue} /> : t('operation.open', { count: open }),
  },
];

/** Operations agencies carry out together; what runs or is planned first. */
export function OperationsTab() {
  const { t } = useTranslation('coordination');
  const operations = useCall('operations.list', {});
  const writes = useMay('coordination.write');
  const [opened, setOpened] = useRemembered<string | null>(openedKey('operations'), null);
  const [adding, setAdding] = useState(false);
  if (operations.error !== null)
    return <ErrorState error={operations.error} onRetry={() => void operations.refetch()} />;
  if (operations.data === undefined) return <LoadingState />;
  const rows = operations.data;
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('operation.add')}
    </Button>
  );
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconTarget size={32} stroke={1.5} />}
          title={t('operation.empty')}
          text={t('operation.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group mb="sm">{add}</Group>
          <DataGrid
            label={t('tab.operations')}
            columns={columns(t)}
            total={rows.length}
            rowAt={(position) => rows[position]}
            onOpen={({ id }) => setOpened(id)}
          />
        </>
      )}
      {adding && <OperationForm onClose={() => setAdding(false)} />}
      {rows.some(({ id }) => id === opened) && opened !== null && (
        <OperationPanel id={opened} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
