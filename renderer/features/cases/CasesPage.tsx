import { Button, Text, TextInput } from '@mantine/core';
import { IconFolderPlus, IconFolders, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { caseColumns } from './caseColumns.tsx';
import { type CaseSort, sortedCases } from './caseOrder.ts';
import { NewCaseDialog } from './NewCaseDialog.tsx';
import { useMay } from '../../lib/officer.ts';

interface Shown {
  readonly text: string;
  readonly sort: CaseSort;
  readonly descending: boolean;
}

export function CasesPage(): ReactNode {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const [shown, setShown] = useRemembered<Shown>('cases', { text: '', sort: 'number', descending: true });
  const creates = useMay('cases.create');
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useCall('cases.list', {});
  const open = (caseId: string): void => void navigate({ to: '/cases/$caseId', params: { caseId } });
  const rows = sortedCases(data ?? [], shown.text, shown.sort, shown.descending);
  const create = creates && (
    <Button leftSection={<IconFolderPlus size={16} />} onClick={() => setCreating(true)}>
      {t('new.open')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('list.title')}
        note={data === undefined ? undefined : t('list.count', { count: data.length })}
        actions={data?.length === 0 ? undefined : create}
      />
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState />
      ) : data.length === 0 ? (
        <EmptyState
          icon={<IconFolders size={36} stroke={1.4} />}
          title={t('list.empty')}
          {...(creates ? { text: t('list.emptyText'), action: create } : {})}
        />
      ) : (
        <>
          <TextInput
            maw={420}
            mb="sm"
            label={t('list.search')}
            leftSection={<IconSearch size={15} />}
            value={shown.text}
            onChange={(event) => setShown({ ...shown, text: event.currentTarget.value })}
          />
          {rows.length === 0 ? (
            <Text c="dimmed">{t('list.noMatch')}</Text>
          ) : (
            <DataGrid
              label={t('list.title')}
              columns={caseColumns(t)}
              total={rows.length}
              rowAt={(position) => rows[position]}
              sort={shown.sort}
              descending={shown.descending}
              onSort={(sort, descending) => setShown({ ...shown, sort, descending })}
              onOpen={(row) => open(row.id)}
              height="calc(100vh - 208px)"
            />
          )}
        </>
      )}
      <NewCaseDialog opened={creating} onClose={() => setCreating(false)} onCreated={(file) => open(file.id)} />
    </>
  );
}
