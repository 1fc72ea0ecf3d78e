import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Input } from '../../../shared/contract.ts';
import type { PersonRow } from '../../../shared/contract/people.ts';
import type { GridColumn } from '../../components/DataGrid.tsx';
import { ClearedBadge } from '../../components/ClearedBadge.tsx';
import { RoleBadge } from '../../components/badges.tsx';

type Sort = Input<'people.search'>['sort'];

export const peopleColumns = (t: TFunction<'people'>): GridColumn<PersonRow, Sort>[] => [
  { key: 'name', label: t('column.name'), width: 'minmax(180px, 2fr)', sort: 'name', cell: nameCell },
  { key: 'roles', label: t('column.roles'), width: 'minmax(190px, 1.5fr)', cell: rolesCell },
  {
    key: 'registrationNumber',
    label: t('column.registrationNumber'),
    width: '116px',
    sort: 'registrationNumber',
    cell: (row) => row.registrationNumber,
  },
  { key: 'cell', label: t('column.cell'), width: '92px', sort: 'cell', cell: (row) => row.cell },
  { key: 'nationalId', label: t('column.nationalId'), width: '146px', cell: (row) => row.nationalId },
  { key: 'phone', label: t('column.phone'), width: '132px', cell: (row) => row.phone },
  { key: 'visits', label: t('column.visits'), width: '84px', numeric: true, sort: 'visits', cell: (row) => row.visits },
  { key: 'cases', label: t('column.cases'), width: '64px', numeric: true, cell: (row) => row.cases },
];

function nameCell(row: PersonRow) {
  return (
    <Text size="sm" truncate title={[row.name, ...row.aliases].join(' · ')}>
      {row.name} {row.cleared && <ClearedBadge />}
      {row.aliases.length > 0 && (
        <Text span c="dimmed" size="sm">
          {` (${row.aliases.join(', ')})`}
        </Text>
      )}
    </Text>
  );
}

function rolesCell(row: PersonRow) {
  return (
    <Group gap={4} wrap="nowrap">
      {row.roles.map((role) => (
        <RoleBadge key={role} role={role} />
      ))}
    </Group>
  );
}
