import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import classes from './OverviewPage.module.css';

/** For whoever may know of both: cases that share something though nobody works on both. */
export function TouchingCases({ touching }: Pick<Today, 'touching'>) {
  const { t } = useTranslation('casework');
  if (touching.length === 0) return null;
  return (
    <Section title={t('today.touching')}>
      <Text size="sm" c="dimmed">
        {t('today.touchingNote')}
      </Text>
      <ul className={classes.list}>
        {touching.map(({ a, b, shared }) => (
          <li key={`${a.id} ${b.id}`} className={classes.item}>
            <div className={classes.words}>
              {[a, b].map(({ id, number, title }) => (
                <div key={id}>
                  <Anchor renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: id }} {...props} />}>
                    {number} · {title}
                  </Anchor>
                </div>
              ))}
            </div>
            <span className={classes.aside}>{t('today.shared', { count: shared })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
