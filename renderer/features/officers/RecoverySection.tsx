import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { RecoverySheets } from '../vault/RecoverySheets.tsx';
import { SplitField } from '../vault/SplitField.tsx';

/** How the recovery key is kept, and a new one in its place. For administrators. */
export function RecoverySection() {
  const { t } = useTranslation('officers');
  const recovery = useCall('vault.recovery', {});
  const [renewing, setRenewing] = useState(false);
  if (recovery.data === undefined) return null;
  const { shares } = recovery.data;
  return (
    <Section
      title={t('recovery.title')}
      note={t('recovery.note')}
      actions={
        <Button variant="default" onClick={() => setRenewing(true)}>
          {t('recovery.renew')}
        </Button>
      }
    >
      <Text>{shares === null ? t('recovery.whole') : t('recovery.shares', { ...shares })}</Text>
      {renewing && (
        <RenewDialog
          shares={shares}
          onClose={() => {
            setRenewing(false);
            void recovery.refetch();
          }}
        />
      )}
    </Section>
  );
}

interface RenewDialogProps {
  readonly shares: RecoverySplit | null;
  onClose(): void;
}

/** Asks how the new key is to be kept, makes it, and shows it until it has been put away. */
function RenewDialog({ shares: before, onClose }: RenewDialogProps) {
  const { t } = useTranslation('officers');
  const renew = useChange('vault.renewRecovery');
  const [shares, setShares] = useState(before);
  const made = renew.data;
  const free = made === undefined && !renew.isPending;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('recovery.renew')}
      closeOnClickOutside={false}
      closeOnEscape={free}
      withCloseButton={free}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {made === undefined ? (
        <Stack>
          <Alert color="yellow">{t('recovery.consequence')}</Alert>
          <SplitField value={shares} onChange={setShares} />
          <FormError error={renew.error} />
          <Group justify="flex-end">
            <Button variant="default" data-autofocus disabled={renew.isPending} onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button loading={renew.isPending} onClick={() => renew.mutate({ shares: shares ?? undefined })}>
              {t('recovery.submit')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <RecoverySheets
          recovery={made.recovery}
          split={shares}
          onDone={() => {
            tellDone(t('recovery.done'));
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
