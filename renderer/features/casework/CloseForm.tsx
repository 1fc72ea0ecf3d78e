import { Select, Stack, Text, Textarea } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Case, caseOutcomes, closingFieldsSchema } from '../../../shared/domain/case.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';

interface CloseFormProps {
  readonly file: Case;
  onClose(): void;
}

export function CloseForm(props: CloseFormProps) {
  const { t } = useTranslation('casework');
  return (
    <FormDialog opened title={t('standing.closeTitle', { number: props.file.number })} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ file, onClose }: CloseFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const close = useSave('cases.close', t('standing.closedDone'), onClose);
  const { register, control, handleSubmit, formState } = useSchemaForm(closingFieldsSchema, {
    defaultValues: { reason: '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((closing) => close.save({ id: file.id, version: file.version, closing }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={close.error} />
        <Controller
          control={control}
          name="outcome"
          render={({ field }) => (
            <Select
              data-autofocus
              withAsterisk
              ref={field.ref}
              label={t('standing.outcome')}
              placeholder={t('cases:grade.choose')}
              allowDeselect={false}
              data={caseOutcomes.map((value) => ({ value, label: t(`domain:caseOutcome.${value}`) }))}
              value={field.value ?? null}
              error={message(formState.errors.outcome)}
              onBlur={field.onBlur}
              onChange={(value) => field.onChange(caseOutcomes.find((each) => each === value))}
            />
          )}
        />
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          label={t('standing.whyClose')}
          description={t('standing.inLog')}
          error={message(formState.errors.reason)}
          {...register('reason')}
        />
        <Text size="sm" c="dimmed">
          {t('standing.closeNote')}
        </Text>
        <FormButtons save={t('standing.close')} busy={close.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
