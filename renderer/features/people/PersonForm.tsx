import { zodResolver } from '@hookform/resolvers/zod';
import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type PersonFields, personFieldsSchema } from '../../../shared/domain/person.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { TagsField } from '../../components/TagsField.tsx';
import { withoutBlanks } from './forms/blank.ts';
import { FormButtons } from './forms/FormButtons.tsx';
import { useDialogForm } from './forms/FormDialog.tsx';
import { TextListField } from './forms/TextListField.tsx';
import { issueKey, useIssueText } from '../../lib/forms.ts';
import { useFreshValues } from './forms/useFreshValues.ts';
import { RolesField } from './RolesField.tsx';
import { DayControl } from '../../components/DayControl.tsx';

const check = zodResolver(personFieldsSchema, { error: issueKey });
const resolver: Resolver<PersonFields> = (values, context, options) =>
  check({ ...values, addresses: withoutBlanks(values.addresses) }, context, options);

/** Numbers as the registers' are kept, so that the same phone is found again; an unknown shape stays as typed. */
function canonical(phones: readonly string[]): string[] {
  const all = phones.flatMap((phone) => {
    const found = canonicalPhones(phone);
    return found.length === 0 ? [phone] : found;
  });
  return [...new Set(all)];
}

interface PersonFormProps {
  readonly initial: PersonFields;
  readonly save: string;
  readonly busy: boolean;
  readonly failure: ReactNode;
  onSave(fields: PersonFields): void;
}

export function PersonForm({ initial, save, busy, failure, onSave }: PersonFormProps) {
  const { t } = useTranslation('people');
  const message = useIssueText();
  const form = useForm<PersonFields>({ resolver, defaultValues: initial });
  const { control, register, formState } = form;
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);

  useFreshValues(form, initial);

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
        <Stack gap="sm">
          {failure}
          <SimpleGrid cols={2} spacing="sm">
            <TextInput
              data-autofocus
              withAsterisk
              label={t('field.name')}
              description={t('field.nameHint')}
              error={message(errors.name)}
              {...register('name')}
            />
            <Controller
              control={control}
              name="aliases"
              render={({ field: { value, onChange } }) => (
                <TagsField
                  label={t('field.aliases')}
                  description={t('field.tagsHint')}
                  value={value}
                  error={message(errors.aliases?.root ?? errors.aliases?.find?.((each) => each !== undefined))}
                  onChange={onChange}
                />
              )}
            />
          </SimpleGrid>
          <RolesField />
          <SimpleGrid cols={2} spacing="sm">
            <Controller
              control={control}
              name="nationalIds"
              render={({ field: { value, onChange } }) => (
                <TagsField
                  label={t('field.nationalIds')}
                  description={t('field.nationalIdsHint')}
                  value={value}
                  error={message(errors.nationalIds?.find?.((each) => each !== undefined))}
                  onChange={onChange}
                />
              )}
            />
            <Controller
              control={control}
              name="phones"
              render={({ field: { value, onChange } }) => (
                <TagsField
                  label={t('field.phones')}
                  description={t('field.phonesHint')}
                  value={value}
                  error={message(errors.phones?.find?.((each) => each !== undefined))}
                  onChange={(phones) => onChange(canonical(phones))}
                />
              )}
            />
            <DayControl control={control} name="birthDate" label={t('field.birthDate')} />
          </SimpleGrid>
          <Controller
            control={control}
            name="addresses"
            render={({ field: { value, onChange } }) => (
              <TextListField
                label={t('field.addresses')}
                lineLabel={(n) => t('field.addressN', { n })}
                addLabel={t('field.addAddress')}
                value={value}
                error={message(errors.addresses?.find?.((each) => each !== undefined))}
                onChange={onChange}
              />
            )}
          />
          <Textarea
            label={t('field.notes')}
            autosize
            minRows={2}
            maxRows={8}
            error={message(errors.notes)}
            {...register('notes')}
          />
          <FormButtons save={save} busy={busy} onCancel={requestClose} />
        </Stack>
      </form>
    </FormProvider>
  );
}
