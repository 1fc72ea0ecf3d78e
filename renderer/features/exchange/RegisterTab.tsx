import { Button, Group } from '@mantine/core';
import { IconNotebook, IconPrinter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import type { ExchangeStatistics, RegisterRow } from '../../../shared/domain/exchange/rows.ts';
import { DateField } from '../../components/DateField.tsx';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { Facts } from '../../components/Facts.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { RegisterEntry } from './RegisterEntry.tsx';

const columns = (t: TFunction<'exchange'>): readonly GridColumn<RegisterRow>[] => [
  { key: 'at', label: t('register.at'), width: '10.5rem', cell: (row) => showMoment(row.at) },
  {
    key: 'direction',
    label: t('register.directionTitle'),
    width: '5.5rem',
    cell: (row) => t(`register.direction.${row.direction}`),
  },
  { key: 'agency', label: t('register.agency'), width: 'minmax(8rem, 1fr)', cell: (row) => row.agency },
  { key: 'kind', label: t('register.kind'), width: '9.5rem', cell: (row) => t(`kind.${row.kind}`) },
  { key: 'purpose', label: t('register.purpose'), width: 'minmax(8rem, 1.6fr)', cell: (row) => row.purpose },
  { key: 'officer', label: t('register.officer'), width: '8rem', cell: (row) => row.officer },
  { key: 'handling', label: t('register.handling'), width: '6rem', cell: (row) => row.handling },
  {
    key: 'receipt',
    label: t('register.receipt'),
    width: '7.5rem',
    cell: (row) => (row.unwritten ? t('register.unwritten') : row.receiptAt === null ? '' : showDay(row.receiptAt)),
  },
];

type Period = Input<'exchange.register'>;

/** Everything that went and came: to whom, by whom, why, and what became of it. */
export function RegisterTab() {
  const { t } = useTranslation('exchange');
  const [period, setPeriod] = useState<Period>({ from: null, until: null });
  const register = useCall('exchange.register', period, { keepPrevious: true });
  const print = useChange('exchange.printRegister');
  const [opened, setOpened] = useState<RegisterRow | null>(null);
  if (register.error !== null) return <ErrorState error={register.error} onRetry={() => void register.refetch()} />;
  if (register.data === undefined) return <LoadingState />;
  const { rows, statistics } = register.data;
  const isWhole = period.from === null && period.until === null;
  if (rows.length === 0 && isWhole)
    return <EmptyState icon={<IconNotebook size={32} stroke={1.5} />} title={t('register.empty')} />;
  return (
    <>
      <Group align="end" mb="sm">
        <DateField
          label={t('register.from')}
          value={period.from ?? ''}
          onChange={(from) => setPeriod({ ...period, from: from ?? null })}
        />
        <DateField
          label={t('register.until')}
          value={period.until ?? ''}
          onChange={(until) => setPeriod({ ...period, until: until ?? null })}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          loading={print.isPending}
          onClick={() =>
            print.mutate(
              { ...period, language: currentLanguage() },
              {
                onSuccess: ({ saved }) => {
                  if (saved !== null) tellDone(t('register.printed', { path: saved.path }));
                },
                onError: tellError,
              },
            )
          }
        >
          {t('register.print')}
        </Button>
      </Group>
      <Statistics of={statistics} />
      {rows.length === 0 ? (
        <EmptyState icon={<IconNotebook size={32} stroke={1.5} />} title={t('register.emptyPeriod')} />
      ) : (
        <DataGrid
          label={t('tab.register')}
          columns={columns(t)}
          total={rows.length}
          rowAt={(position) => rows[position]}
          onOpen={setOpened}
        />
      )}
      {opened !== null && <RegisterEntry entry={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function Statistics({ of }: { readonly of: ExchangeStatistics }) {
  const { t } = useTranslation('exchange');
  const fact = (key: string, count: number, attention = false) => ({
    label: t(`register.${key}`),
    value: String(count),
    attention: attention && count > 0,
  });
  return (
    <Facts
      label={t('register.facts')}
      facts={[
        fact('sent', of.sent),
        fact('received', of.received),
        fact('awaiting', of.awaitingReceipt, true),
        fact('held', of.held, true),
        fact('open', of.openRequests),
        fact('overdue', of.overdueRequests, true),
      ]}
    />
  );
}
