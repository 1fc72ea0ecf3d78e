import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { DateField } from '../../components/DateField.tsx';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import { offerUndo } from '../../lib/tell.tsx';

const weekDays = 7;

/** Puts an alert off until a day after today. */
export function PutOffForm({ row, onClose }: { readonly row: AlertRow; onClose(): void }) {
  const { t } = useTranslation('detection');
  const [until, setUntil] = useState(() => dayFromToday(weekDays));
  const putOff = useChange('alerts.putOff');
  const ready = until > dayFromToday(0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || putOff.isPending) return;
    putOff.mutate(
      { key: row.key, until },
      {
        onSuccess: ({ undoId }) => {
          onClose();
          offerUndo(undoId, t('inbox.putOffDone', { day: showDay(until) }));
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={t('inbox.putOff')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <DateField label={t('inbox.until')} value={until} required onChange={(day) => setUntil(day ?? '')} />
          <FormError error={putOff.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={putOff.isPending}>
              {t('inbox.putOff')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
