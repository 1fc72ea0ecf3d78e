import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case, CaseFields } from '../../../shared/domain/case.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { useCall, useChange } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { CaseForm } from './CaseForm.tsx';

interface NewCaseDialogProps {
  readonly opened: boolean;
  onClose(): void;
  onCreated(file: Case): void;
}

export function NewCaseDialog({ opened, onClose, onCreated }: NewCaseDialogProps) {
  const { t } = useTranslation('cases');
  return (
    <FormDialog opened={opened} title={t('new.title')} size={720} onClose={onClose}>
      <NewCaseForm onClose={onClose} onCreated={onCreated} />
    </FormDialog>
  );
}

function NewCaseForm({ onClose, onCreated }: Omit<NewCaseDialogProps, 'opened'>) {
  const { t } = useTranslation('cases');
  const settings = useCall('vault.settings', {});
  const create = useChange('cases.create');
  const days = settings.data?.reviewAfterDays ?? defaultSettings.reviewAfterDays;
  const [blank] = useState(() => ({
    title: '',
    marking: 'rahasia' as const,
    purpose: '',
    legalBasis: '',
    notes: '',
    reviewOn: dayFromToday(days),
  }));

  function save(fields: CaseFields): void {
    create.mutate(
      { fields },
      {
        onSuccess: (file) => {
          tellDone(t('new.done', { number: file.number }));
          onClose();
          onCreated(file);
        },
      },
    );
  }

  return (
    <CaseForm
      initial={blank}
      save={t('new.save')}
      busy={create.isPending}
      failure={<FormFailure error={create.error} />}
      onSave={save}
    />
  );
}
