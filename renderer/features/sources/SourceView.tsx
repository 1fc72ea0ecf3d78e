import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconEdit, IconMessagePlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { ContactDialog } from './ContactDialog.tsx';
import { ContactLog } from './ContactLog.tsx';
import { EditSourceDialog } from './EditSourceDialog.tsx';
import { ReminderBadge } from './ReminderBadge.tsx';
import classes from './SourceView.module.css';

interface SourceViewProps {
  readonly id: string;
  /** Why it is read; the trail has it. */
  readonly reason: string;
  onBack(): void;
}

/** A source with everything about it, for its handlers. */
export function SourceView({ id, reason, onBack }: SourceViewProps): ReactNode {
  const { t } = useTranslation('sources');
  const { data, error, refetch } = useCall('sources.show', { id, reason });
  const [editing, setEditing] = useState(false);
  const [logging, setLogging] = useState(false);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const { card, reminders } = data;
  return (
    <>
      <PageHeader
        title={card.pseudonym}
        before={
          <Anchor component="button" type="button" size="xs" c="dimmed" onClick={onBack}>
            {t('title')}
          </Anchor>
        }
        note={
          <Group gap={6}>
            <Badge variant="outline" color="gray" tt="none" size="sm">
              {t(`state.${card.state}`)}
            </Badge>
            {reminders.map((reminder) => (
              <ReminderBadge key={reminder} reminder={reminder} />
            ))}
            <Text size="sm">{t('corridor')}</Text>
          </Group>
        }
        actions={
          <>
            <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button leftSection={<IconMessagePlus size={16} />} onClick={() => setLogging(true)}>
              {t('log.add')}
            </Button>
          </>
        }
      />
      <div className={classes.card}>
        <Card shown={data} />
      </div>
      <ContactLog contacts={data.contacts} />
      {editing && (
        <EditSourceDialog id={data.id} version={data.version} card={card} onClose={() => setEditing(false)} />
      )}
      {logging && <ContactDialog id={data.id} onClose={() => setLogging(false)} />}
    </>
  );
}

function Card({ shown: { card, handlers } }: { readonly shown: Output<'sources.show'> }) {
  const { t } = useTranslation('sources');
  const { authorisation: given } = card;
  const facts: readonly (readonly [string, string])[] = [
    [t('card.name'), card.name],
    [t('card.nationalId'), card.nationalId],
    [t('card.contact'), card.contact],
    [t('reliability'), `${card.reliability} – ${t(`domain:grade.admiralty.source.${card.reliability}`)}`],
    [t('handlers'), handlers.map(({ name }) => name).join(', ')],
    [t('card.motive'), [t(`motive.${card.motive}`), card.motiveNote].filter(Boolean).join(' · ')],
    [t('card.risks'), card.risks],
    [
      t('card.authorisation'),
      given === undefined
        ? t('card.noAuthorisation')
        : `${given.by} · ${t('card.period', { from: showDay(given.from), until: showDay(given.until) })}`,
    ],
    ...(given === undefined ? [] : [[t('card.bringForward'), showDay(given.bringForward)] as const]),
  ];
  return (
    <Section title={t('card.identity')}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value === '' ? t('common:none') : value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" fw={600} mt="sm">
        {t('card.record')}
      </Text>
      {card.record.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('card.recordNone')}
        </Text>
      )}
      {card.record.map(({ on, about, outcome }, position) => (
        <Text key={`${on} ${position}`} size="sm">
          {showDay(on)} · {about} · {t(`outcome.${outcome}`)}
        </Text>
      ))}
    </Section>
  );
}
