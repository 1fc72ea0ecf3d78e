import { Button, Group, Modal, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyRow } from '../../../shared/domain/exchange/agency.ts';
import { DateField } from '../../components/DateField.tsx';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { tellDone } from '../../lib/tell.tsx';

const usualDays = 14;

/** A question to another agency, sealed like everything else. */
export function AskDialog({ agencies, onClose }: { readonly agencies: readonly AgencyRow[]; onClose(): void }) {
  const { t } = useTranslation('exchange');
  const ask = useChange('exchange.ask');
  const [to, setTo] = useState(agencies[0]?.id ?? '');
  const [subject, setSubject] = useState('');
  const [question, setQuestion] = useState('');
  const [deadline, setDeadline] = useState<string | undefined>(dayFromToday(usualDays));
  const ready = to !== '' && subject.trim() !== '' && question.trim() !== '' && deadline !== undefined;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || ask.isPending) return;
    ask.mutate(
      { to, subject, question, deadline },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          tellDone(t('requests.written'));
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('requests.ask')}
      size={560}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('send.to')}
            value={to}
            allowDeselect={false}
            data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => setTo(value ?? '')}
          />
          <TextInput
            label={t('requests.subject')}
            value={subject}
            maxLength={200}
            data-autofocus
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Textarea
            label={t('requests.question')}
            value={question}
            maxLength={10_000}
            autosize
            minRows={3}
            maxRows={10}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <DateField label={t('requests.deadline')} value={deadline} required onChange={setDeadline} />
          <FormError error={ask.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={ask.isPending}>
              {t('requests.write')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
