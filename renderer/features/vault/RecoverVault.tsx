import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../shared/contract.ts';
import { requiredText, text } from '../../../shared/domain/basics.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { FormError } from '../../components/FormError.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FolderField } from './FolderField.tsx';
import { newPassphraseShape, repeated } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { SharesField } from './SharesField.tsx';
import type { Step } from './steps.ts';

const formSchema = z
  .strictObject({
    folder: requiredText(4096),
    officerName: text(120),
    recovery: z.array(requiredText(400)).min(1),
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
  const { control, getValues, handleSubmit, register, setValue, formState } = useSchemaForm(formSchema, {
    defaultValues: { folder: known ?? '', officerName: '', recovery: [], passphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const chosen = useWatch({ control, name: 'folder' });
  const asked = useCall('vault.readRecovery', { folder: chosen, pieces: [] }, { enabled: chosen !== '' });
  const split = asked.data !== undefined && asked.data.needed > 1 ? asked.data : null;
  const refusal = recover.error === null ? null : toSinergiError(recover.error).code;
  const needsName = getValues('officerName') !== '' || refusal === 'officer-required' || refusal === 'officer-unknown';
  const submit = handleSubmit(({ folder, officerName, recovery, passphrase }) =>
    recover.mutate(
      { folder, recovery, newPassphrase: passphrase, ...(officerName === '' ? {} : { officerName }) },
      { onSuccess: onOpened },
    ),
  );

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <div>
          <Title order={2}>{t('recover.title')}</Title>
          <Text size="sm" c="dimmed">
            {split === null ? t('recover.text') : t('recover.sharesText', { needed: split.needed, made: split.made })}
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
              onChange={(folder) => {
                field.onChange(folder);
                // What was typed belongs to the vault before.
                setValue('recovery', []);
              }}
            />
          )}
        />
        {needsName && <TextInput label={t('officerName')} {...register('officerName')} />}
        <Controller
          control={control}
          name="recovery"
          render={({ field: { value, onChange, onBlur }, fieldState }) =>
            split === null ? (
              <Textarea
                label={t('recover.key')}
                description={t('recover.keyHint')}
                autosize
                minRows={2}
                spellCheck={false}
                autoComplete="off"
                value={value[0] ?? ''}
                error={issueText(fieldState.error)}
                onChange={({ currentTarget: { value: typed } }) => onChange(typed === '' ? [] : [typed])}
                onBlur={onBlur}
              />
            ) : (
              <SharesField
                key={chosen}
                folder={chosen}
                asked={split}
                value={value}
                error={issueText(fieldState.error)}
                onChange={onChange}
              />
            )
          }
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
        <FormError error={recover.error ?? asked.error} />
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
