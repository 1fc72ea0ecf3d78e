import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenVaultContext } from '../open-vault.ts';
import { DoubtBanner } from './DoubtBanner.tsx';

/** What was found amiss when the vault was opened. */
export function Banners() {
  const { t } = useTranslation();
  const open = use(OpenVaultContext);
  const [seen, setSeen] = useState(false);
  return (
    <>
      {open?.status.doubt != null && <DoubtBanner doubt={open.status.doubt} />}
      {open?.status.readOnly === true && open.status.doubt === null && (
        <Alert color="red" mt="md" icon={<IconAlertTriangle size={16} aria-hidden />} role="alert">
          {t('banner.readOnly')}
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
