import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { CaseRow } from '../../../shared/contract/cases.ts';
import type { GridColumn } from '../../components/DataGrid.tsx';
import { MarkingBadge } from '../../components/badges.tsx';
import type { CaseSort } from './caseOrder.ts';
import { ReviewDay } from './ReviewDay.tsx';

export const caseColumns = (t: TFunction<'cases'>): GridColumn<CaseRow, CaseSort>[] => [
  { key: 'number', label: t('column.number'), width: '160px', sort: 'number', cell: (row) => row.number },
  {
    key: 'title',
    label: t('column.title'),
    width: 'minmax(240px, 3fr)',
    sort: 'title',
    cell: (row) => (
      <Text span size="sm" fw={500}>
        {row.title}
      </Text>
    ),
  },
  {
    key: 'marking',
    label: t('column.marking'),
    width: '140px',
    sort: 'marking',
    cell: (row) => <MarkingBadge marking={row.marking} />,
  },
  {
    key: 'members',
    label: t('column.members'),
    width: '80px',
    numeric: true,
    sort: 'members',
    cell: (row) => row.members,
  },
  { key: 'links', label: t('column.links'), width: '80px', numeric: true, sort: 'links', cell: (row) => row.links },
  {
    key: 'reviewOn',
    label: t('column.reviewOn'),
    width: '210px',
    sort: 'reviewOn',
    cell: (row) => <ReviewDay day={row.reviewOn} />,
  },
];
