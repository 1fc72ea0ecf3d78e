import { Button, Tabs } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { GlossaryTab } from './GlossaryTab.tsx';
import { startTour } from '../tour/tour.ts';
import { HandbookTab } from './HandbookTab.tsx';

/** The handbook, and what the words of the field mean. */
export function HelpPage() {
  const { t } = useTranslation('help');
  const [tab, setTab] = useState<string | null>('handbook');
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <Button variant="default" leftSection={<IconRoute size={16} aria-hidden />} onClick={startTour}>
            {t('tour.again')}
          </Button>
        }
      />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="handbook">{t('handbook')}</Tabs.Tab>
          <Tabs.Tab value="glossary">{t('glossary')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="handbook" pt="md">
          <HandbookTab />
        </Tabs.Panel>
        <Tabs.Panel value="glossary" pt="md">
          <GlossaryTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
