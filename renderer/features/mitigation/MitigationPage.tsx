import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../../lib/officer.ts';
import { IncidentsTab } from './IncidentsTab.tsx';
import { IndicatorsTab } from './IndicatorsTab.tsx';
import { PictureTab } from './PictureTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { RisksTab } from './RisksTab.tsx';
import { SearchesTab } from './SearchesTab.tsx';
import { ThresholdsForm } from './ThresholdsForm.tsx';

/** Threats, what the registers warn of, searches and incidents, and how each block stands. */
export function MitigationPage() {
  const { t } = useTranslation('mitigation');
  const reads = useMay('mitigation.read');
  const [chosen, setChosen] = useState<string | null>(null);
  const tabs = reads
    ? ([
        { key: 'picture', content: <PictureTab /> },
        { key: 'risks', content: <RisksTab /> },
        { key: 'searches', content: <SearchesTab /> },
        { key: 'incidents', content: <IncidentsTab /> },
        { key: 'indicators', content: <IndicatorsTab /> },
      ] as const)
    : // Who only draws and sets sees no threat, no search and no number.
      ([
        { key: 'plan', content: <PlanTab /> },
        { key: 'rules', content: <ThresholdsForm /> },
      ] as const);
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs value={chosen ?? tabs[0].key} onChange={setChosen} keepMounted={false}>
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
