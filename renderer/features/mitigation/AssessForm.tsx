import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assessmentFieldsSchema, type Risk } from '../../../shared/domain/mitigation/risk.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { RatingFields } from './RatingFields.tsx';

interface AssessFormProps {
  readonly risk: Risk;
  readonly rating: { readonly likelihood: number; readonly impact: number };
  onClose(): void;
}

/** Rates a threat anew, and says why. */
export function AssessForm(props: AssessFormProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog opened title={`${t('risk.assess')}: ${props.risk.number}`} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ risk, rating, onClose }: AssessFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const save = useSave('risks.assess', t('risk.rated'), onClose);
  const { register, handleSubmit, formState, watch, setValue } = useSchemaForm(assessmentFieldsSchema, {
    defaultValues: { ...rating, reason: '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((assessment) => save.save({ id: risk.id, version: risk.version, assessment }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        <RatingFields
          value={{ likelihood: watch('likelihood'), impact: watch('impact') }}
          onChange={({ likelihood, impact }) => {
            setValue('likelihood', likelihood, { shouldDirty: true });
            setValue('impact', impact, { shouldDirty: true });
          }}
        />
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          label={t('risk.reason')}
          error={message(formState.errors.reason)}
          {...register('reason')}
        />
        <FormButtons save={t('common:save')} busy={save.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
