import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report.ts';
import { TagsField } from '../../components/TagsField.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';

/** Passes an evaluated report on, to whom it says. */
export function DisseminateDialog({ report, onClose }: { readonly report: Report; onClose(): void }) {
  const { t } = useTranslation('reports');
  const [recipients, setRecipients] = useState<readonly string[]>(report.distribution);
  const disseminate = useChange('reports.disseminate');
  return (
    <ReasonDialog
      optional
      title={t('disseminateTitle')}
      label={t('note')}
      confirm={t('disseminate')}
      busy={disseminate.isPending}
      error={disseminate.error}
      onReason={(note) =>
        disseminate.mutate(
          { id: report.id, version: report.version, distribution: [...recipients], note },
          {
            onSuccess: () => {
              onClose();
              tellDone(t('disseminated'));
            },
          },
        )
      }
      onClose={onClose}
    >
      <TagsField required label={t('recipients')} value={recipients} onChange={setRecipients} />
    </ReasonDialog>
  );
}
