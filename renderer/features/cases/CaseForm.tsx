import { zodResolver } from '@hookform/resolvers/zod';
import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { markings } from '../../../shared/domain/basics.ts';
import { type CaseFields, caseFieldsSchema } from '../../../shared/domain/case.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { issueKey, useIssueText } from '../../lib/forms.ts';
import { useFreshValues } from '../people/forms/useFreshValues.ts';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

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
          <ChoiceControl
            required
            control={control}
            name="marking"
            label={t('field.marking')}
            data={markings.map((marking) => ({ value: marking, label: t(`domain:marking.${marking}`) }))}
          />
          <DayControl required control={control} name="reviewOn" label={t('field.reviewOn')} />
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
