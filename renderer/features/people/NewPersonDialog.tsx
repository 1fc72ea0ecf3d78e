import { useTranslation } from 'react-i18next';
import type { Person, PersonFields } from '../../../shared/domain/person.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from './forms/FormDialog.tsx';
import { FormFailure } from './forms/FormFailure.tsx';
import { PersonForm } from './PersonForm.tsx';

const blank: PersonFields = {
  name: '',
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  roles: [{ kind: 'visitor' }],
  notes: '',
};

interface NewPersonDialogProps {
  readonly opened: boolean;
  onClose(): void;
  onCreated(person: Person): void;
}

export function NewPersonDialog({ opened, onClose, onCreated }: NewPersonDialogProps) {
  const { t } = useTranslation('people');
  const create = useChange('people.create');

  function save(fields: PersonFields): void {
    create.mutate(
      { fields },
      {
        onSuccess: (person) => {
          tellDone(t('new.done', { name: person.name }));
          onClose();
          onCreated(person);
        },
      },
    );
  }

  return (
    <FormDialog opened={opened} title={t('new.title')} size={760} onClose={onClose}>
      <PersonForm
        initial={blank}
        save={t('new.save')}
        busy={create.isPending}
        failure={<FormFailure error={create.error} />}
        onSave={save}
      />
    </FormDialog>
  );
}
