import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { PersonPicker } from '../cases/PersonPicker.tsx';

const nobody: ReadonlySet<string> = new Set();

interface MarkPersonProps {
  readonly words: string;
  onPerson(personId: string, name: string): void;
  onClose(): void;
}

/** Says who is meant by words of a fact: somebody recorded, or somebody new under these words. */
export function MarkPerson({ words, onPerson, onClose }: MarkPersonProps) {
  const { t } = useTranslation('reports');
  const create = useChange('people.create');
  const [busy, setBusy] = useState(false);

  function record(name: string): void {
    if (busy) return;
    setBusy(true);
    create.mutate(
      {
        fields: {
          name,
          aliases: [],
          nationalIds: [],
          phones: [],
          addresses: [],
          roles: [{ kind: 'other' }],
          notes: '',
        },
      },
      { onSuccess: (person) => onPerson(person.id, person.name), onSettled: () => setBusy(false) },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('editor.who', { words })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack mih={260}>
        <PersonPicker first begin={words} taken={nobody} onPick={({ id, name }) => onPerson(id, name)} onNew={record} />
        <FormError error={create.error} />
      </Stack>
    </Modal>
  );
}
