import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { FormError } from '../../components/FormError.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useChange } from '../../lib/api.ts';

export const isReasonWanted = (error: unknown): boolean =>
  error instanceof SinergiError && error.code === 'reason-required';

type Record = Pick<Input<'reads.explain'>, 'collection' | 'id'>;

/** In place of a record that opens only to an officer who says why. */
export function ReasonGate({ collection, id, onGiven }: Record & { onGiven(): void }) {
  const { t } = useTranslation('officers');
  const explain = useChange('reads.explain');
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const said = reason.trim();
  return (
    <>
      <PageHeader title={t('readReason.title')} note={t(`readReason.${collection}`)} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (said !== '') explain.mutate({ collection, id, reason: said }, { onSuccess: onGiven });
        }}
      >
        <Stack gap="sm" maw={520}>
          <TextInput
            ref={field}
            label={t('readReason.reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('readReason.note')}
          </Text>
          <FormError error={explain.error} />
          <Group justify="flex-end">
            <Button type="submit" disabled={said === ''} loading={explain.isPending}>
              {t('readReason.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
