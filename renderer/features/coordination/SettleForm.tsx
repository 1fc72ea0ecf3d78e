import { Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Commitment, settlementSchema } from '../../../shared/domain/coordination/commitment.ts';
import { showDay } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

interface SettleFormProps {
  readonly commitment: Pick<Commitment, 'id' | 'version' | 'what'>;
  readonly dueOn: string;
  readonly state: 'kept' | 'missed';
  onClose(): void;
}

/** What shows that a commitment was kept on a day it was due, or was not. */
export function SettleForm(props: SettleFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog opened title={`${t(`commitment.${props.state}`)}: ${showDay(props.dueOn)}`} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ commitment: { id, version, what }, dueOn, state, onClose }: SettleFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const settle = useSave('commitments.settle', t('commitment.settled'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(settlementSchema, {
    defaultValues: { dueOn, state, evidence: '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ evidence }) => settle.save({ id, version, dueOn, settlement: { state, evidence } }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={settle.error} />
        <Text size="sm">{what}</Text>
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          label={t('commitment.evidence')}
          error={message(formState.errors.evidence)}
          {...register('evidence')}
        />
        <FormButtons save={t('common:save')} busy={settle.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
