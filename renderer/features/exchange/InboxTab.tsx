import { Button, Group } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, ReceivedRow } from '../../../shared/domain/exchange/rows.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellError } from '../../lib/tell.tsx';
import { InspectDialog } from './InspectDialog.tsx';
import { Quarantine } from './Quarantine.tsx';

const columns = (t: TFunction<'exchange'>): readonly GridColumn<ReceivedRow>[] => [
  { key: 'receivedAt', label: t('inbox.receivedAt'), width: '11rem', cell: (row) => showMoment(row.receivedAt) },
  { key: 'from', label: t('inbox.from'), width: 'minmax(10rem, 1fr)', cell: (row) => row.from },
  { key: 'kind', label: t('inbox.kindTitle'), width: '11rem', cell: (row) => t(`kind.${row.kind}`) },
  { key: 'purpose', label: t('inbox.purpose'), width: 'minmax(10rem, 2fr)', cell: (row) => row.purpose },
  { key: 'held', label: t('inbox.held'), width: '7rem', numeric: true, cell: (row) => waiting(row) },
];

const waiting = ({ items, decision }: ReceivedRow): number => items.held + (decision === 'held' ? 1 : 0);

/** What came in, and how much of it is still to be decided. */
export function InboxTab() {
  const { t } = useTranslation('exchange');
  const inbox = useCall('exchange.inbox', {});
  const receives = useMay('exchange.receive');
  const inspect = useChange('exchange.inspect');
  const [found, setFound] = useState<Inspection | null>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  if (inbox.error !== null) return <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (inbox.data === undefined) return <LoadingState />;
  const rows = inbox.data;
  const opened = rows.find(({ id }) => id === openedId);
  if (opened !== undefined) return <Quarantine received={opened} onBack={() => setOpenedId(null)} />;

  const take = receives && (
    <Button
      leftSection={<IconPackageImport size={16} />}
      loading={inspect.isPending}
      onClick={() => inspect.mutate({}, { onSuccess: ({ inspection }) => setFound(inspection), onError: tellError })}
    >
      {t('inbox.take')}
    </Button>
  );
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconPackageImport size={32} stroke={1.5} />}
          title={t('inbox.empty')}
          text={t('inbox.emptyText')}
          action={take}
        />
      ) : (
        <>
          <Group justify="flex-end" mb="sm">
            {take}
          </Group>
          <DataGrid
            label={t('tab.inbox')}
            columns={columns(t)}
            total={rows.length}
            rowAt={(position) => rows[position]}
            {...(receives ? { onOpen: (row: ReceivedRow) => setOpenedId(row.id) } : {})}
          />
        </>
      )}
      {found !== null && (
        <InspectDialog
          inspection={found}
          onClose={() => setFound(null)}
          onReceived={(id) => {
            setFound(null);
            setOpenedId(id);
          }}
        />
      )}
    </>
  );
}
