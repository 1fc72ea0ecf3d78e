import { Button, Table } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import classes from './ImportPage.module.css';
import { RejectedRows } from './RejectedRows.tsx';

const counted = ['rows', 'created', 'updated', 'unchanged'] as const;

export function EarlierImports() {
  const { t } = useTranslation('importing');
  const imports = useCall('importing.list', {});
  const [shown, setShown] = useState<string | null>(null);
  if (imports.error !== null) return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (imports.data === undefined) return <LoadingState />;
  if (imports.data.length === 0)
    return (
      <EmptyState
        icon={<IconFileImport size={32} stroke={1.4} />}
        title={t('earlierEmpty')}
        text={t('earlierEmptyText')}
      />
    );

  return (
    <Section title={t('earlier')}>
      <Table className={classes.table} highlightOnHover aria-label={t('earlier')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('kind')}</Table.Th>
            <Table.Th>{t('file')}</Table.Th>
            <Table.Th>{t('by')}</Table.Th>
            {counted.map((name) => (
              <Table.Th key={name} ta="right">
                {t(name)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('rejected')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {imports.data.map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td>{showMoment(each.at)}</Table.Td>
              <Table.Td>{t(`domain:registerKind.${each.kind}`)}</Table.Td>
              <Table.Td>{each.fileName}</Table.Td>
              <Table.Td>{each.byName}</Table.Td>
              {counted.map((name) => (
                <Table.Td key={name} ta="right">
                  {showNumber(each[name])}
                </Table.Td>
              ))}
              <Table.Td ta="right">
                {each.rejected === 0 ? (
                  showNumber(0)
                ) : (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('show', { count: each.rejected, file: each.fileName })}
                    onClick={() => setShown(each.id)}
                  >
                    {showNumber(each.rejected)}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SidePanel opened={shown !== null} title={t('earlier')} size={960} onClose={() => setShown(null)}>
        {shown !== null && <RejectedRows importId={shown} />}
      </SidePanel>
    </Section>
  );
}
