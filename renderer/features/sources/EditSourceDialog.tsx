import { useTranslation } from 'react-i18next';
import type { SourceCard } from '../../../shared/domain/source.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { SourceForm } from './SourceForm.tsx';

interface EditSourceDialogProps {
  readonly id: string;
  /** The version the officer began with is the one the change is based on. */
  readonly version: number;
  readonly card: SourceCard;
  onClose(): void;
}

export function EditSourceDialog({ id, version, card, onClose }: EditSourceDialogProps) {
  const { t } = useTranslation('sources');
  const change = useChange('sources.change');
  return (
    <FormDialog opened title={t('editTitle', { name: card.pseudonym })} size={760} onClose={onClose}>
      <SourceForm
        initial={card}
        save={t('common:save')}
        busy={change.isPending}
        failure={<FormFailure error={change.error} />}
        onSave={(changed) =>
          change.mutate(
            { id, version, card: changed },
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
