import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText, text } from '../../../shared/domain/basics.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FolderField } from './FolderField.tsx';
import { newPassphraseShape, repeated } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import type { Step } from './steps.ts';

const formSchema = z
  .strictObject({
    folder: requiredText(4096),
    officerName: text(120),
    recoveryKey: requiredText(400),
    ...newPassphraseShape,
  })
  .refine(repeated.check, repeated.issue);

interface RecoverVaultProps {
  readonly folder: string | null;
  onStep(step: Step): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function RecoverVault({ folder: known, onStep, onOpened }: RecoverVaultProps) {
  const { t } = useTranslation('vault');
  const issueText = useIssueText();
  const recover = useChange('vault.recover');
  const { control, getValues, handleSubmit, register, formState } = useSchemaForm(formSchema, {
    defaultValues: { folder: known ?? '', officerName: '', recoveryKey: '', passphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const refusal = recover.error === null ? null : toSinergiError(recover.error).code;
  const needsName = getValues('officerName') !== '' || refusal === 'officer-required' || refusal === 'officer-unknown';
  const submit = handleSubmit(({ folder, officerName, recoveryKey, passphrase }) =>
    recover.mutate(
      { folder, recoveryKey, newPassphrase: passphrase, ...(officerName === '' ? {} : { officerName }) },
      { onSuccess: onOpened },
    ),
  );

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <div>
          <Title order={2}>{t('recover.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('recover.text')}
          </Text>
        </div>
        <Controller
          control={control}
          name="folder"
          render={({ field }) => (
            <FolderField
              purpose="open"
              value={field.value}
              error={issueText(errors.folder)}
              onChange={field.onChange}
            />
          )}
        />
        {needsName && <TextInput label={t('officerName')} {...register('officerName')} />}
        <Textarea
          label={t('recover.key')}
          description={t('recover.keyHint')}
          autosize
          minRows={2}
          spellCheck={false}
          autoComplete="off"
          error={issueText(errors.recoveryKey)}
          {...register('recoveryKey')}
        />
        <Controller
          control={control}
          name="passphrase"
          render={({ field: { value, onChange, onBlur } }) => (
            <PassphraseField
              measured
              label={t('recover.new')}
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
        <FormError error={recover.error} />
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={recover.isPending}
            onClick={() => onStep(known === null ? { kind: 'welcome' } : { kind: 'unlock', folder: known })}
          >
            {t('common:back')}
          </Button>
          <Button type="submit" loading={recover.isPending || formState.isSubmitting}>
            {t('recover.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
