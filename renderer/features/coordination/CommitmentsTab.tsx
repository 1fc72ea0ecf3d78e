import { Button, Group, Table } from '@mantine/core';
import { IconPlus, IconPrinter, IconHeartHandshake } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentRow, Commitments } from '../../../shared/contract/coordination.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { CommitmentForm } from './CommitmentForm.tsx';
import { CommitmentPanel } from './CommitmentPanel.tsx';
import { openedKey } from './coordinationState.ts';
import { OverdueBadge } from './OverdueBadge.tsx';

const columns = (t: TFunction<'coordination'>): readonly GridColumn<CommitmentRow>[] => [
  { key: 'what', label: t('commitment.what'), width: 'minmax(10rem, 2fr)', cell: ({ commitment }) => commitment.what },
  {
    key: 'between',
    label: t('commitment.between'),
    width: 'minmax(10rem, 1.5fr)',
    cell: ({ commitment: { owedBy, owedTo } }) => `${owedBy} → ${owedTo}`,
  },
  {
    key: 'source',
    label: t('commitment.source'),
    width: 'minmax(8rem, 1fr)',
    cell: ({ sourceTitle }) => sourceTitle,
  },
  {
    key: 'next',
    label: t('commitment.next'),
    width: '9.5rem',
    cell: ({ next }) => (next === null ? t('commitment.nothingNext') : showDay(next)),
  },
  {
    key: 'state',
    label: t('commitment.state'),
    width: '11rem',
    cell: ({ overdue, occurrences }) =>
      overdue ? <OverdueBadge /> : t(`figure.${occurrences.at(-1)?.state ?? 'open'}`),
  },
];

/** What agencies owe each other: what is due first, and how each kept its word. */
export function CommitmentsTab() {
  const { t } = useTranslation('coordination');
  const commitments = useCall('commitments.list', {});
  const print = useChange('commitments.print');
  const writes = useMay('coordination.write');
  const [opened, setOpened] = useRemembered<string | null>(openedKey('commitments'), null);
  const [adding, setAdding] = useState(false);
  if (commitments.error !== null)
    return <ErrorState error={commitments.error} onRetry={() => void commitments.refetch()} />;
  if (commitments.data === undefined) return <LoadingState />;
  const { rows, figures } = commitments.data;
  const shown = rows.find(({ commitment }) => commitment.id === opened);
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('commitment.add')}
    </Button>
  );
  const toPaper = (): void =>
    print.mutate(
      { language: currentLanguage() },
      {
        onSuccess: ({ saved }) => {
          if (saved !== null) tellDone(t('print.done', { path: saved.path }));
        },
        onError: tellError,
      },
    );
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconHeartHandshake size={32} stroke={1.5} />}
          title={t('commitment.empty')}
          text={t('commitment.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group mb="sm">
            {add}
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} />}
              loading={print.isPending}
              onClick={toPaper}
            >
              {t('commitment.print')}
            </Button>
          </Group>
          <Figures figures={figures} />
          <DataGrid
            label={t('tab.commitments')}
            columns={columns(t)}
            total={rows.length}
            rowAt={(position) => rows[position]}
            onOpen={({ commitment }) => setOpened(commitment.id)}
          />
        </>
      )}
      {adding && <CommitmentForm onClose={() => setAdding(false)} />}
      {shown !== undefined && <CommitmentPanel row={shown} onClose={() => setOpened(null)} />}
    </>
  );
}

const counted = ['kept', 'missed', 'open', 'overdue'] as const;

function Figures({ figures }: Pick<Commitments, 'figures'>) {
  const { t } = useTranslation('coordination');
  return (
    <Table aria-label={t('commitment.figures')} mb="md" maw="48rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('agency')}</Table.Th>
          {counted.map((key) => (
            <Table.Th key={key} ta="right">
              {t(`figure.${key}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map((row) => (
          <Table.Tr key={row.agency}>
            <Table.Td>{row.agency}</Table.Td>
            {counted.map((key) => (
              <Table.Td key={key} ta="right">
                {showNumber(row[key])}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
