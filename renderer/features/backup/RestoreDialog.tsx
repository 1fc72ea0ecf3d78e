import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupRow } from '../../../shared/contract/backups.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { useOpenVault } from '../../lib/officer.ts';
import { FolderField } from '../vault/FolderField.tsx';
import { NeededKeyFile } from '../vault/NeededKeyFile.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import { parentFolder } from './parentFolder.ts';
import { WorkProgress } from './WorkProgress.tsx';

interface RestoreDialogProps {
  readonly from: string;
  readonly backup: BackupRow;
  onClose(): void;
}

/** A backup put together in a new folder; what is in use is not touched. */
export function RestoreDialog({ from, backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('backup');
  const open = useOpenVault();
  const restore = useChange('restoring.restore');
  const [into, setInto] = useState(() => parentFolder(open?.folder ?? ''));
  const [officerName, setOfficerName] = useState(open?.officerName ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [keyFile, setKeyFile] = useState('');
  const ready = into !== '' && passphrase !== '' && officerName.trim() !== '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || restore.isPending) return;
    restore.mutate({
      from,
      backup: backup.name,
      into,
      passphrase,
      officerName,
      ...(keyFile === '' ? {} : { keyFile }),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('restore.title')}
      closeOnClickOutside={false}
      withCloseButton={!restore.isPending}
      closeOnEscape={!restore.isPending}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {restore.data === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('restore.text', { at: showMoment(backup.at) })}</Text>
            <FolderField
              purpose="create"
              label={t('restore.into')}
              hint={t('restore.intoHint')}
              value={into}
              onChange={setInto}
            />
            <TextInput
              label={t('restore.officer')}
              value={officerName}
              onChange={(event) => setOfficerName(event.currentTarget.value)}
            />
            <PassphraseField focused label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} />
            <NeededKeyFile refusal={restore.error} value={keyFile} onChange={setKeyFile} />
            {restore.isPending && <WorkProgress task="restore" />}
            <FormError error={restore.error} />
            <Group justify="flex-end">
              <Button variant="default" disabled={restore.isPending} onClick={onClose}>
                {t('common:close')}
              </Button>
              <Button type="submit" disabled={!ready} loading={restore.isPending}>
                {t('restore.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert color="teal" role="status">
            {t('restore.done', { files: showNumber(restore.data.files), folder: restore.data.folder })}
          </Alert>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common:close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
