import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredText } from '../../../shared/domain/basics.ts';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { tellDone } from '../../lib/tell.tsx';
import { KeyFileField } from '../vault/KeyFileField.tsx';
import { NewKeyFile } from '../vault/NewKeyFile.tsx';
import { newPassphraseShape, repeated } from '../vault/newPassphrase.ts';
import { PassphraseField } from '../vault/PassphraseField.tsx';

const formSchema = z
  .strictObject({
    before: z.string().min(1),
    /** The key file there is; null where none is needed. */
    keyFile: requiredText(4096).nullable(),
    ...newPassphraseShape,
    keep: z.boolean(),
    /** Where a new key file goes; null for none. */
    newKeyFile: requiredText(4096).nullable(),
  })
  .refine(repeated.check, repeated.issue);

/** The officer's own passphrase; the one before has to be known, with its key file where it needs one. */
export function OwnPassphrase() {
  const { t } = useTranslation('officers');
  const lock = useCall('officers.ownLock', {});
  const { data } = lock;
  const note =
    data === undefined
      ? t('passphrase.note')
      : `${t('passphrase.note')} ${t('passphrase.lock', { memory: data.memoryKiB / 1024, passes: data.passes })}`;
  return (
    <Section title={t('passphrase.title')} note={note}>
      {data !== undefined && (
        <PassphraseForm key={String(data.keyFile)} needsKeyFile={data.keyFile} onChanged={() => void lock.refetch()} />
      )}
    </Section>
  );
}

interface PassphraseFormProps {
  readonly needsKeyFile: boolean;
  onChanged(): void;
}

function PassphraseForm({ needsKeyFile, onChanged }: PassphraseFormProps) {
  const { t } = useTranslation('officers');
  const issueText = useIssueText();
  const change = useChange('officers.changePassphrase');
  const { control, handleSubmit, reset, setValue, formState } = useSchemaForm(formSchema, {
    defaultValues: {
      before: '',
      keyFile: needsKeyFile ? '' : null,
      passphrase: '',
      repeat: '',
      keep: needsKeyFile,
      newKeyFile: null,
    },
  });
  const { errors } = formState;
  const [keep, newKeyFile] = useWatch({ control, name: ['keep', 'newKeyFile'] });
  const submit = handleSubmit((form) =>
    change.mutate(
      {
        before: form.before,
        keyFile: form.keyFile ?? undefined,
        after: form.passphrase,
        newKeyFile: form.keep
          ? { kind: 'same' }
          : form.newKeyFile === null
            ? { kind: 'none' }
            : { kind: 'make', path: form.newKeyFile },
      },
      {
        onSuccess: () => {
          reset();
          onChanged();
          tellDone(t('passphrase.done'));
        },
      },
    ),
  );
  const passphrase = (name: 'before' | 'passphrase' | 'repeat', label: string) => (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur } }) => (
        <PassphraseField
          measured={name === 'passphrase'}
          label={label}
          value={value}
          error={issueText(errors[name])}
          onChange={onChange}
          onBlur={onBlur}
        />
      )}
    />
  );
  function setFuture(choice: string): void {
    setValue('keep', choice === 'same', { shouldDirty: true });
    setValue('newKeyFile', choice === 'make' ? '' : null, { shouldDirty: true });
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {passphrase('before', t('passphrase.before'))}
        {needsKeyFile && (
          <Controller
            control={control}
            name="keyFile"
            render={({ field: { value, onChange } }) => (
              <KeyFileField purpose="use" value={value ?? ''} error={issueText(errors.keyFile)} onChange={onChange} />
            )}
          />
        )}
        {passphrase('passphrase', t('passphrase.after'))}
        {passphrase('repeat', t('vault:repeat'))}
        {needsKeyFile && (
          <SegmentedControl
            aria-label={t('passphrase.keyFile')}
            data={[
              { value: 'same', label: t('passphrase.keyFileSame') },
              { value: 'make', label: t('passphrase.keyFileMake') },
              { value: 'none', label: t('passphrase.keyFileNone') },
            ]}
            value={keep ? 'same' : newKeyFile === null ? 'none' : 'make'}
            onChange={setFuture}
          />
        )}
        <Controller
          control={control}
          name="newKeyFile"
          render={({ field: { value, onChange } }) =>
            needsKeyFile ? (
              <>
                {value !== null && (
                  <KeyFileField purpose="make" value={value} error={issueText(errors.newKeyFile)} onChange={onChange} />
                )}
              </>
            ) : (
              <NewKeyFile value={value} error={issueText(errors.newKeyFile)} onChange={onChange} />
            )
          }
        />
        <FormError error={change.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!formState.isDirty} loading={change.isPending || formState.isSubmitting}>
            {t('passphrase.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
