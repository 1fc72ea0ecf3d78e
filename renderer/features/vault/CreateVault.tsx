import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { isLongEnough, minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { useChange } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import { FolderField } from './FolderField.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { RecoveryKeyStep } from './RecoveryKeyStep.tsx';

const formSchema = z
  .strictObject({
    folder: z.string().min(1, 'folderMissing'),
    officerName: requiredText(120),
    passphrase: z.string().refine(isLongEnough, 'passphraseRule'),
    repeat: z.string(),
  })
  .refine((form) => form.passphrase === form.repeat, { path: ['repeat'], message: 'repeatDiffers' });

interface CreateVaultProps {
  onBack(): void;
  onHold(): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function CreateVault({ onBack, onHold, onOpened }: CreateVaultProps) {
  const { t } = useTranslation('vault');
  const create = useChange('vault.create');
  const [made, setMade] = useState<{ recoveryKey: string; officerName: string } | null>(null);
  const { control, handleSubmit, register, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { folder: '', officerName: '', passphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const say = (message: string | undefined): string | undefined =>
    message === undefined
      ? undefined
      : t(message, { minimum: minimumPassphraseLength, defaultValue: t('common:required') });

  if (made !== null)
    return (
      <RecoveryKeyStep
        recoveryKey={made.recoveryKey}
        onDone={() => onOpened({ officerName: made.officerName, cutOff: false, readOnly: false })}
      />
    );

  const submit = handleSubmit(async ({ folder, officerName, passphrase }) => {
    onHold();
    try {
      const { recoveryKey } = await create.mutateAsync({ folder, officerName, passphrase });
      setMade({ recoveryKey, officerName });
    } catch (error) {
      tellError(error);
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Title order={2}>{t('create.title')}</Title>
        <Controller
          control={control}
          name="folder"
          render={({ field }) => (
            <FolderField
              purpose="create"
              value={field.value}
              error={say(errors.folder?.message)}
              onChange={field.onChange}
            />
          )}
        />
        <TextInput
          label={t('officerName')}
          description={t('officerNameHint')}
          error={errors.officerName && t('common:required')}
          {...register('officerName')}
        />
        <Controller
          control={control}
          name="passphrase"
          render={({ field }) => (
            <PassphraseField
              measured
              label={t('passphrase')}
              value={field.value}
              error={say(errors.passphrase?.message)}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="repeat"
          render={({ field }) => (
            <PassphraseField
              label={t('repeat')}
              value={field.value}
              error={say(errors.repeat?.message)}
              onChange={field.onChange}
            />
          )}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
