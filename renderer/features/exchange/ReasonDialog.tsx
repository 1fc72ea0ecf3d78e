import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** May be left empty. */
  readonly optional?: boolean;
  readonly maxLength?: number;
  readonly children?: ReactNode;
  onReason(reason: string): void;
  onClose(): void;
}

/** Something that is done with a reason, in one field. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    text,
    label,
    confirm,
    busy,
    error,
    optional = false,
    maxLength = 2000,
    children,
    onReason,
    onClose,
  } = props;
  const { t } = useTranslation('exchange');
  const [reason, setReason] = useState('');
  const ready = optional || reason.trim() !== '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) onReason(reason.trim());
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          {text !== undefined && <Text size="sm">{text}</Text>}
          {children}
          <Textarea
            label={label}
            value={reason}
            maxLength={maxLength}
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormError error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
