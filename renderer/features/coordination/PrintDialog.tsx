import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../shared/domain/basics.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';

const highestCopy = 999;

interface PrintDialogProps {
  readonly channel: 'meetings.print' | 'operations.print';
  readonly id: string;
  readonly title: string;
  onClose(): void;
}

/** Minutes or a plan on paper: in which language, for whom, which copy. */
export function PrintDialog({ channel, id, title, onClose }: PrintDialogProps) {
  const { t } = useTranslation('coordination');
  const [language, setLanguage] = useState(currentLanguage());
  const [recipient, setRecipient] = useState('');
  const [copyNumber, setCopyNumber] = useState(1);
  const print = useChange(channel);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (print.isPending) return;
    print.mutate(
      { id, language, recipient, copyNumber },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          onClose();
          tellDone(t('print.done', { path: saved.path }));
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            data-autofocus
            label={t('print.language')}
            value={language}
            allowDeselect={false}
            data={languageSchema.options.map((value) => ({ value, label: t(`print.languages.${value}`) }))}
            onChange={(value) => setLanguage(languageSchema.safeParse(value).data ?? language)}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('print.recipient')}
              value={recipient}
              maxLength={200}
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
            <NumberInput
              label={t('print.copy')}
              min={1}
              max={highestCopy}
              clampBehavior="strict"
              allowDecimal={false}
              value={copyNumber}
              onChange={(value) => setCopyNumber(typeof value === 'number' ? value : 1)}
            />
          </Group>
          <FormError error={print.error} />
          <AskApproval error={print.error} onAsked={onClose} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={print.isPending}>
              {t('print.start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
