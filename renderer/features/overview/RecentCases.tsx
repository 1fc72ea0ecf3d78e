import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MarkingBadge } from '../../components/badges.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import classes from './OverviewPage.module.css';

const most = 6;

/** The cases changed last: where an officer goes on. */
export function RecentCases() {
  const { t } = useTranslation('settings');
  const cases = useCall('cases.list', {});
  const recent = (cases.data ?? []).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)).slice(0, most);
  return (
    <Section title={t('overview.recent')}>
      <ul className={classes.list}>
        {recent.map((file) => (
          <li key={file.id} className={classes.item} title={`${file.number} · ${showMoment(file.changedAt)}`}>
            <Anchor
              className={classes.name}
              renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: file.id }} {...props} />}
            >
              {file.title}
            </Anchor>
            <span className={classes.aside}>
              <MarkingBadge marking={file.marking} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
