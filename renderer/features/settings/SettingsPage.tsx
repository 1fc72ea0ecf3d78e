import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { About } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import classes from './SettingsPage.module.css';
import { VaultSettingsForm } from './VaultSettingsForm.tsx';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const settings = useCall('vault.settings', {});
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.settings}>
        {settings.error !== null && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.isPending && <LoadingState />}
        {settings.data !== undefined && <VaultSettingsForm key={settings.data.version} settings={settings.data} />}
        <Appearance />
        <About />
      </div>
    </>
  );
}
