import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly longest: number;
  readonly lines?: boolean;
  onSave(text: string): void;
  onClose(): void;
}

/** Asks for one text; mounted while open. */
export function TextDialog({ title, label, initial, longest, lines = false, onSave, onClose }: TextDialogProps) {
  const { t } = useTranslation('chart');
  const [text, setText] = useState(initial);
  const field = {
    'data-autofocus': true,
    label,
    maxLength: longest,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  };
  return (
    <Modal opened onClose={onClose} title={title} size={460} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onSave(text.trim());
        }}
      >
        <Stack gap="sm">
          {lines ? <Textarea autosize minRows={3} maxRows={10} {...field} /> : <TextInput {...field} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={text.trim() === ''}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
