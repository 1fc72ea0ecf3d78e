import { Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredText } from '../../../shared/domain/basics.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

const reasonSchema = z.strictObject({ reason: requiredText(1000) });

interface ReasonFormProps {
  readonly channel: 'risks.close' | 'risks.reopen' | 'cellSearches.cancel';
  readonly about: { readonly id: string; readonly version: number };
  readonly title: string;
  readonly note?: string;
  onClose(): void;
}

/** An act that takes nothing but a reason. */
export function ReasonForm(props: ReasonFormProps) {
  return (
    <FormDialog opened title={props.title} size={520} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ channel, about, title, note, onClose }: ReasonFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const save = useSave(channel, channel === 'cellSearches.cancel' ? t('search.called') : t('risk.saved'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(reasonSchema, { defaultValues: { reason: '' } });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ reason }) => save.save({ ...about, reason }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        {note !== undefined && <Text size="sm">{note}</Text>}
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          label={t('search.reason')}
          error={message(formState.errors.reason)}
          {...register('reason')}
        />
        <FormButtons save={title} busy={save.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
