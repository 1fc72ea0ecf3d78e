import { zodResolver } from '@hookform/resolvers/zod';
import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { markingSchema, markings } from '../../../shared/domain/basics.ts';
import { type CaseFields, caseFieldsSchema } from '../../../shared/domain/case.ts';
import { DateField } from '../../components/DateField.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { issueKey, useIssueText } from '../../lib/forms.ts';
import { useFreshValues } from '../people/forms/useFreshValues.ts';

interface CaseFormProps {
  readonly initial: CaseFields;
  readonly save: string;
  readonly busy: boolean;
  readonly failure: ReactNode;
  onSave(fields: CaseFields): void;
}

export function CaseForm({ initial, save, busy, failure, onSave }: CaseFormProps) {
  const { t } = useTranslation('cases');
  const message = useIssueText();
  const form = useForm<CaseFields>({
    resolver: zodResolver(caseFieldsSchema, { error: issueKey }),
    defaultValues: initial,
  });
  const { control, register, formState } = form;
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  useFreshValues(form, initial);

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      <Stack gap="sm">
        {failure}
        <TextInput
          data-autofocus
          withAsterisk
          label={t('field.title')}
          error={message(errors.title)}
          {...register('title')}
        />
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          label={t('field.purpose')}
          description={t('field.purposeHint')}
          error={message(errors.purpose)}
          {...register('purpose')}
        />
        <Textarea
          withAsterisk
          autosize
          minRows={1}
          maxRows={6}
          label={t('field.legalBasis')}
          description={t('field.legalBasisHint')}
          error={message(errors.legalBasis)}
          {...register('legalBasis')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Controller
            control={control}
            name="marking"
            render={({ field }) => (
              <Select
                withAsterisk
                ref={field.ref}
                label={t('field.marking')}
                value={field.value}
                allowDeselect={false}
                data={markings.map((marking) => ({ value: marking, label: t(`domain:marking.${marking}`) }))}
                onBlur={field.onBlur}
                onChange={(value) => field.onChange(markingSchema.safeParse(value).data ?? field.value)}
              />
            )}
          />
          <Controller
            control={control}
            name="reviewOn"
            render={({ field }) => (
              <DateField
                required
                label={t('field.reviewOn')}
                value={field.value}
                error={message(errors.reviewOn)}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            )}
          />
        </SimpleGrid>
        <Textarea
          autosize
          minRows={3}
          maxRows={12}
          label={t('field.notes')}
          error={message(errors.notes)}
          {...register('notes')}
        />
        <FormButtons save={save} busy={busy} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
