import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Gap, gapFieldsSchema } from '../../../shared/domain/casework/gap.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';

interface GapFormProps {
  readonly caseId: string;
  /** Null for a new one. */
  readonly gap: Gap | null;
  onClose(): void;
}

export function GapForm(props: GapFormProps) {
  const { t } = useTranslation('casework');
  return (
    <FormDialog opened title={t(props.gap === null ? 'gap.add' : 'gap.change')} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ caseId, gap, onClose }: GapFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const create = useSave('gaps.create', t('saved'), onClose);
  const change = useSave('gaps.change', t('saved'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(gapFieldsSchema, {
    defaultValues: { question: gap?.question ?? '', answer: gap?.answer ?? '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (gap === null) create.save({ caseId, fields });
    else change.save({ id: gap.id, version: gap.version, fields });
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
          label={t('gap.question')}
          error={message(formState.errors.question)}
          {...register('question')}
        />
        {gap !== null && (
          <Textarea
            autosize
            minRows={2}
            label={t('gap.answer')}
            description={t('gap.answerHint')}
            error={message(formState.errors.answer)}
            {...register('answer')}
          />
        )}
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
