import { Select, Stack, Textarea } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Operation,
  operationStandingSchema,
  operationStates,
  operationStateSchema,
} from '../../../shared/domain/coordination/operation.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

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
        <Controller
          control={control}
          name="state"
          render={({ field }) => (
            <Select
              data-autofocus
              ref={field.ref}
              label={t('operation.state')}
              allowDeselect={false}
              data={operationStates.map((value) => ({ value, label: t(`operationState.${value}`) }))}
              value={field.value}
              onChange={(value) => field.onChange(operationStateSchema.safeParse(value).data ?? field.value)}
            />
          )}
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
