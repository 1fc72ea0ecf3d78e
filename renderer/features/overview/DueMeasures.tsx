import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { showDay } from '../../lib/dates.ts';
import classes from './OverviewPage.module.css';

/** Measures against risks that are overdue or due within a week; nothing when there are none. */
export function DueMeasures({ measures }: Pick<Today, 'measures'>) {
  const { t } = useTranslation('mitigation');
  if (measures.length === 0) return null;
  return (
    <Section title={t('today.title')}>
      <ul className={classes.list}>
        {measures.map(({ riskId, risk, what, owner, dueOn, overdue }) => (
          <li key={`${riskId} ${what} ${dueOn}`} className={classes.item}>
            <div className={classes.words}>
              <Anchor renderRoot={(props) => <Link to="/mitigation" {...props} />}>{what}</Anchor>
              <Text size="xs" c="dimmed">
                {owner} · {risk}
              </Text>
              <Text size="xs" {...(overdue ? { className: classes.overdue } : { c: 'dimmed' })}>
                {t(overdue ? 'coordination:today.overdue' : 'coordination:today.due', { day: showDay(dueOn) })}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
