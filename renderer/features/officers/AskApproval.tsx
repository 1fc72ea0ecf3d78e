import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';

/** Where a release was refused for want of a second officer, it is asked for. */
export function AskApproval({ caseId, onAsked }: { readonly caseId: string; onAsked(): void }) {
  const { t } = useTranslation('officers');
  const ask = useChange('approvals.request');
  const [reason, setReason] = useState('');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('approval.reason')}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormError error={ask.error} />
      <Group justify="flex-end">
        <Button
          loading={ask.isPending}
          onClick={() =>
            ask.mutate(
              { caseId, reason },
              {
                onSuccess: () => {
                  tellDone(t('approval.asked'));
                  onAsked();
                },
              },
            )
          }
        >
          {t('approval.ask')}
        </Button>
      </Group>
    </Stack>
  );
}
