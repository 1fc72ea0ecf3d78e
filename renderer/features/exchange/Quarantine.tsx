import { Box, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decided, ReceivedItemRow, ReceivedRow } from '../../../shared/domain/exchange/rows.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { Notice } from '../people/forms/Notice.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { PackageFacts } from './PackageFacts.tsx';
import { UsesList } from './UsesList.tsx';

const columns = (t: TFunction<'exchange'>): readonly GridColumn<ReceivedItemRow>[] => [
  { key: 'type', label: t('quarantine.typeTitle'), width: '8rem', cell: (row) => t(`type.${row.type}`) },
  { key: 'label', label: t('quarantine.what'), width: 'minmax(12rem, 2fr)', cell: (row) => row.label },
  {
    key: 'state',
    label: t('quarantine.stateTitle'),
    width: 'minmax(11rem, 1fr)',
    cell: (row) => t(`quarantine.state.${row.state}`),
  },
  { key: 'handling', label: t('quarantine.handling'), width: '7rem', cell: (row) => handlingLabel(row.handling) },
  {
    key: 'decision',
    label: t('quarantine.decisionTitle'),
    width: '9rem',
    cell: (row) => t(`quarantine.decision.${row.decision}`),
  },
];

/** One package: what is in it beside what the vault holds, and what becomes of each thing. */
export function Quarantine({ received, onBack }: { readonly received: ReceivedRow; onBack(): void }) {
  const { t } = useTranslation('exchange');
  const receipt = useChange('exchange.receipt');
  const sends = useMay('exchange.send');
  const [telling, setTelling] = useState(false);
  const answered = received.kind === 'items' || received.kind === 'recall' || received.kind === 'agreement';
  const back = (
    <Button size="compact-sm" variant="subtle" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
      {t('quarantine.back')}
    </Button>
  );
  return (
    <>
      {back}
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('quarantine.title', { agency: received.from })}</Title>
        {sends && answered ? (
          <Group gap="xs">
            {received.kind === 'items' && (
              <Button variant="default" onClick={() => setTelling(true)}>
                {t('feedback.give')}
              </Button>
            )}
            <Button
              variant="default"
              loading={receipt.isPending}
              onClick={() =>
                receipt.mutate(
                  { id: received.id },
                  {
                    onSuccess: ({ saved }) => {
                      if (saved !== null) tellDone(t('quarantine.receiptSaved'));
                    },
                    onError: tellError,
                  },
                )
              }
            >
              {t('quarantine.receipt')}
            </Button>
          </Group>
        ) : null}
      </Group>
      <PackageFacts facts={received} />
      <Box mt="lg">{received.kind === 'items' ? <Items received={received} /> : <Words received={received} />}</Box>
      {received.kind === 'recall' && (
        <Box mt="lg">
          <UsesList id={received.id} />
        </Box>
      )}
      {telling && <FeedbackDialog id={received.id} onClose={() => setTelling(false)} />}
    </>
  );
}

function Items({ received: { id } }: { readonly received: ReceivedRow }) {
  const { t } = useTranslation('exchange');
  const items = useCall('exchange.items', { id });
  const decide = useChange('exchange.decide');
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [refused, setRefused] = useState<Decided['refused']>([]);
  if (items.error !== null) return <ErrorState error={items.error} onRetry={() => void items.refetch()} />;
  if (items.data === undefined) return <LoadingState />;
  const rows = items.data;
  const opened = rows.find((row) => row.id === openedId);
  const waits = rows.some(({ decision }) => decision === 'held');
  const told = (decided: Decided): void => {
    setRefused(decided.refused);
    tellDone(t('quarantine.done', { ...decided }));
  };
  const all = (choices: 'accept-all' | 'reject-all'): void => decide.mutate({ id, choices }, { onSuccess: told });

  return (
    <Section
      title={t('quarantine.items')}
      actions={
        waits ? (
          <Group gap="xs">
            <Button variant="default" disabled={decide.isPending} onClick={() => all('reject-all')}>
              {t('quarantine.rejectAll')}
            </Button>
            <Button loading={decide.isPending} onClick={() => all('accept-all')}>
              {t('quarantine.acceptAll')}
            </Button>
          </Group>
        ) : undefined
      }
    >
      <FormError error={decide.error} />
      {refused.length > 0 && (
        <Notice
          tone="warn"
          role="status"
          icon={<IconAlertTriangle size={16} />}
          title={t('quarantine.refused', { labels: refused.map(({ label }) => label).join(', ') })}
        />
      )}
      <DataGrid
        label={t('quarantine.items')}
        columns={columns(t)}
        total={rows.length}
        rowAt={(position) => rows[position]}
        onOpen={(row) => setOpenedId(row.id)}
      />
      {opened !== undefined && (
        <ItemPanel
          key={opened.id}
          item={opened}
          busy={decide.isPending}
          onClose={() => setOpenedId(null)}
          onDecide={(decision, into) =>
            decide.mutate(
              { id, choices: [{ id: opened.id, decision, ...(into === null ? {} : { into }) }] },
              {
                onSuccess: (decided) => {
                  told(decided);
                  setOpenedId(null);
                },
              },
            )
          }
        />
      )}
    </Section>
  );
}

/** A package that says something and carries nothing. */
function Words({ received: { id, body, decision } }: { readonly received: ReceivedRow }) {
  const { t } = useTranslation('exchange');
  const decide = useChange('exchange.decide');
  if (body.kind === 'items') return null;
  const waits = decision === 'held';
  const named = 'packageId' in body ? body.packageId : '';
  return (
    <Section title={t(`kind.${body.kind}`)} note={t(`quarantine.decision.${decision}`)}>
      <Text size="sm">{t(`quarantine.words.${body.kind}`, { package: named.slice(-12) })}</Text>
      {'reason' in body && body.reason !== '' && (
        <Text size="sm">{t('quarantine.reason', { reason: body.reason })}</Text>
      )}
      <FormError error={decide.error} />
      {waits && (
        <Group mt="md" gap="xs">
          <Button loading={decide.isPending} onClick={() => decide.mutate({ id, choices: 'accept-all' })}>
            {t('quarantine.carryOut')}
          </Button>
          <Button
            variant="default"
            disabled={decide.isPending}
            onClick={() => decide.mutate({ id, choices: 'reject-all' })}
          >
            {t('quarantine.reject')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
