import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { CommitmentsTab } from './CommitmentsTab.tsx';
import { coordinationTabs, isCoordinationTab, tabKey } from './coordinationState.ts';
import { MeetingsTab } from './MeetingsTab.tsx';
import { OperationsTab } from './OperationsTab.tsx';

/** What prison and police do together: meetings, joint operations, and what they owe each other. */
export function CoordinationPage() {
  const { t } = useTranslation('coordination');
  const [tab, setTab] = useRemembered<(typeof coordinationTabs)[number]>(tabKey, 'meetings');
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs value={tab} onChange={(value) => setTab(isCoordinationTab(value) ? value : 'meetings')} keepMounted={false}>
        <Tabs.List aria-label={t('tab.label')}>
          {coordinationTabs.map((key) => (
            <Tabs.Tab key={key} value={key}>
              {t(`tab.${key}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="meetings" pt="md">
          <MeetingsTab />
        </Tabs.Panel>
        <Tabs.Panel value="operations" pt="md">
          <OperationsTab />
        </Tabs.Panel>
        <Tabs.Panel value="commitments" pt="md">
          <CommitmentsTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
