import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../../lib/officer.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { BansTab } from './BansTab.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { InboxTab } from './InboxTab.tsx';
import { WatchesTab } from './WatchesTab.tsx';

/** What calls for attention, patterns in the registers that are worth a look, and who may not visit. */
export function AlertsPage() {
  const { t } = useTranslation('detection');
  const seesBans = useMay('people.read');
  const [tab, setTab] = useRemembered<string>('alerts-tab', 'inbox');
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'inbox')} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="inbox">{t('inbox.tab')}</Tabs.Tab>
          <Tabs.Tab value="findings">{t('patterns')}</Tabs.Tab>
          {seesBans && <Tabs.Tab value="bans">{t('bans.title')}</Tabs.Tab>}
          {seesBans && <Tabs.Tab value="watches">{t('desk:watch.title')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="inbox" pt="md">
          <InboxTab />
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="md">
          <FindingsTab />
        </Tabs.Panel>
        {seesBans && (
          <Tabs.Panel value="bans" pt="md">
            <BansTab />
          </Tabs.Panel>
        )}
        {seesBans && (
          <Tabs.Panel value="watches" pt="md">
            <WatchesTab />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
