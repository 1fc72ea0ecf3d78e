import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import classes from './OverviewPage.module.css';

/** Alerts and reports that wait for this officer's word. Approvals stand above, each with its two buttons. */
export function WaitingForMe({ reports, exchange }: Pick<Today, 'reports' | 'exchange'>) {
  const { t } = useTranslation('casework');
  const looks = useMay('visits.read');
  const alerts = useCall('alerts.summary', {}, { enabled: looks });
  const open = alerts.data?.open ?? 0;
  const { toEvaluate, toDisseminate } = reports;
  const { toDecide, toAnswer, toAnswerOverdue, unanswered } = exchange;
  return (
    <Section title={t('today.waiting')}>
      {open + toEvaluate + toDisseminate + toDecide + toAnswer + unanswered === 0 && (
        <Text c="dimmed">{t('today.noneWaiting')}</Text>
      )}
      <ul className={classes.list}>
        {open > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/alerts" {...props} />}>
              {t('today.alerts', { count: open })}
            </Anchor>
          </li>
        )}
        {toEvaluate > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/reports" {...props} />}>
              {t('today.evaluate', { count: toEvaluate })}
            </Anchor>
          </li>
        )}
        {toDisseminate > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/reports" {...props} />}>
              {t('today.disseminate', { count: toDisseminate })}
            </Anchor>
          </li>
        )}
        {toDecide > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/exchange" {...props} />}>
              {t('today.decide', { count: toDecide })}
            </Anchor>
          </li>
        )}
        {toAnswer > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/exchange" {...props} />}>
              {t('today.answer', { count: toAnswer })}
            </Anchor>
            {toAnswerOverdue > 0 && (
              <Text size="xs" className={classes.overdue}>
                {t('today.answerOverdue', { count: toAnswerOverdue })}
              </Text>
            )}
          </li>
        )}
        {unanswered > 0 && (
          <li className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/exchange" {...props} />}>
              {t('today.unanswered', { count: unanswered })}
            </Anchor>
          </li>
        )}
      </ul>
    </Section>
  );
}
