import { Alert, Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { isLongEnough, minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { useChange } from '../../lib/api.ts';
import { errorText } from '../../lib/tell.tsx';
import { FolderField } from './FolderField.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import type { Step } from './VaultGate.tsx';

const formSchema = z
  .strictObject({
    folder: z.string().min(1, 'folderMissing'),
    recoveryKey: requiredText(400),
    newPassphrase: z.string().refine(isLongEnough, 'passphraseRule'),
    repeat: z.string(),
  })
  .refine((form) => form.newPassphrase === form.repeat, { path: ['repeat'], message: 'repeatDiffers' });

interface RecoverVaultProps {
  readonly folder: string | null;
  onStep(step: Step): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function RecoverVault({ folder, onStep, onOpened }: RecoverVaultProps) {
  const { t } = useTranslation('vault');
  const recover = useChange('vault.recover');
  const { control, handleSubmit, register, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { folder: folder ?? '', recoveryKey: '', newPassphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const say = (message: string | undefined): string | undefined =>
    message === undefined ? undefined : t(message, { minimum: minimumPassphraseLength });
  const submit = handleSubmit(async ({ repeat: _, ...input }) => {
    try {
      onOpened(await recover.mutateAsync(input));
    } catch {
      // Shown above the buttons.
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Title order={2}>{t('recover.title')}</Title>
        <Controller
          control={control}
          name="folder"
          render={({ field }) => (
            <FolderField
              purpose="open"
              value={field.value}
              error={say(errors.folder?.message)}
              onChange={field.onChange}
            />
          )}
        />
        <Textarea
          label={t('recover.key')}
          description={t('recover.keyHint')}
          autosize
          minRows={2}
          spellCheck={false}
          error={errors.recoveryKey && t('common:required')}
          {...register('recoveryKey')}
        />
        <Controller
          control={control}
          name="newPassphrase"
          render={({ field }) => (
            <PassphraseField
              measured
              label={t('recover.new')}
              value={field.value}
              error={say(errors.newPassphrase?.message)}
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
        {recover.error !== null && (
          <Alert color="red" icon={<IconAlertTriangle size={16} />} role="alert">
            {errorText(recover.error)}
          </Alert>
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            onClick={() => onStep(folder === null ? { kind: 'welcome' } : { kind: 'unlock', folder })}
          >
            {t('common:back')}
          </Button>
          <Button type="submit" loading={recover.isPending}>
            {t('recover.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
