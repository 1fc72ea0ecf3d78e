import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Case, type CaseFields, caseFieldsSchema } from '../../../shared/domain/case.ts';
import { call, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { CaseForm } from './CaseForm.tsx';

/** The record without what the vault and the member steps write. */
const fieldsOf = (file: Case): CaseFields => caseFieldsSchema.strip().parse(file);

/** Mounted while open: the version the officer began with is the one the change is based on. */
export function EditCaseDialog({ file, onClose }: { readonly file: Case; onClose(): void }) {
  const { t } = useTranslation('cases');
  const [base, setBase] = useState(file);
  const change = useChange('cases.change');

  function save(fields: CaseFields): void {
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
      setBase((await call('cases.get', { id: base.id })).file);
      change.reset();
    } catch (error) {
      tellError(error);
    }
  }

  return (
    <FormDialog opened title={t('edit.title', { number: file.number })} size={720} onClose={onClose}>
      <CaseForm
        initial={fieldsOf(base)}
        save={t('common:save')}
        busy={change.isPending}
        failure={<FormFailure error={change.error} onReload={() => void reload()} />}
        onSave={save}
      />
    </FormDialog>
  );
}
