import { IconAffiliate } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stateOf } from '../../../shared/analysis/chart-state.ts';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { EmptyState } from '../../components/States.tsx';
import { queryClient } from '../../lib/api.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { ImportNetwork } from '../network/ImportNetwork.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { ChartDesk } from './ChartDesk.tsx';
import { chartInput } from './chartGraph.ts';

export interface LinkChartProps {
  readonly view: CaseView;
  onAddLink(from: string, to?: string): void;
  onEditLink(link: Link): void;
}

/** The people of a case and the links between them, as the case's own chart or one of its saved views has them. */
export function LinkChart(props: LinkChartProps) {
  const { t } = useTranslation('chart');
  const { file, people, links, visitPairs, views, chart } = props.view;
  const [viewId, setViewId] = useRemembered<string | null>(`chart-view:${file.id}`, null);
  const input = useMemo(() => chartInput({ file, people, links, visitPairs }), [file, people, links, visitPairs]);
  const writes = useMayInCase('cases.write', file);
  const view = views.find(({ id }) => id === viewId) ?? null;
  if (input.people.length === 0)
    return (
      <EmptyState
        icon={<IconAffiliate size={36} stroke={1.4} />}
        title={t('empty')}
        text={t('emptyText')}
        action={writes && <ImportNetwork caseId={file.id} />}
      />
    );
  return (
    <ChartDesk
      key={view?.id ?? 'own'}
      {...props}
      input={input}
      saved={stateOf(view ?? chart)}
      views={views}
      chosenView={view}
      onGo={async (id) => {
        // The one gone to is shown as the vault has it now.
        await queryClient.refetchQueries({ queryKey: ['cases.get', { id: file.id }] });
        setViewId(id);
      }}
    />
  );
}
