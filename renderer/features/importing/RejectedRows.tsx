import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DataGrid } from '../../components/DataGrid.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

/** Rows that did not become records, each with its reason in words and what it held. */
export function RejectedRows({ importId }: { readonly importId: string }) {
  const { t } = useTranslation('importing');
  const rejected = useCall('importing.rejected', { importId });
  const save = useChange('importing.saveRejected');
  if (rejected.error !== null) return <ErrorState error={rejected.error} onRetry={() => void rejected.refetch()} />;
  if (rejected.data === undefined) return <LoadingState />;
  const { rows } = rejected.data;
  const height = `${Math.min(rows.length + 1, 14) * 2 + 0.5}rem`;

  return (
    <Section
      title={t('rejectedTitle')}
      note={t('saveRejectedNote')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { importId },
              {
                onSuccess: ({ path }) => {
                  if (path !== null) tellDone(t('reportSaved'));
                },
                onError: tellError,
              },
            )
          }
        >
          {t('saveRejected')}
        </Button>
      }
    >
      <DataGrid
        label={t('rejectedTitle')}
        height={height}
        total={rows.length}
        rowAt={(position) => rows[position]}
        columns={[
          { key: 'row', label: t('row'), width: '5rem', numeric: true, cell: ({ row }) => row },
          { key: 'reason', label: t('reason'), width: '16rem', cell: ({ code }) => t(`rejection.${code}`) },
          {
            key: 'field',
            label: t('field'),
            width: '10rem',
            cell: ({ field }) => (field === '' ? '' : t(`fields.${field}`)),
          },
          {
            key: 'values',
            label: t('values'),
            width: 'minmax(0, 1fr)',
            cell: ({ values }) => values.filter((value) => value !== '').join(' · '),
          },
        ]}
      />
    </Section>
  );
}
