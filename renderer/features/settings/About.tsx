import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { showBytes } from '../../lib/numbers.ts';
import { LicencesDialog } from './LicencesDialog.tsx';
import classes from './SettingsPage.module.css';

export function About() {
  const { t } = useTranslation('settings');
  const [opened, setOpened] = useState(false);
  const about = useCall('app.about', {});
  const info = useCall('vault.info', {});
  return (
    <Section title={t('about')}>
      <dl className={classes.facts}>
        <dt>{t('version')}</dt>
        <dd>{about.data?.version}</dd>
        <dt>{t('runtime')}</dt>
        <dd>{about.data?.runtime}</dd>
        <dt>{t('folder')}</dt>
        <dd>{info.data?.folder}</dd>
        <dt>{t('size')}</dt>
        <dd>{info.data === undefined ? '' : showBytes(info.data.bytes)}</dd>
      </dl>
      <Text size="sm" c="dimmed" mb="sm">
        {t('network')}
      </Text>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
        {t('licences.open')}
      </Button>
      {opened && <LicencesDialog onClose={() => setOpened(false)} />}
    </Section>
  );
}
