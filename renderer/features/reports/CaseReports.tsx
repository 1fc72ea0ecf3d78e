import { Button, Group } from '@mantine/core';
import { IconFilePlus, IconReport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid } from '../../components/DataGrid.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { ReportEditor } from './ReportEditor.tsx';
import { reportColumns } from './reportColumns.tsx';

/** Reports that belong to a case. */
export function CaseReports({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const writes = useMay('reports.write');
  const [writing, setWriting] = useState(false);
  const caseIds = useMemo(() => [caseId], [caseId]);
  const { data, error, refetch } = useCall('reports.list', { caseId });
  const open = (reportId: string): void => void navigate({ to: '/reports/$reportId', params: { reportId } });
  const create = writes && (
    <Button leftSection={<IconFilePlus size={16} />} onClick={() => setWriting(true)}>
      {t('new')}
    </Button>
  );
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <>
      {data.length === 0 ? (
        <EmptyState
          icon={<IconReport size={36} stroke={1.4} />}
          title={t('emptyCase')}
          text={t('emptyText')}
          {...(writes ? { action: create } : {})}
        />
      ) : (
        <>
          <Group justify="flex-end" mb="sm">
            {create}
          </Group>
          <DataGrid
            label={t('title')}
            columns={reportColumns(t)}
            total={data.length}
            rowAt={(position) => data[position]}
            onOpen={(row) => open(row.id)}
            height="max(240px, calc(100vh - 380px))"
          />
        </>
      )}
      {writing && <ReportEditor caseIds={caseIds} onClose={() => setWriting(false)} onSaved={open} />}
    </>
  );
}
