import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../../lib/officer.ts';
import { AgenciesTab } from './AgenciesTab.tsx';
import { InboxTab } from './InboxTab.tsx';
import { RegisterTab } from './RegisterTab.tsx';
import { RequestsTab } from './RequestsTab.tsx';
import { SendTab } from './SendTab.tsx';

/** Sealed packages between agencies: what came, what goes, what is asked, and whose keys are trusted. */
export function ExchangePage() {
  const { t } = useTranslation('exchange');
  const reads = useMay('exchange.read');
  const sends = useMay('exchange.send');
  const [chosen, setChosen] = useState<string | null>(null);
  const tabs = [
    ...(reads ? [{ key: 'inbox', content: <InboxTab /> } as const] : []),
    ...(sends ? [{ key: 'send', content: <SendTab /> } as const] : []),
    ...(reads ? [{ key: 'requests', content: <RequestsTab /> } as const] : []),
    ...(reads ? [{ key: 'register', content: <RegisterTab /> } as const] : []),
    { key: 'agencies', content: <AgenciesTab /> } as const,
  ];
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs value={chosen ?? tabs[0]?.key ?? null} onChange={setChosen} keepMounted={false}>
        <Tabs.List aria-label={t('tab.label')}>
          {tabs.map(({ key }) => (
            <Tabs.Tab key={key} value={key}>
              {t(`tab.${key}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ key, content }) => (
          <Tabs.Panel key={key} value={key} pt="md">
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
