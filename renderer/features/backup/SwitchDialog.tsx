import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useOpenVault } from '../../lib/officer.ts';
import { AskApproval } from '../officers/AskApproval.tsx';
import { NeededKeyFile } from '../vault/NeededKeyFile.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';

interface SwitchDialogProps {
  readonly restored: Output<'restoring.list'>[number];
  onClose(): void;
}

/** Puts a restored vault in the place of the one in use: what happens is said first, and another officer has to approve. */
export function SwitchDialog({ restored, onClose }: SwitchDialogProps) {
  const { t } = useTranslation('backup');
  const open = useOpenVault();
  const change = useChange('restoring.switch');
  const [passphrase, setPassphrase] = useState('');
  const [keyFile, setKeyFile] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase === '' || change.isPending) return;
    const officerName = open?.officerName ?? undefined;
    change.mutate({
      id: restored.id,
      passphrase,
      ...(officerName === undefined ? {} : { officerName }),
      ...(keyFile === '' ? {} : { keyFile }),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('switch.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('switch.consequence', { at: showMoment(restored.backupAt) })}</Text>
            <Text>{t('switch.two')}</Text>
            <PassphraseField focused label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} />
            <NeededKeyFile refusal={change.error} value={keyFile} onChange={setKeyFile} />
            <FormError error={change.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" color="red" disabled={passphrase === ''} loading={change.isPending}>
                {t('switch.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
        <AskApproval error={change.error} onAsked={onClose} />
      </Stack>
    </Modal>
  );
}
