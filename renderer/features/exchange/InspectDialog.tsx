import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../../shared/domain/exchange/rows.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { tellDone } from '../../lib/tell.tsx';
import { WorkProgress } from '../backup/WorkProgress.tsx';
import { Notice } from '../people/forms/Notice.tsx';
import { PackageFacts } from './PackageFacts.tsx';

interface InspectDialogProps {
  readonly inspection: Inspection;
  onClose(): void;
  onReceived(id: string): void;
}

/** What a package says of itself, before anything of it is taken in. */
export function InspectDialog({ inspection, onClose, onReceived }: InspectDialogProps) {
  const { t } = useTranslation('exchange');
  const receive = useChange('exchange.receive');
  const { from, expired, expiresOn, receivedAt, packageId, bytes, parts } = inspection;
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t('inbox.inspectTitle', { agency: from })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Notice tone="good" icon={<IconShieldCheck size={16} />} title={t('inbox.genuine')} />
        {expired && (
          <Notice
            tone="warn"
            icon={<IconAlertTriangle size={16} />}
            title={t('inbox.expired', { day: showDay(expiresOn ?? '') })}
          />
        )}
        {receivedAt !== null && (
          <Notice
            tone="warn"
            icon={<IconAlertTriangle size={16} />}
            title={t('inbox.known', { at: showMoment(receivedAt) })}
          />
        )}
        <PackageFacts
          facts={inspection}
          more={[[t('inbox.size'), t('inbox.sizeValue', { kilobytes: Math.ceil(bytes / 1000), parts })]]}
        />
        {receive.isPending && <WorkProgress task="package" onlyOnceTold />}
        <FormError error={receive.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button
            disabled={expired || receivedAt !== null}
            loading={receive.isPending}
            onClick={() =>
              receive.mutate(
                { packageId },
                {
                  onSuccess: ({ id }) => {
                    tellDone(t(inspection.kind === 'items' ? 'inbox.received' : 'inbox.noted'));
                    onReceived(id);
                  },
                },
              )
            }
          >
            {t('inbox.receive')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
