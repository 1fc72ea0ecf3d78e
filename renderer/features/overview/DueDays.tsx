import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import classes from './OverviewPage.module.css';

const limit = 6;
const told = { state: 'open', offset: 0, limit } as const;

/** Suspicions to be looked at again and bans that end, as far as nobody handled them. Cases to review stand beside. */
export function DueDays() {
  const { t } = useTranslation('casework');
  const reviews = useCall('alerts.list', { ...told, subject: 'allegation-review' });
  const bans = useCall('alerts.list', { ...told, subject: 'ban-ending' });
  const rows = [...(reviews.data?.rows ?? []), ...(bans.data?.rows ?? [])].sort((a, b) =>
    (a.due ?? '').localeCompare(b.due ?? ''),
  );
  return (
    <Section title={t('today.dueDays')}>
      {rows.length === 0 && <Text c="dimmed">{t('today.noDueDays')}</Text>}
      <ul className={classes.list}>
        {rows.map((row) => (
          <DueDay key={row.key} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function DueDay({ row: { subject, person, file, due } }: { readonly row: AlertRow }) {
  const { t } = useTranslation('casework');
  const name = person?.name ?? '…';
  const review = subject === 'allegation-review';
  return (
    <li className={classes.item}>
      <span className={classes.name}>
        {review && file !== null ? (
          <Anchor renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: file.id }} {...props} />}>
            {t('today.allegation', { name })}
          </Anchor>
        ) : (
          person !== null && (
            <Anchor renderRoot={(props) => <Link to="/people/$personId" params={{ personId: person.id }} {...props} />}>
              {t('today.ban', { name })}
            </Anchor>
          )
        )}
      </span>
      <span className={classes.aside}>
        <span className={(due ?? '') < dayFromToday(0) ? classes.overdue : undefined}>{showDay(due ?? '')}</span>
      </span>
    </li>
  );
}
