import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../../lib/officer.ts';
import { ExercisesTab } from './ExercisesTab.tsx';
import { SkillsTab } from './SkillsTab.tsx';

/** Exercises on invented people, and who has learnt what. */
export function TrainingPage() {
  const { t } = useTranslation('training');
  const reads = useMay('skills.read');
  const [chosen, setChosen] = useState<string | null>('exercises');
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs value={chosen} onChange={setChosen} keepMounted={false}>
        <Tabs.List aria-label={t('tab.label')}>
          <Tabs.Tab value="exercises">{t('tab.exercises')}</Tabs.Tab>
          {reads && <Tabs.Tab value="skills">{t('tab.skills')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="exercises" pt="md">
          <ExercisesTab />
        </Tabs.Panel>
        {reads && (
          <Tabs.Panel value="skills" pt="md">
            <SkillsTab />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
