import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconHistoryToggle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../../shared/domain/vault-health.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';

/** The vault is not the newest this workstation has seen: what that means, and an administrator's way out. */
export function DoubtBanner({ doubt }: { readonly doubt: Doubt }) {
  const { t } = useTranslation();
  const accepts = useMay('vault.accept');
  const [asking, setAsking] = useState(false);
  const seenAt = doubt.seenAt === null ? '' : showMoment(doubt.seenAt);
  return (
    <>
      <Alert color="orange" mt="md" icon={<IconHistoryToggle size={16} aria-hidden />} role="alert">
        <Group justify="space-between" wrap="nowrap" gap="lg">
          <div>
            {t(`banner.doubt.${doubt.kind}`, { seenAt })} {!accepts && t('banner.doubt.ask')}
          </div>
          {accepts && (
            <Button size="compact-sm" variant="default" flex="none" onClick={() => setAsking(true)}>
              {t('banner.doubt.accept')}
            </Button>
          )}
        </Group>
      </Alert>
      <AcceptDialog opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function AcceptDialog({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const accept = useChange('vault.accept');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() === '' || accept.isPending) return;
    accept.mutate({ reason }, { onSuccess: () => tellDone(t('banner.doubt.done')) });
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('banner.doubt.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('banner.doubt.consequence')}</Text>
          <Textarea
            data-autofocus
            label={t('banner.doubt.reason')}
            maxLength={1000}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormError error={accept.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={accept.isPending} disabled={reason.trim() === ''}>
              {t('banner.doubt.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
