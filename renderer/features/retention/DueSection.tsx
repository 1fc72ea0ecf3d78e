import { SegmentedControl, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DueRow, type RetentionClass, retentionClasses } from '../../../shared/domain/retention.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';

const most = 500;

/** What is kept longer than agreed, class by class; opens the person or the case. */
export function DueSection() {
  const { t } = useTranslation('retention');
  const navigate = useNavigate();
  const [recordClass, setClass] = useState<RetentionClass>('people-unlinked');
  const due = useCall('retention.due', { recordClass, limit: most }, { keepPrevious: true });
  const rows = due.data?.rows ?? [];
  const hidden = (due.data?.total ?? 0) - rows.length;
  const columns: readonly GridColumn<DueRow>[] = [
    { key: 'label', label: t('due.label'), width: 'minmax(12rem, 2fr)', cell: (row) => row.label },
    { key: 'last', label: t('due.last'), width: '11rem', cell: (row) => showDay(row.last) },
    { key: 'rows', label: t('due.rows'), width: '9rem', numeric: true, cell: (row) => showNumber(row.rows) },
  ];

  function open(row: DueRow): void {
    if (row.recordClass === 'cases-closed') void navigate({ to: '/cases/$caseId', params: { caseId: row.id } });
    else if (row.recordClass !== 'visits') void navigate({ to: '/people/$personId', params: { personId: row.id } });
  }

  return (
    <Section
      title={t('due.title')}
      note={due.data === undefined ? undefined : t('due.count', { count: due.data.total })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('rules.class')}
          value={recordClass}
          data={retentionClasses.map((each) => ({ value: each, label: t(`class.${each}`) }))}
          onChange={(value) => setClass(retentionClasses.find((each) => each === value) ?? recordClass)}
        />
      }
    >
      {due.error !== null && <ErrorState error={due.error} onRetry={() => void due.refetch()} />}
      {due.data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('due.none')}
        </Text>
      )}
      {rows.length > 0 && (
        <DataGrid
          label={t('due.title')}
          columns={columns}
          total={rows.length}
          rowAt={(position) => rows[position]}
          onOpen={open}
          height={`${Math.min(rows.length + 1, 8) * 2 + 0.15}rem`}
        />
      )}
      {hidden > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('due.more', { count: hidden })}
        </Text>
      )}
    </Section>
  );
}
