import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import classes from './OverviewPage.module.css';

const most = 5;

export function LastImports() {
  const { t } = useTranslation('settings');
  const imports = useCall('importing.list', {});
  const last = (imports.data ?? []).slice(0, most);
  return (
    <Section title={t('overview.imports')}>
      {last.length === 0 && <Text c="dimmed">{t('importing:earlierEmpty')}</Text>}
      <ul className={classes.list}>
        {last.map((each) => (
          <li key={each.id} className={classes.item}>
            <span className={classes.name} title={each.fileName}>
              {t(`domain:registerKind.${each.kind}`)} · {t('overview.rows', { rows: showNumber(each.rows) })}
            </span>
            <span className={classes.aside}>{showMoment(each.at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
