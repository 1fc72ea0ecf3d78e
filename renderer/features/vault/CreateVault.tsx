import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { recoverySplitSchema } from '../../../shared/domain/recovery.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FolderField } from './FolderField.tsx';
import { NewKeyFile } from './NewKeyFile.tsx';
import { newPassphraseShape, repeated } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { RecoverySheets } from './RecoverySheets.tsx';
import { SplitField } from './SplitField.tsx';

const formSchema = z
  .strictObject({
    folder: requiredText(4096),
    officerName: requiredText(120),
    ...newPassphraseShape,
    shares: recoverySplitSchema.nullable(),
    keyFile: requiredText(4096).nullable(),
    training: z.boolean(),
  })
  .refine(repeated.check, repeated.issue);

interface CreateVaultProps {
  onBack(): void;
  /** From now on the vault may be open although its recovery key has not been put away. */
  onHold(): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function CreateVault({ onBack, onHold, onOpened }: CreateVaultProps) {
  const { t } = useTranslation('vault');
  const issueText = useIssueText();
  const create = useChange('vault.create');
  const [made, setMade] = useState<{ recovery: readonly string[]; officerName: string } | null>(null);
  const { control, getValues, handleSubmit, register, formState } = useSchemaForm(formSchema, {
    defaultValues: {
      folder: '',
      officerName: '',
      passphrase: '',
      repeat: '',
      shares: null,
      keyFile: null,
      training: false,
    },
  });
  const { errors } = formState;

  if (made !== null)
    return (
      <RecoverySheets
        recovery={made.recovery}
        split={getValues('shares')}
        onDone={() => onOpened({ officerName: made.officerName, cutOff: false, readOnly: false, doubted: false })}
      />
    );

  const submit = handleSubmit(({ folder, officerName, passphrase, shares, keyFile, training }) => {
    onHold();
    create.mutate(
      { folder, officerName, passphrase, shares: shares ?? undefined, keyFile: keyFile ?? undefined, training },
      { onSuccess: ({ recovery }) => setMade({ recovery, officerName }) },
    );
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <div>
          <Title order={2}>{t('create.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('create.text')}
          </Text>
        </div>
        <Controller
          control={control}
          name="folder"
          render={({ field }) => (
            <FolderField
              purpose="create"
              value={field.value}
              error={issueText(errors.folder)}
              onChange={field.onChange}
            />
          )}
        />
        <TextInput
          label={t('officerName')}
          description={t('officerNameHint')}
          error={issueText(errors.officerName)}
          {...register('officerName')}
        />
        <Controller
          control={control}
          name="passphrase"
          render={({ field: { value, onChange, onBlur } }) => (
            <PassphraseField
              measured
              label={t('passphrase')}
              value={value}
              error={issueText(errors.passphrase)}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        />
        <Controller
          control={control}
          name="repeat"
          render={({ field: { value, onChange, onBlur } }) => (
            <PassphraseField
              label={t('repeat')}
              value={value}
              error={issueText(errors.repeat)}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        />
        <Controller
          control={control}
          name="keyFile"
          render={({ field: { value, onChange } }) => (
            <NewKeyFile value={value} error={issueText(errors.keyFile)} onChange={onChange} />
          )}
        />
        <Controller
          control={control}
          name="shares"
          render={({ field: { value, onChange } }) => <SplitField value={value} onChange={onChange} />}
        />
        <Checkbox label={t('training:vault.label')} description={t('training:vault.hint')} {...register('training')} />
        <FormError error={create.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={create.isPending}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={create.isPending || formState.isSubmitting}>
            {t('create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
