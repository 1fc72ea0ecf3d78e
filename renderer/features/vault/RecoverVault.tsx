import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FolderField } from './FolderField.tsx';
import { newPassphraseShape, repeated } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import type { Step } from './steps.ts';

const formSchema = z
  .strictObject({ folder: requiredText(4096), recoveryKey: requiredText(400), ...newPassphraseShape })
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
  const { control, handleSubmit, register, formState } = useSchemaForm(formSchema, {
    defaultValues: { folder: known ?? '', recoveryKey: '', passphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const submit = handleSubmit(({ folder, recoveryKey, passphrase }) =>
    recover.mutate({ folder, recoveryKey, newPassphrase: passphrase }, { onSuccess: onOpened }),
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
