import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { useChange } from '../../lib/api.ts';
import { offerUndo } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';
import { PutOffForm } from './PutOffForm.tsx';
import { TakeAlert } from './TakeAlert.tsx';

export interface Handling {
  readonly way: 'take' | 'dismiss' | 'put-off';
  readonly row: AlertRow;
}

/** The dialog in which an alert is taken into a case, set aside or put off. */
export function HandleAlert({ way, row, onClose }: Handling & { onClose(): void }) {
  const { t } = useTranslation('detection');
  const dismiss = useChange('alerts.dismiss');
  if (way === 'take') return <TakeAlert row={row} onClose={onClose} />;
  if (way === 'put-off') return <PutOffForm row={row} onClose={onClose} />;
  return (
    <ReasonDialog
      title={t('inbox.dismiss')}
      text={t(row.finding === null ? 'inbox.doneText' : 'inbox.dismissText')}
      label={t('dismiss.reason')}
      confirm={t('inbox.dismiss')}
      maxLength={1000}
      busy={dismiss.isPending}
      error={dismiss.error}
      onReason={(reason) =>
        dismiss.mutate(
          { key: row.key, reason },
          {
            onSuccess: ({ undoId }) => {
              onClose();
              offerUndo(undoId, t('inbox.dismissed'));
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
