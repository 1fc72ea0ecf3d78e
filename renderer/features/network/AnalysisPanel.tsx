import { Button, Group, Paper, ScrollArea, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkFilter } from '../../../shared/analysis/network/link-filter.ts';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { ArrestTab } from './ArrestTab.tsx';
import { AroundTab } from './AroundTab.tsx';
import { AssociationMatrix } from './AssociationMatrix.tsx';
import { Coverage } from './Coverage.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FiguresTab } from './FiguresTab.tsx';
import { FilterFields } from './FilterFields.tsx';
import { ImportNetwork } from './ImportNetwork.tsx';
import { PathsTab } from './PathsTab.tsx';
import { useAnalysis } from './useAnalysis.ts';
import { useMayInCase } from '../../lib/officer.ts';

export interface PanelProps {
  readonly view: CaseView;
  /** Which links count; those that do not are not on the chart either. */
  readonly filter: LinkFilter;
  onFilter(filter: LinkFilter): void;
  /** The person chosen on the chart. */
  readonly chosen: string | null;
  onChoose(id: string): void;
  /** Lets everybody else on the chart step back; null shows everything. */
  onMark(people: ReadonlySet<string> | null): void;
}

/** Beside the chart: what the network of the case says. */
export function AnalysisPanel({ view, filter, onFilter, chosen, onChoose, onMark }: PanelProps) {
  const { t } = useTranslation('network');
  const analysis = useAnalysis(view, filter, onFilter);
  const writes = useMayInCase('cases.write', view.file);
  const exports = useMayInCase('cases.export', view.file);
  const [matrix, setMatrix] = useState(false);
  const tools = { analysis, chosen, onChoose, onMark };
  return (
    <Paper withBorder w={380} p="sm" component="aside" aria-label={t('panel')}>
      <ScrollArea.Autosize mah="max(420px, calc(100vh - 312px))" type="auto" offsetScrollbars>
        <FilterFields analysis={analysis} />
        <Tabs defaultValue="figures" keepMounted={false} mt="xs">
          <Tabs.List aria-label={t('tabs')} grow>
            <Tabs.Tab value="figures">{t('tab.figures')}</Tabs.Tab>
            <Tabs.Tab value="paths">{t('tab.paths')}</Tabs.Tab>
            <Tabs.Tab value="around">{t('tab.around')}</Tabs.Tab>
            <Tabs.Tab value="arrest">{t('tab.arrest')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="figures" pt="sm">
            <FiguresTab {...tools} />
          </Tabs.Panel>
          <Tabs.Panel value="paths" pt="sm">
            <PathsTab {...tools} />
          </Tabs.Panel>
          <Tabs.Panel value="around" pt="sm">
            <AroundTab {...tools} />
          </Tabs.Panel>
          <Tabs.Panel value="arrest" pt="sm">
            <ArrestTab {...tools} />
          </Tabs.Panel>
        </Tabs>
        <Coverage analysis={analysis} />
        <Group gap="xs" mt="sm">
          <Button size="compact-sm" variant="default" onClick={() => setMatrix(true)}>
            {t('matrix')}
          </Button>
          {exports && <ExportMenu caseId={view.file.id} />}
          {writes && <ImportNetwork caseId={view.file.id} />}
          <Button size="compact-sm" variant="subtle" onClick={() => onMark(null)}>
            {t('clear')}
          </Button>
        </Group>
      </ScrollArea.Autosize>
      {matrix && <AssociationMatrix analysis={analysis} onClose={() => setMatrix(false)} />}
    </Paper>
  );
}
