import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MarkingBadge } from '../../components/badges.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import classes from './OverviewPage.module.css';

const daysAhead = 14;
const most = 8;

/** Open cases whose review day has come or comes soon, the longest overdue first. */
export function DueCases() {
  const { t } = useTranslation('settings');
  const cases = useCall('cases.list', {});
  const soon = dayFromToday(daysAhead);
  const today = dayFromToday(0);
  const due = (cases.data ?? [])
    .filter((file) => file.status === 'open' && file.reviewOn <= soon)
    .sort((a, b) => a.reviewOn.localeCompare(b.reviewOn));
  return (
    <Section title={t('overview.due')}>
      {due.length === 0 && <Text c="dimmed">{t('overview.dueNone', { days: daysAhead })}</Text>}
      <ul className={classes.list}>
        {due.slice(0, most).map((file) => (
          <li key={file.id} className={classes.item}>
            <Anchor
              className={classes.name}
              renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: file.id }} {...props} />}
            >
              {file.number} · {file.title}
            </Anchor>
            <span className={classes.aside}>
              <MarkingBadge marking={file.marking} />
              <span className={file.reviewOn < today ? classes.overdue : undefined}>{showDay(file.reviewOn)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
