import { Button, Textarea } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/person.ts';
import { useChange } from '../../lib/api.ts';
import { offerUndo } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';

/** Records that something alleged of a person was not so. */
export function ClearButton({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const [asking, setAsking] = useState(false);
  const [allegation, setAllegation] = useState('');
  const clear = useChange('people.clear');
  const { id, version, name } = person;

  function save(reason: string): void {
    if (allegation.trim() === '') return;
    clear.mutate(
      { id, version, allegation: allegation.trim(), reason },
      {
        onSuccess: ({ undoId }) => {
          setAsking(false);
          setAllegation('');
          offerUndo(undoId, t('clear.done', { name }));
        },
      },
    );
  }
  return (
    <>
      <Button variant="default" leftSection={<IconShieldCheck size={16} />} onClick={() => setAsking(true)}>
        {t('clear.open')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('clear.title', { name })}
          text={t('clear.text')}
          label={t('clear.reason')}
          confirm={t('clear.confirm')}
          maxLength={1000}
          busy={clear.isPending}
          error={clear.error}
          onReason={save}
          onClose={() => setAsking(false)}
        >
          <Textarea
            withAsterisk
            autosize
            minRows={1}
            label={t('clear.allegation')}
            value={allegation}
            maxLength={500}
            onChange={(event) => setAllegation(event.currentTarget.value)}
          />
        </ReasonDialog>
      )}
    </>
  );
}
