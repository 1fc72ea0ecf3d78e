import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, type PersonFields, personFieldsSchema } from '../../../shared/domain/person.ts';
import { call, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { FormDialog } from './forms/FormDialog.tsx';
import { FormFailure } from './forms/FormFailure.tsx';
import { PersonForm } from './PersonForm.tsx';

/** The record without what the vault writes itself. */
const fieldsOf = (person: Person): PersonFields => personFieldsSchema.strip().parse(person);

interface EditPersonDialogProps {
  readonly person: Person;
  onClose(): void;
}

/** Mounted while open: the version the officer began with is the one the change is based on. */
export function EditPersonDialog({ person, onClose }: EditPersonDialogProps) {
  const { t } = useTranslation('people');
  const [base, setBase] = useState(person);
  const change = useChange('people.change');

  function save(fields: PersonFields): void {
    change.mutate(
      { id: base.id, version: base.version, fields },
      {
        onSuccess: () => {
          tellDone(t('common:saved'));
          onClose();
        },
      },
    );
  }

  async function reload(): Promise<void> {
    try {
      setBase((await call('people.get', { id: base.id })).person);
      change.reset();
    } catch (error) {
      tellError(error);
    }
  }

  return (
    <FormDialog opened title={t('edit.title', { name: person.name })} size={760} onClose={onClose}>
      <PersonForm
        initial={fieldsOf(base)}
        save={t('common:save')}
        busy={change.isPending}
        failure={<FormFailure error={change.error} onReload={() => void reload()} />}
        onSave={save}
      />
    </FormDialog>
  );
}
