import { Badge, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import type { GridColumn } from '../../components/DataGrid.tsx';
import { MarkingBadge } from '../../components/badges.tsx';
import { showDay } from '../../lib/dates.ts';

export const reportColumns = (t: TFunction<'reports'>): GridColumn<ReportRow>[] => [
  { key: 'number', label: t('column.number'), width: '150px', cell: (row) => row.number },
  {
    key: 'subject',
    label: t('column.subject'),
    width: 'minmax(220px, 3fr)',
    cell: (row) => (
      <Text span size="sm" fw={500}>
        {row.subject}
      </Text>
    ),
  },
  {
    key: 'state',
    label: t('column.state'),
    width: '130px',
    cell: (row) => (
      <Badge variant={row.state === 'recalled' ? 'outline' : 'default'} tt="none">
        {t(`domain:reportState.${row.state}`)}
      </Badge>
    ),
  },
  { key: 'priority', label: t('column.priority'), width: '90px', cell: (row) => t(`domain:priority.${row.priority}`) },
  { key: 'marking', label: t('marking'), width: '140px', cell: (row) => <MarkingBadge marking={row.marking} /> },
  { key: 'from', label: t('column.from'), width: '130px', cell: (row) => showDay(row.informationFrom) },
  { key: 'author', label: t('column.author'), width: '150px', cell: (row) => row.author },
  { key: 'items', label: t('column.items'), width: '70px', numeric: true, cell: (row) => row.items },
];
