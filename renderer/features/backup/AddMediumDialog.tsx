import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { FolderField } from '../vault/FolderField.tsx';

/** A folder, and what officers call the medium it is on. */
export function AddMediumDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('backup');
  const remember = useChange('backups.remember');
  const [folder, setFolder] = useState('');
  const [label, setLabel] = useState('');
  const ready = folder !== '' && label.trim() !== '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !remember.isPending) remember.mutate({ folder, label }, { onSuccess: onClose });
  }

  return (
    <Modal opened onClose={onClose} title={t('media.add')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('media.label')}
            description={t('media.labelHint')}
            value={label}
            maxLength={60}
            data-autofocus
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <FolderField
            purpose="open"
            label={t('media.folder')}
            hint={t('folderHint')}
            value={folder}
            onChange={setFolder}
          />
          <FormError error={remember.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={remember.isPending}>
              {t('media.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
