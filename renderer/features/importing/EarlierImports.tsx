import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../components/SidePanel.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { RejectedRows } from './RejectedRows.tsx';

export function EarlierImports() {
  const { t } = useTranslation('importing');
  const imports = useCall('importing.list', {});
  const [shown, setShown] = useState<string | null>(null);
  const rows = imports.data ?? [];

  return (
    <Stack gap="xs">
      <Title order={2}>{t('earlier')}</Title>
      {imports.error !== null && <ErrorState error={imports.error} />}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('earlierEmpty')}
        </Text>
      ) : (
        <Table withTableBorder aria-label={t('earlier')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('when')}</Table.Th>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th>{t('file')}</Table.Th>
              <Table.Th>{t('by')}</Table.Th>
              {(['rows', 'created', 'updated', 'unchanged', 'rejected'] as const).map((name) => (
                <Table.Th key={name} ta="right">
                  {t(name)}
                </Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td>{showMoment(each.at)}</Table.Td>
                <Table.Td>{t(`domain:registerKind.${each.kind}`)}</Table.Td>
                <Table.Td>{each.fileName}</Table.Td>
                <Table.Td>{each.byName}</Table.Td>
                {[each.rows, each.created, each.updated, each.unchanged, each.rejected].map((value, column) => (
                  <Table.Td key={`${each.id}-${column}`} ta="right">
                    {value}
                  </Table.Td>
                ))}
                <Table.Td>
                  {each.rejected > 0 && (
                    <Button size="compact-xs" variant="subtle" onClick={() => setShown(each.id)}>
                      {t('show')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <SidePanel opened={shown !== null} title={t('rejectedTitle')} size={900} onClose={() => setShown(null)}>
        {shown !== null && <RejectedRows importId={shown} />}
      </SidePanel>
    </Stack>
  );
}
