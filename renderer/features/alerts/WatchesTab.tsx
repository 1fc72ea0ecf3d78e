import { Badge, Button, Table, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { PersonLinks } from './PersonLinks.tsx';

/** Who is to be noticed when they come, the one that lapses last first. */
export function WatchesTab() {
  const { t } = useTranslation('desk');
  const watches = useCall('watches.list', { personId: null });
  const end = useChange('watches.end');
  const mayEnd = useMay('watches.write');
  if (watches.isPending) return <LoadingState />;
  if (watches.isError) return <ErrorState error={watches.error} onRetry={() => void watches.refetch()} />;
  if (watches.data.length === 0)
    return <EmptyState icon={<IconEye size={32} />} title={t('watch.empty')} text={t('watch.emptyText')} />;
  return (
    <Table verticalSpacing={6} aria-label={t('watch.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('watch.person')}</Table.Th>
          <Table.Th>{t('watch.from')}</Table.Th>
          <Table.Th>{t('watch.until')}</Table.Th>
          <Table.Th>{t('watch.instruction')}</Table.Th>
          <Table.Th>{t('watch.reason')}</Table.Th>
          <Table.Th>{t('watch.by')}</Table.Th>
          {mayEnd && <Table.Th>{t('common:actions')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {watches.data.map(({ id, version, person, from, until, instruction, note, reason, caseNumber, byName }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <PersonLinks people={[person]} />
            </Table.Td>
            <Table.Td>{showDay(from)}</Table.Td>
            <Table.Td>
              {showDay(until)}{' '}
              {until < dayFromToday(0) && (
                <Badge variant="default" size="sm" tt="none">
                  {t('watch.lapsed')}
                </Badge>
              )}
            </Table.Td>
            <Table.Td>
              {t(`instruction.${instruction}`)}
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {reason ?? t('watch.hidden')}
              <Text size="sm" c="dimmed">
                {caseNumber}
              </Text>
            </Table.Td>
            <Table.Td>{byName}</Table.Td>
            {mayEnd && (
              <Table.Td>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={end.isPending}
                  aria-label={t('watch.endOf', { name: person.name })}
                  onClick={() =>
                    end.mutate(
                      { id, version },
                      {
                        onSuccess: ({ undoId }) => offerUndo(undoId, t('watch.ended', { name: person.name })),
                        onError: tellError,
                      },
                    )
                  }
                >
                  {t('watch.end')}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
