import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import classes from './OverviewPage.module.css';

/** Alerts and reports that wait for this officer's word. Approvals stand above, each with its two buttons. */
export function WaitingForMe({ reports }: Pick<Today, 'reports'>) {
  const { t } = useTranslation('casework');
  const looks = useMay('visits.read');
  const alerts = useCall('alerts.summary', {}, { enabled: looks });
  const open = alerts.data?.open ?? 0;
  const { toEvaluate, toDisseminate } = reports;
  return (
    <Section title={t('today.waiting')}>
      {open + toEvaluate + toDisseminate === 0 && <Text c="dimmed">{t('today.noneWaiting')}</Text>}
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
      </ul>
    </Section>
  );
}
