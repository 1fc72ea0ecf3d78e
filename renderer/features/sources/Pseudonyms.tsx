import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { FormError } from '../../components/FormError.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import classes from './SourceView.module.css';

type Known = Output<'sources.pseudonyms'>[number];

/** What a supervisor knows of sources, and asks to be told. */
export function Pseudonyms() {
  const { t } = useTranslation('sources');
  const known = useCall('sources.pseudonyms', {});
  const [asking, setAsking] = useState<Known | null>(null);
  if (known.error !== null) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined) return <LoadingState />;
  return (
    <>
      <PageHeader title={t('title')} note={t('unseal.note')} />
      {known.data.length === 0 && <Text c="dimmed">{t('unseal.none')}</Text>}
      {known.data.length > 0 && (
        <Table aria-label={t('title')} mb="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('pseudonym')}</Table.Th>
              <Table.Th>{t('reliability')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('common:actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {known.data.map((source) => (
              <Table.Tr key={source.id}>
                <Table.Td>{source.pseudonym}</Table.Td>
                <Table.Td>
                  {source.reliability} – {t(`domain:grade.admiralty.source.${source.reliability}`)}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('unseal.askOf', { name: source.pseudonym })}
                    onClick={() => setAsking(source)}
                  >
                    {t('unseal.ask')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Requests />
      {asking !== null && <AskDialog source={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function AskDialog({ source, onClose }: { readonly source: Known; onClose(): void }) {
  const { t } = useTranslation('sources');
  const ask = useChange('approvals.request');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() === '' || ask.isPending) return;
    ask.mutate(
      { act: { kind: 'unseal-source', sourceId: source.id }, reason },
      {
        onSuccess: () => {
          tellDone(t('unseal.asked'));
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('unseal.title', { name: source.pseudonym })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            withAsterisk
            label={t('unseal.reason')}
            description={t('reading.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormError error={ask.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={ask.isPending}>
              {t('unseal.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** How the own requests stand; an identity that was handed over is shown once. */
function Requests() {
  const { t } = useTranslation('sources');
  const rows = useCall('sources.unsealings', {}).data ?? [];
  const reveal = useChange('sources.reveal');
  const [shown, setShown] = useState<Output<'sources.reveal'> | null>(null);
  if (rows.length === 0) return null;
  return (
    <Section title={t('unseal.requests')}>
      <Stack gap="xs">
        {rows.map((row) => (
          <Group key={row.approvalId} gap="sm">
            <Text size="sm" fw={500}>
              {row.pseudonym}
            </Text>
            <Badge variant="default" tt="none" size="sm">
              {t(`unseal.state.${row.state}`)}
            </Badge>
            <Text size="sm" c="dimmed">
              {[
                showMoment(row.askedAt),
                row.reason,
                row.state === 'ready' && row.until !== null ? t('unseal.until', { at: showMoment(row.until) }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {row.state === 'ready' && (
              <Button
                size="compact-sm"
                loading={reveal.isPending}
                aria-label={t('unseal.readOf', { name: row.pseudonym })}
                onClick={() =>
                  reveal.mutate({ approvalId: row.approvalId }, { onSuccess: setShown, onError: tellError })
                }
              >
                {t('unseal.read')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={t('unseal.shown', { name: shown?.pseudonym ?? '' })}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack gap="sm">
          {shown !== null && (
            <dl className={classes.facts}>
              {(['name', 'nationalId', 'contact'] as const).map((name) => (
                <div key={name} className={classes.fact}>
                  <dt>{t(`card.${name}`)}</dt>
                  <dd>{shown[name] === '' ? t('common:none') : shown[name]}</dd>
                </div>
              ))}
            </dl>
          )}
          <Text size="sm" c="dimmed">
            {t('unseal.once')}
          </Text>
        </Stack>
      </Modal>
    </Section>
  );
}
