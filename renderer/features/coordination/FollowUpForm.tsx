import { Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { followUpSchema, type Meeting, type MeetingAction } from '../../../shared/domain/coordination/meeting.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface FollowUpFormProps {
  readonly meeting: Pick<Meeting, 'id' | 'version'>;
  readonly action: MeetingAction;
  onClose(): void;
}

/** What became of an action, when, and why. */
export function FollowUpForm(props: FollowUpFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog opened title={t('action.followUp')} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

const settled = ['done', 'missed', 'dropped'] as const;

function Fields({ meeting: { id, version }, action, onClose }: FollowUpFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const follow = useSave('meetings.followUp', t('action.followed'), onClose);
  const { register, control, handleSubmit, formState, watch } = useSchemaForm(followUpSchema, {
    defaultValues: { state: 'done', outcome: '', settledOn: dayFromToday(0) },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((followUp) => follow.save({ id, version, actionId: action.id, followUp }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={follow.error} />
        <Text size="sm">{action.what}</Text>
        <ChoiceControl
          first
          control={control}
          name="state"
          label={t('action.state')}
          data={settled.map((value) => ({ value, label: t(`actionState.${value}`) }))}
        />
        <DayControl required control={control} name="settledOn" label={t('action.settledOn')} />
        <Textarea
          autosize
          minRows={2}
          withAsterisk={watch('state') !== 'done'}
          label={t('action.outcome')}
          description={t('action.outcomeHint')}
          error={message(errors.outcome)}
          {...register('outcome')}
        />
        <FormButtons save={t('common:save')} busy={follow.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
