import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { officerNameSchema } from '../../../shared/domain/officer.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { NewKeyFile } from '../vault/NewKeyFile.tsx';
import { newPassphraseShape, repeated } from '../vault/newPassphrase.ts';
import { PassphraseField } from '../vault/PassphraseField.tsx';

const formSchema = z
  .strictObject({
    officerName: officerNameSchema,
    invitation: requiredText(100),
    ...newPassphraseShape,
    keyFile: requiredText(4096).nullable(),
  })
  .refine(repeated.check, repeated.issue);

interface ActivateOfficerProps {
  readonly folder: string;
  onBack(): void;
  onOpened(report: Output<'vault.open'>): void;
}

/** Where an invited officer sets the passphrase that only they know. */
export function ActivateOfficer({ folder, onBack, onOpened }: ActivateOfficerProps) {
  const { t } = useTranslation('officers');
  const issueText = useIssueText();
  const activate = useChange('vault.activate');
  const { control, handleSubmit, register, formState } = useSchemaForm(formSchema, {
    defaultValues: { officerName: '', invitation: '', passphrase: '', repeat: '', keyFile: null },
  });
  const { errors } = formState;
  const submit = handleSubmit(({ officerName, invitation, passphrase, keyFile }) =>
    activate.mutate(
      { folder, officerName, invitation, newPassphrase: passphrase, keyFile: keyFile ?? undefined },
      { onSuccess: onOpened },
    ),
  );
  const labels = { passphrase: t('activate.passphrase'), repeat: t('vault:repeat') };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <div>
          <Title order={2}>{t('activate.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('activate.text')}
          </Text>
        </div>
        <TextInput label={t('activate.name')} error={issueText(errors.officerName)} {...register('officerName')} />
        <TextInput
          label={t('invite.code')}
          spellCheck={false}
          autoComplete="off"
          error={issueText(errors.invitation)}
          {...register('invitation')}
        />
        {(['passphrase', 'repeat'] as const).map((name) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field: { value, onChange, onBlur } }) => (
              <PassphraseField
                measured={name === 'passphrase'}
                label={labels[name]}
                value={value}
                error={issueText(errors[name])}
                onChange={onChange}
                onBlur={onBlur}
              />
            )}
          />
        ))}
        <Controller
          control={control}
          name="keyFile"
          render={({ field: { value, onChange } }) => (
            <NewKeyFile value={value} error={issueText(errors.keyFile)} onChange={onChange} />
          )}
        />
        <FormError error={activate.error} />
        <Group justify="space-between">
          <Button variant="default" disabled={activate.isPending} onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={activate.isPending || formState.isSubmitting}>
            {t('activate.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
