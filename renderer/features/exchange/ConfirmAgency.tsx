import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyRow } from '../../../shared/domain/exchange/agency.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';

/** The words are typed as they are heard; those of the card are not shown, so that nobody types them off the screen. */
export function ConfirmAgency({ agency, onClose }: { readonly agency: AgencyRow; onClose(): void }) {
  const { t } = useTranslation('exchange');
  const confirm = useChange('exchange.confirm');
  const [words, setWords] = useState('');
  const { successor } = agency;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (words.trim() === '' || confirm.isPending) return;
    confirm.mutate(
      { id: agency.id, words },
      {
        onSuccess: () => {
          tellDone(t('agencies.confirmed', { agency: agency.name }));
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('agencies.confirmTitle', { agency: agency.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {successor !== null && (
            <Text size="sm">{t(successor.vouched ? 'agencies.vouched' : 'agencies.unvouched')}</Text>
          )}
          <Textarea
            label={t('agencies.typed')}
            description={t('agencies.typedHint')}
            value={words}
            maxLength={400}
            autosize
            minRows={2}
            spellCheck={false}
            data-autofocus
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FormError error={confirm.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={words.trim() === ''} loading={confirm.isPending}>
              {t('agencies.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
