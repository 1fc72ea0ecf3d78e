import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconFilePlus, IconReport, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import { DataGrid } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay, useOpenVault } from '../../lib/officer.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { ReportEditor } from './ReportEditor.tsx';
import { reportColumns } from './reportColumns.tsx';

const choices = ['all', 'mine', 'evaluate', 'draft'] as const;
type Choice = (typeof choices)[number];

/** All reports the officer may read, the newest first. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const writes = useMay('reports.write');
  const evaluates = useMay('reports.evaluate');
  const self = useOpenVault()?.officerName ?? '';
  const [choice, setChoice] = useRemembered<Choice>('reports-shown', 'all');
  const [text, setText] = useRemembered<string>('reports-text', '');
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useCall('reports.list', { caseId: null });
  const isChosen: Readonly<Record<Choice, (row: ReportRow) => boolean>> = {
    all: () => true,
    mine: ({ author }) => author === self,
    evaluate: ({ author, state }) => state === 'submitted' && author !== self,
    draft: ({ state }) => state === 'draft',
  };
  const wanted = text.trim().toLocaleLowerCase();
  const rows = (data ?? []).filter(
    (row) =>
      isChosen[choice](row) &&
      [row.number, row.subject, row.author].some((each) => each.toLocaleLowerCase().includes(wanted)),
  );
  const open = (reportId: string): void => void navigate({ to: '/reports/$reportId', params: { reportId } });
  const create = writes && (
    <Button leftSection={<IconFilePlus size={16} />} onClick={() => setWriting(true)}>
      {t('new')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        note={data === undefined ? undefined : t('count', { count: data.length })}
        actions={data?.length === 0 ? undefined : create}
      />
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState />
      ) : data.length === 0 ? (
        <EmptyState
          icon={<IconReport size={36} stroke={1.4} />}
          title={t('empty')}
          text={t('emptyText')}
          {...(writes ? { action: create } : {})}
        />
      ) : (
        <>
          <Group align="flex-end" mb="sm">
            <TextInput
              w={360}
              label={t('search')}
              leftSection={<IconSearch size={15} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <SegmentedControl
              aria-label={t('show')}
              value={choice}
              data={choices
                .filter((value) => value !== 'evaluate' || evaluates)
                .map((value) => ({ value, label: t(`which.${value}`) }))}
              onChange={(value) => setChoice(choices.find((each) => each === value) ?? 'all')}
            />
          </Group>
          {rows.length === 0 ? (
            <Text c="dimmed">{t('noMatch')}</Text>
          ) : (
            <DataGrid
              label={t('title')}
              columns={reportColumns(t)}
              total={rows.length}
              rowAt={(position) => rows[position]}
              onOpen={(row) => open(row.id)}
              height="calc(100vh - 208px)"
            />
          )}
        </>
      )}
      {writing && <ReportEditor caseIds={[]} onClose={() => setWriting(false)} onSaved={open} />}
    </>
  );
}
