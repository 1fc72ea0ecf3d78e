import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/Facts.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { MediaSection } from './MediaSection.tsx';
import { RestoredSection } from './RestoredSection.tsx';
import { VerifySection } from './VerifySection.tsx';

/** Where the vault's copies are, how old the last one is, and whether what is stored is whole. */
export function BackupPage() {
  const { t } = useTranslation('backup');
  const info = useCall('vault.info', {});
  const settings = useCall('vault.settings', {});
  const backsUp = useMay('vault.backup');
  if (info.error !== null) return <ErrorState error={info.error} onRetry={() => void info.refetch()} />;
  if (settings.error !== null) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (info.data === undefined || settings.data === undefined) return <LoadingState />;
  const { lastBackup, backupDue } = info.data;

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Facts
        label={t('title')}
        facts={[
          {
            label: t('last'),
            value: lastBackup === null ? t('lastNever') : showMoment(lastBackup),
            attention: backupDue,
          },
          {
            label: t('due'),
            value: backupDue ? t('dueNow') : t('dueEvery', { days: settings.data.backupEveryDays }),
            attention: backupDue,
          },
        ]}
      />
      <Stack gap="xl" mt="xl">
        {backsUp && <MediaSection />}
        <RestoredSection />
        <VerifySection />
      </Stack>
    </>
  );
}
