import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { WarningRow } from '../../../shared/contract/mitigation.ts';
import { text } from '../../../shared/domain/basics.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

const noteSchema = z.strictObject({ note: text(1000) });

interface WarningNoteProps {
  readonly warning: WarningRow;
  readonly act: 'noted' | 'dismissed';
  onClose(): void;
}

/** What was seen or done about a warning. */
export function WarningNote(props: WarningNoteProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog opened title={t(props.act === 'noted' ? 'warning.note' : 'warning.dismiss')} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ warning, act, onClose }: WarningNoteProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const save = useSave('mitigation.warningAct', t(act === 'noted' ? 'warning.noted' : 'warning.dismissed'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(noteSchema, { defaultValues: { note: '' } });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ note }) => save.save({ key: warning.key, act, note }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          label={t('warning.noteLabel')}
          description={t('warning.noteHint')}
          error={message(formState.errors.note)}
          {...register('note')}
        />
        <FormButtons save={t('common:save')} busy={save.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
