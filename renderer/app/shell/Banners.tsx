import { Alert, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SalvageButton } from '../../features/backup/SalvageButton.tsx';
import { useMay } from '../../lib/officer.ts';
import { OpenVaultContext } from '../open-vault.ts';
import { DoubtBanner } from './DoubtBanner.tsx';

/** What was found amiss when the vault was opened. */
export function Banners() {
  const { t } = useTranslation();
  const open = use(OpenVaultContext);
  const salvages = useMay('vault.salvage');
  const [seen, setSeen] = useState(false);
  return (
    <>
      {open?.status.doubt != null && <DoubtBanner doubt={open.status.doubt} />}
      {open?.status.readOnly === true && open.status.doubt === null && (
        <Alert color="red" mt="md" icon={<IconAlertTriangle size={16} aria-hidden />} role="alert">
          <Group justify="space-between" wrap="nowrap" gap="lg">
            <div>{t('banner.readOnly')}</div>
            {salvages && <SalvageButton />}
          </Group>
        </Alert>
      )}
      {open?.report?.cutOff === true && !seen && (
        <Alert
          color="yellow"
          mt="md"
          icon={<IconAlertTriangle size={16} aria-hidden />}
          role="status"
          withCloseButton
          closeButtonLabel={t('close')}
          onClose={() => setSeen(true)}
        >
          {t('banner.cutOff')}
        </Alert>
      )}
    </>
  );
}
