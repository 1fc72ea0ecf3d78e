import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Hypothesis, hypothesisFieldsSchema } from '../../../shared/domain/casework/hypothesis.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';

interface HypothesisFormProps {
  readonly caseId: string;
  /** Null for a new one. */
  readonly hypothesis: Hypothesis | null;
  onClose(): void;
}

export function HypothesisForm(props: HypothesisFormProps) {
  const { t } = useTranslation('casework');
  return (
    <FormDialog
      opened
      title={t(props.hypothesis === null ? 'hypothesis.add' : 'hypothesis.change')}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ caseId, hypothesis, onClose }: HypothesisFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const create = useSave('hypotheses.create', t('saved'), onClose);
  const change = useSave('hypotheses.change', t('saved'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(hypothesisFieldsSchema, {
    defaultValues: { statement: hypothesis?.statement ?? '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (hypothesis === null) create.save({ caseId, fields });
    else change.save({ id: hypothesis.id, version: hypothesis.version, fields });
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
          maxRows={6}
          label={t('hypothesis.statement')}
          description={t('hypothesis.statementHint')}
          error={message(formState.errors.statement)}
          {...register('statement')}
        />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
