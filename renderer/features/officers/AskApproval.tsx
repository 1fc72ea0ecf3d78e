import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, wantedAct } from '../../../shared/domain/approval.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';

/** Where an act was refused for want of a second officer, it is asked for; nothing for any other failure. */
export function AskApproval({ error, onAsked }: { readonly error: unknown; onAsked(): void }) {
  const act = wantedAct(error);
  return act === undefined ? null : <Asking act={act} onAsked={onAsked} />;
}

function Asking({ act, onAsked }: { readonly act: Act; onAsked(): void }) {
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
              { act, reason },
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
