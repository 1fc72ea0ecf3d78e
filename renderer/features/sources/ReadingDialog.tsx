import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReadingDialogProps {
  /** What is opened. */
  readonly name: string;
  onReason(reason: string): void;
  onClose(): void;
}

/** Nothing sealed is shown before it was said why. */
export function ReadingDialog({ name, onReason, onClose }: ReadingDialogProps) {
  const { t } = useTranslation('sources');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() !== '') onReason(reason.trim());
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reading.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            withAsterisk
            label={t('reading.reason')}
            description={t('reading.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''}>
              {t('reading.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
