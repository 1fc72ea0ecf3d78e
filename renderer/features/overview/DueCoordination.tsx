import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { showDay } from '../../lib/dates.ts';
import { openDue } from '../coordination/coordinationState.ts';
import classes from './OverviewPage.module.css';

/** What agencies agreed that is overdue or due within a week; each leads to where it was agreed. */
export function DueCoordination({ coordination }: Pick<Today, 'coordination'>) {
  const { t } = useTranslation('coordination');
  return (
    <Section title={t('today.title')}>
      {coordination.length === 0 && <Text c="dimmed">{t('today.none')}</Text>}
      <ul className={classes.list}>
        {coordination.map((row) => (
          <li key={`${row.recordId} ${row.key}`} className={classes.item}>
            <div className={classes.words}>
              <Anchor renderRoot={(props) => <Link to="/coordination" {...props} />} onClick={() => openDue(row)}>
                {row.what}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t(`today.${row.kind}`)} · {row.who === null ? row.agency : `${row.who}, ${row.agency}`} · {row.from}
              </Text>
              <Text size="xs" {...(row.overdue ? { className: classes.overdue } : { c: 'dimmed' })}>
                {t(row.overdue ? 'today.overdue' : 'today.due', { day: showDay(row.dueOn) })}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
