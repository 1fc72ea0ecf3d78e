import { Button, Group, Stack } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { tellDone } from '../../lib/tell.tsx';
import { newPassphraseShape, repeated } from '../vault/newPassphrase.ts';
import { PassphraseField } from '../vault/PassphraseField.tsx';

const formSchema = z
  .strictObject({ before: z.string().min(1), ...newPassphraseShape })
  .refine(repeated.check, repeated.issue);

/** The officer's own passphrase; the one before has to be known. */
export function OwnPassphrase() {
  const { t } = useTranslation('officers');
  const issueText = useIssueText();
  const change = useChange('officers.changePassphrase');
  const { control, handleSubmit, reset, formState } = useSchemaForm(formSchema, {
    defaultValues: { before: '', passphrase: '', repeat: '' },
  });
  const { errors } = formState;
  const submit = handleSubmit(({ before, passphrase }) =>
    change.mutate(
      { before, after: passphrase },
      {
        onSuccess: () => {
          reset();
          tellDone(t('passphrase.done'));
        },
      },
    ),
  );
  const labels = { before: t('passphrase.before'), passphrase: t('passphrase.after'), repeat: t('vault:repeat') };
  return (
    <Section title={t('passphrase.title')} note={t('passphrase.note')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {(['before', 'passphrase', 'repeat'] as const).map((name) => (
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
          <FormError error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" disabled={!formState.isDirty} loading={change.isPending || formState.isSubmitting}>
              {t('passphrase.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
