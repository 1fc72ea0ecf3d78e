import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../shared/domain/exchange/rows.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { AskDialog } from './AskDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

const columns = (t: TFunction<'exchange'>): readonly GridColumn<RequestRow>[] => [
  {
    key: 'direction',
    label: t('requests.directionTitle'),
    width: '8rem',
    cell: (row) => t(`requests.direction.${row.direction}`),
  },
  { key: 'agency', label: t('requests.agency'), width: 'minmax(9rem, 1fr)', cell: (row) => row.agency },
  { key: 'subject', label: t('requests.subject'), width: 'minmax(12rem, 2fr)', cell: (row) => row.subject },
  { key: 'deadline', label: t('requests.deadline'), width: '8.5rem', cell: (row) => showDay(row.deadline) },
  {
    key: 'state',
    label: t('requests.stateTitle'),
    width: '9rem',
    cell: (row) => t(`requests.state.${row.state}`),
  },
];

export function RequestsTab() {
  const { t } = useTranslation('exchange');
  const requests = useCall('exchange.requests', {});
  const known = useCall('exchange.agencies', {});
  const sends = useMay('exchange.send');
  const [asking, setAsking] = useState(false);
  const [openedId, setOpenedId] = useState<string | null>(null);
  if (requests.error !== null) return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  if (requests.data === undefined) return <LoadingState />;
  const rows = requests.data;
  const opened = rows.find(({ id }) => id === openedId);
  const trusted = (known.data?.agencies ?? []).filter(({ state }) => state === 'trusted');
  const ask = sends && trusted.length > 0 && <Button onClick={() => setAsking(true)}>{t('requests.ask')}</Button>;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconMessageQuestion size={32} stroke={1.5} />}
          title={t('requests.empty')}
          text={t('requests.emptyText')}
          action={ask}
        />
      ) : (
        <>
          <Group justify="flex-end" mb="sm">
            {ask}
          </Group>
          <DataGrid
            label={t('tab.requests')}
            columns={columns(t)}
            total={rows.length}
            rowAt={(position) => rows[position]}
            onOpen={(row) => setOpenedId(row.id)}
          />
        </>
      )}
      {asking && <AskDialog agencies={trusted} onClose={() => setAsking(false)} />}
      {opened !== undefined && <RequestPanel request={opened} closes={sends} onClose={() => setOpenedId(null)} />}
    </>
  );
}

interface RequestPanelProps {
  readonly request: RequestRow;
  readonly closes: boolean;
  onClose(): void;
}

function RequestPanel({ request, closes, onClose }: RequestPanelProps) {
  const { t } = useTranslation('exchange');
  const close = useChange('exchange.closeRequest');
  const [closing, setClosing] = useState(false);
  const { id, version, subject, agency, at, deadline, question, state, answers, closedNote } = request;
  return (
    <SidePanel opened title={subject} onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {agency} · {showMoment(at)} · {t('requests.deadline')} {showDay(deadline)} · {t(`requests.state.${state}`)}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {question}
        </Text>
        {answers.length > 0 && (
          <div>
            <Text fw={600}>{t('requests.answers')}</Text>
            {answers.map(({ packageId, at: answeredAt }) => (
              <Text key={packageId} size="sm">
                {showMoment(answeredAt)} · {packageId.slice(-12)}
              </Text>
            ))}
          </div>
        )}
        {closedNote !== null && closedNote !== '' && <Text size="sm">{closedNote}</Text>}
        {closes && state !== 'closed' && (
          <Group>
            <Button variant="default" onClick={() => setClosing(true)}>
              {t('requests.close')}
            </Button>
          </Group>
        )}
      </Stack>
      {closing && (
        <ReasonDialog
          title={t('requests.close')}
          label={t('requests.closeNote')}
          confirm={t('requests.close')}
          busy={close.isPending}
          error={close.error}
          optional
          onClose={() => setClosing(false)}
          onReason={(note) => close.mutate({ id, version, note }, { onSuccess: () => setClosing(false) })}
        />
      )}
    </SidePanel>
  );
}
