import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Meeting } from '../../../shared/domain/coordination/meeting.ts';
import { requiredText } from '../../../shared/domain/basics.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

interface CorrectionFormProps {
  readonly meeting: Pick<Meeting, 'id' | 'version'>;
  onClose(): void;
}

/** A correction beneath approved minutes. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog opened title={t('meeting.correct')} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

const correctionSchema = z.strictObject({ text: requiredText(4000) });

function Fields({ meeting: { id, version }, onClose }: CorrectionFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const correct = useSave('meetings.correct', t('saved'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(correctionSchema, { defaultValues: { text: '' } });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ text }) => correct.save({ id, version, text }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={correct.error} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={3}
          label={t('meeting.correctText')}
          description={t('meeting.correctHint')}
          error={message(formState.errors.text)}
          {...register('text')}
        />
        <FormButtons save={t('common:save')} busy={correct.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
