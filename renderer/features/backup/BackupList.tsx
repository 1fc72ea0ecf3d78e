import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupRow } from '../../../shared/contract/backups.ts';
import { backupsKept } from '../../../shared/domain/backup.ts';
import { FormError } from '../../components/FormError.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showBytes, showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { WorkProgress } from './WorkProgress.tsx';

const colours = { whole: 'teal', incomplete: 'red', unreadable: 'red' } as const;

/** Every backup of one folder, newest first: when, how large, whether it is whole. */
export function BackupList({ folder }: { readonly folder: string }) {
  const { t } = useTranslation('backup');
  const backups = useCall('backups.list', { folder });
  const info = useCall('vault.info', {});
  const check = useChange('backups.check');
  const restores = useMay('vault.restore');
  const [restoring, setRestoring] = useState<BackupRow | null>(null);
  const checked = backups.data?.find(({ name }) => name === check.variables?.backup);

  if (backups.error !== null) return <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />;
  if (backups.data === undefined) return <LoadingState />;
  if (backups.data.length === 0) return <Text c="dimmed">{t('list.empty')}</Text>;
  return (
    <Stack>
      {check.isPending && <WorkProgress task="verify" />}
      <FormError error={check.error} />
      {check.data !== undefined && checked !== undefined && (
        <Alert color={check.data.ok ? 'teal' : 'red'} role="status">
          {check.data.ok
            ? t('list.sound', { at: showMoment(checked.at), files: showNumber(check.data.files) })
            : t('list.damaged', { at: showMoment(checked.at), files: check.data.damaged.join(', ') })}
        </Alert>
      )}
      <Table aria-label={t('list.title', { label: folder })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('list.at')}</Table.Th>
            <Table.Th ta="right">{t('list.generation')}</Table.Th>
            <Table.Th ta="right">{t('list.files')}</Table.Th>
            <Table.Th ta="right">{t('list.bytes')}</Table.Th>
            <Table.Th>{t('list.state')}</Table.Th>
            <Table.Th aria-label={t('common:actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.data.map((backup) => (
            <Table.Tr key={backup.name}>
              <Table.Td>{showMoment(backup.at)}</Table.Td>
              <Table.Td ta="right">{showNumber(backup.generation)}</Table.Td>
              <Table.Td ta="right">{showNumber(backup.files)}</Table.Td>
              <Table.Td ta="right">{showBytes(backup.bytes)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={colours[backup.state]}>
                  {t(`state.${backup.state}`)}
                </Badge>
                {backup.vaultId !== null && info.data !== undefined && backup.vaultId !== info.data.vaultId && (
                  <Text size="xs">{t('list.other')}</Text>
                )}
              </Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={check.isPending || backup.state === 'unreadable'}
                    aria-label={t('list.checkOf', { at: showMoment(backup.at) })}
                    onClick={() => check.mutate({ folder, backup: backup.name })}
                  >
                    {t('list.check')}
                  </Button>
                  {restores && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={backup.state !== 'whole'}
                      aria-label={t('list.restoreOf', { at: showMoment(backup.at) })}
                      onClick={() => setRestoring(backup)}
                    >
                      {t('list.restore')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('list.kept', { keep: backupsKept })}
      </Text>
      {restoring !== null && <RestoreDialog from={folder} backup={restoring} onClose={() => setRestoring(null)} />}
    </Stack>
  );
}
