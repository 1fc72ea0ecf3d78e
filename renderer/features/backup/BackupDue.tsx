import { Alert, Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';

/** Reminds who can do something about it that a backup is overdue; nobody else. */
export function BackupDue({ info }: { readonly info: Output<'vault.info'> }) {
  const { t } = useTranslation('backup');
  const backsUp = useMay('vault.backup');
  const settings = useCall('vault.settings', {});
  const { lastBackup, backupDue } = info;
  if (!backsUp || !backupDue) return null;
  const days = settings.data?.backupEveryDays ?? defaultSettings.backupEveryDays;
  return (
    <Alert color="yellow" icon={<IconDeviceFloppy size={16} aria-hidden />} role="status" mb="md">
      <Group justify="space-between">
        <Text>
          {lastBackup === null ? t('overdue.never') : t('overdue.since', { date: showDay(lastBackup), days })}
        </Text>
        <Anchor size="sm" renderRoot={(props) => <Link to="/backup" {...props} />}>
          {t('overdue.action')}
        </Anchor>
      </Group>
    </Alert>
  );
}
