import { useTranslation } from 'react-i18next';
import type { SourceCard } from '../../../shared/domain/source.ts';
import { useChange } from '../../lib/api.ts';
import { useOpenVault } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { SourceForm } from './SourceForm.tsx';

const blank: Omit<SourceCard, 'pseudonym' | 'handlers'> = {
  reliability: 'F',
  name: '',
  nationalId: '',
  contact: '',
  motive: 'unknown',
  motiveNote: '',
  risks: '',
  record: [],
  state: 'proposed',
};

interface NewSourceDialogProps {
  readonly pseudonym: string;
  onClose(): void;
}

export function NewSourceDialog({ pseudonym, onClose }: NewSourceDialogProps) {
  const { t } = useTranslation('sources');
  const add = useChange('sources.add');
  const own = useOpenVault()?.officerId ?? null;
  return (
    <FormDialog opened title={t('addTitle')} size={760} onClose={onClose}>
      <SourceForm
        initial={{ ...blank, pseudonym, handlers: own === null ? [] : [own] }}
        save={t('common:save')}
        busy={add.isPending}
        failure={<FormFailure error={add.error} />}
        onSave={(card) =>
          add.mutate(
            { card },
            {
              onSuccess: () => {
                tellDone(t('common:saved'));
                onClose();
              },
            },
          )
        }
      />
    </FormDialog>
  );
}
