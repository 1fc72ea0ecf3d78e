import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataGrid } from '../../components/DataGrid.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

/** Rows that did not become records, each with its reason. */
export function RejectedRows({ importId }: { readonly importId: string }) {
  const { t } = useTranslation('importing');
  const rejected = useCall('importing.rejected', { importId });
  const save = useChange('importing.saveRejected');
  if (rejected.error !== null) return <ErrorState error={rejected.error} />;
  if (rejected.data === undefined) return <LoadingState />;
  const { rows } = rejected.data;

  async function saveReport(): Promise<void> {
    const { path } = await save.mutateAsync({ importId });
    if (path !== null) tellDone(t('reportSaved'));
  }

  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3}>{t('rejectedTitle')}</Title>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t('saveRejectedNote')}
          </Text>
          <Button size="xs" variant="default" onClick={() => void saveReport().catch(tellError)}>
            {t('saveRejected')}
          </Button>
        </Group>
      </Group>
      <DataGrid
        label={t('rejectedTitle')}
        height="260px"
        total={rows.length}
        rowAt={(position) => rows[position]}
        columns={[
          { key: 'row', label: t('row'), width: '70px', numeric: true, cell: (each) => each.row },
          {
            key: 'field',
            label: t('field'),
            width: '160px',
            cell: (each) => (each.field === '' ? '' : t(`fields.${each.field}`)),
          },
          { key: 'reason', label: t('reason'), width: '220px', cell: (each) => t(`rejection.${each.code}`) },
          {
            key: 'values',
            label: t('values'),
            width: '1fr',
            cell: (each) => each.values.filter((value) => value !== '').join(' · '),
          },
        ]}
      />
    </Stack>
  );
}
