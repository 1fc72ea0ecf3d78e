import { Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/people.ts';
import { DataGrid } from '../../components/DataGrid.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { call } from '../../lib/api.ts';
import { usePages } from './usePages.ts';
import { VisitAsWritten } from './VisitAsWritten.tsx';
import { visitColumns } from './visitColumns.tsx';

/** A person's visits, newest first, from either side of the table. */
export function PersonVisits({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('people');
  const [opened, setOpened] = useState<VisitRow | null>(null);
  const pages = usePages<VisitRow>('people.visits', { id: personId }, (offset, limit) =>
    call('people.visits', { id: personId, offset, limit }),
  );
  if (pages.error !== undefined) return <ErrorState error={pages.error} onRetry={pages.retry} />;
  if (pages.loading) return <LoadingState />;
  if (pages.total === 0)
    return (
      <EmptyState
        icon={<IconCalendarOff size={32} stroke={1.4} />}
        title={t('visits.empty')}
        text={t('visits.emptyText')}
      />
    );

  return (
    <>
      <DataGrid
        label={t('tab.visitsPlain')}
        columns={visitColumns(t, personId)}
        total={pages.total}
        rowAt={pages.rowAt}
        onWindow={pages.onWindow}
        onOpen={setOpened}
        height="max(260px, calc(100vh - 370px))"
      />
      <Text size="xs" c="dimmed" mt={6}>
        {t('visits.keys')}
      </Text>
      <SidePanel opened={opened !== null} title={t('visits.panel')} onClose={() => setOpened(null)}>
        {opened !== null && <VisitAsWritten row={opened} />}
      </SidePanel>
    </>
  );
}
