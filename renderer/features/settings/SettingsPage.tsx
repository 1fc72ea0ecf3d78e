import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { OfficersSection } from '../officers/OfficersSection.tsx';
import { OwnPassphrase } from '../officers/OwnPassphrase.tsx';
import { RecoverySection } from '../officers/RecoverySection.tsx';
import { RightsTable } from '../officers/RightsTable.tsx';
import { About } from './About.tsx';
import { AdministratorPolicy } from './AdministratorPolicy.tsx';
import { Appearance } from './Appearance.tsx';
import classes from './SettingsPage.module.css';
import { UpdatesSection } from './UpdatesSection.tsx';
import { VaultSettingsForm } from './VaultSettingsForm.tsx';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const settings = useCall('vault.settings', {});
  const changes = useMay('settings.change');
  const keepsKeys = useMay('vault.keys');
  const updates = useMay('program.update');
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.settings}>
        {settings.error !== null && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.isPending && <LoadingState />}
        {settings.data !== undefined && changes && (
          <VaultSettingsForm key={settings.data.version} settings={settings.data} />
        )}
        <OfficersSection />
        <OwnPassphrase />
        {keepsKeys && <RecoverySection />}
        <Appearance />
        <AdministratorPolicy />
        {updates && <UpdatesSection />}
        <RightsTable />
        <About />
      </div>
    </>
  );
}
