import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type CaseFact, caseFactFieldsSchema } from '../../../shared/domain/casework/case-fact.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { GradeField } from '../cases/GradeField.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';
import { DayControl } from '../../components/DayControl.tsx';

interface FactFormProps {
  readonly caseId: string;
  /** Null for a new one. */
  readonly fact: CaseFact | null;
  onClose(): void;
}

export function FactForm(props: FactFormProps) {
  const { t } = useTranslation('casework');
  return (
    <FormDialog opened title={t(props.fact === null ? 'fact.add' : 'fact.change')} size={720} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ caseId, fact, onClose }: FactFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const create = useSave('facts.create', t('saved'), onClose);
  const change = useSave('facts.change', t('saved'), onClose);
  const { register, control, handleSubmit, formState } = useSchemaForm(caseFactFieldsSchema, {
    defaultValues: {
      text: fact?.text ?? '',
      source: fact?.source ?? '',
      grade: fact?.grade ?? { scheme: 'admiralty', source: '', information: '' },
      isKey: fact?.isKey ?? true,
      ...(fact?.on === undefined ? {} : { on: fact.on }),
    },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (fact === null) create.save({ caseId, fields });
    else change.save({ id: fact.id, version: fact.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          maxRows={8}
          label={t('fact.text')}
          description={t('fact.textHint')}
          error={message(errors.text)}
          {...register('text')}
        />
        <TextInput withAsterisk label={t('fact.source')} error={message(errors.source)} {...register('source')} />
        <Controller
          control={control}
          name="grade"
          render={({ field }) => (
            <GradeField
              value={field.value}
              inputRef={field.ref}
              sourceError={message(errors.grade?.source)}
              informationError={message(errors.grade?.information)}
              onChange={field.onChange}
            />
          )}
        />
        <DayControl control={control} name="on" label={t('fact.on')} />
        <Checkbox label={t('fact.isKey')} {...register('isKey')} />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
