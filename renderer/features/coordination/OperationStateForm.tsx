import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type Operation,
  operationStandingSchema,
  operationStates,
} from '../../../shared/domain/coordination/operation.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface OperationStateFormProps {
  readonly operation: Operation;
  onClose(): void;
}

/** Where an operation stands, and what came of it when it is over. */
export function OperationStateForm(props: OperationStateFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog opened title={t('operation.set')} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ operation: { id, version, state, outcome }, onClose }: OperationStateFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const set = useSave('operations.set', t('saved'), onClose);
  const { register, control, handleSubmit, formState } = useSchemaForm(operationStandingSchema, {
    defaultValues: { state, outcome },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => set.save({ id, version, ...fields }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={set.error} />
        <ChoiceControl
          first
          control={control}
          name="state"
          label={t('operation.state')}
          data={operationStates.map((value) => ({ value, label: t(`operationState.${value}`) }))}
        />
        <Textarea
          autosize
          minRows={2}
          label={t('operation.outcome')}
          description={t('operation.outcomeHint')}
          error={message(formState.errors.outcome)}
          {...register('outcome')}
        />
        <FormButtons save={t('common:save')} busy={set.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
