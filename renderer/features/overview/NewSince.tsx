import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import classes from './OverviewPage.module.css';

/** What others brought in since this officer was last here. */
export function NewSince({ since, fresh }: Pick<Today, 'since' | 'fresh'>) {
  const { t } = useTranslation('casework');
  const { imports, findings, packages, tasks } = fresh;
  const nothing = imports.length + findings + packages.length + tasks === 0;
  return (
    <Section title={since === null ? t('today.freshFirst') : t('today.fresh', { at: showMoment(since) })}>
      {nothing && <Text c="dimmed">{t(since === null ? 'today.firstTime' : 'today.nothing')}</Text>}
      <ul className={classes.list}>
        {tasks > 0 && <Item>{t('today.newTasks', { count: tasks })}</Item>}
        {findings > 0 && (
          <Item>
            <Anchor renderRoot={(props) => <Link to="/alerts" {...props} />}>
              {t('today.findings', { count: findings })}
            </Anchor>
          </Item>
        )}
        {packages.map(({ id, agency, at }) => (
          <Item key={id} at={at}>
            <Anchor renderRoot={(props) => <Link to="/exchange" {...props} />}>{t('today.package', { agency })}</Anchor>
          </Item>
        ))}
        {imports.map(({ id, kind, rows, at }) => (
          <Item key={id} at={at}>
            {t('today.import', { kind: t(`domain:registerKind.${kind}`), rows: showNumber(rows) })}
          </Item>
        ))}
      </ul>
    </Section>
  );
}

function Item({ at, children }: { readonly at?: string; readonly children: ReactNode }) {
  return (
    <li className={classes.item}>
      <span className={classes.name}>{children}</span>
      {at !== undefined && <span className={classes.aside}>{showMoment(at)}</span>}
    </li>
  );
}
