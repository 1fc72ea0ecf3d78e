import { Button, Table } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { PersonLinks } from './PersonLinks.tsx';

/** Who may not visit, newest first. */
export function BansTab() {
  const { t } = useTranslation('detection');
  const bans = useCall('bans.list', { personId: null });
  const lift = useChange('bans.lift');
  const mayLift = useMay('bans.write');
  if (bans.isPending) return <LoadingState />;
  if (bans.isError) return <ErrorState error={bans.error} onRetry={() => void bans.refetch()} />;
  if (bans.data.length === 0)
    return <EmptyState icon={<IconBan size={32} />} title={t('bans.empty')} text={t('bans.emptyText')} />;
  return (
    <Table verticalSpacing={6} aria-label={t('bans.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('bans.person')}</Table.Th>
          <Table.Th>{t('bans.from')}</Table.Th>
          <Table.Th>{t('bans.until')}</Table.Th>
          <Table.Th>{t('bans.reason')}</Table.Th>
          <Table.Th>{t('bans.by')}</Table.Th>
          {mayLift && <Table.Th>{t('common:actions')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bans.data.map(({ ban, personName, byName }) => (
          <Table.Tr key={ban.id}>
            <Table.Td>
              <PersonLinks people={[{ id: ban.personId, name: personName }]} />
            </Table.Td>
            <Table.Td>{showDay(ban.from)}</Table.Td>
            <Table.Td>{ban.until === undefined ? t('bans.open') : showDay(ban.until)}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{ban.reason}</Table.Td>
            <Table.Td>{byName}</Table.Td>
            {mayLift && (
              <Table.Td>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={lift.isPending}
                  aria-label={t('bans.liftOf', { name: personName })}
                  onClick={() =>
                    lift.mutate(
                      { id: ban.id, version: ban.version },
                      {
                        onSuccess: ({ undoId }) => offerUndo(undoId, t('bans.lifted', { name: personName })),
                        onError: tellError,
                      },
                    )
                  }
                >
                  {t('bans.lift')}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
