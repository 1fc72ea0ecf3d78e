import { Tabs } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { idSchema } from '../../../shared/domain/basics.ts';
import { isReasonWanted, ReasonGate } from '../audit/ReasonGate.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { AnalysisTab } from '../casework/AnalysisTab.tsx';
import { ClosedNotice } from '../casework/CaseStanding.tsx';
import { DecisionsTab } from '../casework/DecisionsTab.tsx';
import { TasksTab } from '../casework/TasksTab.tsx';
import { useMay } from '../../lib/officer.ts';
import { CaseReports } from '../reports/CaseReports.tsx';
import { LinkChart } from '../chart/LinkChart.tsx';
import { EvidenceSection } from '../evidence/EvidenceSection.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { CaseVisits } from './CaseVisits.tsx';
import { LinkDialog, type LinkTask } from './LinkDialog.tsx';
import { LinksSection } from './LinksSection.tsx';
import { MembersSection } from './MembersSection.tsx';

const addressSchema = z.object({ caseId: idSchema });

export function CasePage(): ReactNode {
  const { caseId } = addressSchema.parse(useParams({ strict: false }));
  const { data, error, refetch } = useCall('cases.get', { id: caseId });
  if (isReasonWanted(error)) return <ReasonGate collection="cases" id={caseId} onGiven={() => void refetch()} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  // While another case is on its way, the one before must not pose as it.
  if (data === undefined || data.file.id !== caseId) return <LoadingState />;
  return <CaseTabs key={caseId} view={data} />;
}

function CaseTabs({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const [tab, setTab] = useRemembered<string>(`case-tab:${view.file.id}`, 'summary');
  const seesReports = useMay('reports.read');
  const [linkTask, setLinkTask] = useState<LinkTask | null>(null);

  return (
    <>
      <CaseHeader view={view} />
      <ClosedNotice file={view.file} />
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'summary')} keepMounted={false}>
        <Tabs.List aria-label={t('tab.label')}>
          <Tabs.Tab value="summary">{t('tab.summary')}</Tabs.Tab>
          <Tabs.Tab value="members">{t('tab.members', { count: view.file.members.length })}</Tabs.Tab>
          <Tabs.Tab value="links">{t('tab.links', { count: view.links.length })}</Tabs.Tab>
          <Tabs.Tab value="evidence">{t('evidence:tab')}</Tabs.Tab>
          <Tabs.Tab value="chart">{t('tab.chart')}</Tabs.Tab>
          <Tabs.Tab value="visits">{t('tab.visits')}</Tabs.Tab>
          <Tabs.Tab value="analysis">{t('tab.analysis')}</Tabs.Tab>
          <Tabs.Tab value="tasks">{t('tab.tasks')}</Tabs.Tab>
          <Tabs.Tab value="decisions">{t('tab.decisions')}</Tabs.Tab>
          {seesReports && <Tabs.Tab value="reports">{t('reports:title')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="summary" pt="md">
          <CaseSummary file={view.file} />
        </Tabs.Panel>
        <Tabs.Panel value="members" pt="md">
          <MembersSection view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="links" pt="md">
          <LinksSection view={view} onTask={setLinkTask} />
        </Tabs.Panel>
        <Tabs.Panel value="evidence" pt="md">
          <EvidenceSection view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="chart" pt="xs">
          <LinkChart
            view={view}
            onAddLink={(from, to) => setLinkTask({ kind: 'new', from, to })}
            onEditLink={(link) => setLinkTask({ kind: 'change', link })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="visits" pt="md">
          <CaseVisits view={view} onTask={setLinkTask} />
        </Tabs.Panel>
        <Tabs.Panel value="analysis" pt="md">
          <AnalysisTab file={view.file} />
        </Tabs.Panel>
        <Tabs.Panel value="tasks" pt="md">
          <TasksTab file={view.file} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" pt="md">
          <DecisionsTab file={view.file} />
        </Tabs.Panel>
        {seesReports && (
          <Tabs.Panel value="reports" pt="md">
            <CaseReports caseId={view.file.id} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history" pt="md">
          <CaseHistory view={view} />
        </Tabs.Panel>
      </Tabs>
      {linkTask !== null && <LinkDialog view={view} task={linkTask} onClose={() => setLinkTask(null)} />}
    </>
  );
}
