import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Operation,
  type OperationFields,
  operationFieldsOf,
  operationFieldsSchema,
} from '../../../shared/domain/coordination/operation.ts';
import { shared } from '../../../shared/domain/handling.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { CasesField } from './CasesField.tsx';
import { ContactsField } from './ContactsField.tsx';
import { MarkingFields } from './MarkingFields.tsx';
import { PhasesField } from './PhasesField.tsx';

interface OperationFormProps {
  /** Left out for a new one. */
  readonly operation?: Operation;
  onClose(): void;
}

export function OperationForm(props: OperationFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog
      opened
      title={t(props.operation === undefined ? 'operation.add' : 'operation.change')}
      size={900}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

const blank: OperationFields = {
  name: '',
  purpose: '',
  legalBasis: '',
  marking: 'rahasia',
  handling: shared,
  phases: [],
  contacts: [],
  caseIds: [],
  risks: '',
  notes: '',
  state: 'planned',
  outcome: '',
};

function Fields({ operation, onClose }: OperationFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const create = useSave('operations.create', t('saved'), onClose);
  const change = useSave('operations.change', t('saved'), onClose);
  const form = useSchemaForm(operationFieldsSchema, {
    defaultValues: operation === undefined ? blank : operationFieldsOf(operation),
  });
  const { register, control, handleSubmit, formState, watch, setValue } = form;
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (operation === undefined) create.save({ fields });
    else change.save({ id: operation.id, version: operation.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <TextInput
          data-autofocus
          withAsterisk
          label={t('operation.name')}
          error={message(errors.name)}
          {...register('name')}
        />
        <SimpleGrid cols={2} spacing="sm">
          {(['purpose', 'legalBasis'] as const).map((name) => (
            <Textarea
              key={name}
              withAsterisk
              autosize
              minRows={2}
              label={t(`operation.${name}`)}
              error={message(errors[name])}
              {...register(name)}
            />
          ))}
        </SimpleGrid>
        <MarkingFields
          marking={watch('marking')}
          handling={watch('handling')}
          onMarking={(marking) => setValue('marking', marking, { shouldDirty: true })}
          onHandling={(handling) => setValue('handling', handling, { shouldDirty: true })}
        />
        <Controller
          control={control}
          name="caseIds"
          render={({ field }) => <CasesField value={field.value} onChange={field.onChange} />}
        />
        <PhasesField form={form} />
        <ContactsField form={form} />
        <SimpleGrid cols={2} spacing="sm">
          {(['risks', 'notes'] as const).map((name) => (
            <Textarea
              key={name}
              autosize
              minRows={2}
              label={t(`operation.${name}`)}
              error={message(errors[name])}
              {...register(name)}
            />
          ))}
        </SimpleGrid>
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
