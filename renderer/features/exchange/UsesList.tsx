import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UseRow } from '../../../shared/domain/exchange/rows.ts';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import classes from './exchange.module.css';

/** Where what a recall takes back was used since it was accepted, before anybody carries the recall out. */
export function UsesList({ id }: { readonly id: string }) {
  const { t } = useTranslation('exchange');
  const uses = useCall('exchange.uses', { id });
  if (uses.error !== null) return <ErrorState error={uses.error} onRetry={() => void uses.refetch()} />;
  if (uses.data === undefined) return <LoadingState />;
  return (
    <Section title={t('uses.title')} note={t('uses.note')}>
      {uses.data.length === 0 && <Text size="sm">{t('uses.none')}</Text>}
      <ul className={classes.uses}>
        {uses.data.map((row) => (
          <li key={`${row.type} ${row.label}`}>
            <Text size="sm" fw={600}>
              {t(`type.${row.type}`)} · {row.label}
            </Text>
            <Where row={row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Where({ row: { type, cases, copies, sentTo } }: { readonly row: UseRow }) {
  const { t } = useTranslation('exchange');
  const lines = [
    ...(type === 'case' ? [] : cases.map(({ number, title }) => t('uses.case', { number, title }))),
    ...copies.map(({ at, by, action }) =>
      t('uses.copy', { what: t(`officers:audit.did.${action}`, { defaultValue: action }), at: showMoment(at), by }),
    ),
    ...sentTo.map(({ agency, at }) => t('uses.sentTo', { agency, at: showMoment(at) })),
  ];
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('uses.nowhere')}
      </Text>
    );
  return [...new Set(lines)].map((line) => (
    <Text key={line} size="sm">
      {line}
    </Text>
  ));
}
