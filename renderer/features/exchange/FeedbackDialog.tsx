import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feedbackFieldsSchema, usesOfInformation } from '../../../shared/domain/exchange/package.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

/** What was done with a package, and what came of it, for whoever sent it. */
export function FeedbackDialog({ id, onClose }: { readonly id: string; onClose(): void }) {
  const { t } = useTranslation('exchange');
  const tell = useChange('exchange.feedback');
  const [use, setUse] = useState<(typeof usesOfInformation)[number]>('acted-upon');
  return (
    <ReasonDialog
      title={t('feedback.give')}
      text={t('feedback.text')}
      label={t('feedback.outcome')}
      confirm={t('register.seal')}
      maxLength={4000}
      busy={tell.isPending}
      error={tell.error}
      onClose={onClose}
      onReason={(outcome) =>
        tell.mutate(
          { id, use, outcome },
          {
            onSuccess: ({ saved }) => {
              if (saved === null) return;
              tellDone(t('register.written'));
              onClose();
            },
          },
        )
      }
    >
      <Select
        label={t('feedback.useTitle')}
        value={use}
        allowDeselect={false}
        data={usesOfInformation.map((value) => ({ value, label: t(`feedback.use.${value}`) }))}
        onChange={(value) => setUse(feedbackFieldsSchema.shape.use.safeParse(value).data ?? use)}
      />
    </ReasonDialog>
  );
}
