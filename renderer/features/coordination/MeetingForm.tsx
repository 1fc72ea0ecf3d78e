import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Meeting,
  type MeetingFields,
  meetingFieldsOf,
  meetingFieldsSchema,
} from '../../../shared/domain/coordination/meeting.ts';
import { shared } from '../../../shared/domain/handling.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { ActionsField } from './ActionsField.tsx';
import { AttendeesField } from './AttendeesField.tsx';
import { CasesField } from './CasesField.tsx';
import { LinesField } from './LinesField.tsx';
import { MarkingFields } from './MarkingFields.tsx';
import { DayControl } from '../../components/DayControl.tsx';

interface MeetingFormProps {
  /** Left out for a new one. */
  readonly meeting?: Meeting;
  onClose(): void;
}

export function MeetingForm(props: MeetingFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog
      opened
      title={t(props.meeting === undefined ? 'meeting.add' : 'meeting.change')}
      size={900}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

const blank = (): MeetingFields => ({
  title: '',
  day: dayFromToday(0),
  time: '09:00',
  place: '',
  marking: 'terbatas',
  handling: shared,
  agenda: [],
  attendees: [],
  minutes: '',
  decisions: [],
  caseIds: [],
  actions: [],
});

function Fields({ meeting, onClose }: MeetingFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const create = useSave('meetings.create', t('saved'), onClose);
  const change = useSave('meetings.change', t('saved'), onClose);
  const form = useSchemaForm(meetingFieldsSchema, {
    defaultValues: meeting === undefined ? blank() : meetingFieldsOf(meeting),
  });
  const { register, control, handleSubmit, formState, watch, setValue } = form;
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (meeting === undefined) create.save({ fields });
    else change.save({ id: meeting.id, version: meeting.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <TextInput
          data-autofocus
          withAsterisk
          label={t('meeting.title')}
          error={message(errors.title)}
          {...register('title')}
        />
        <SimpleGrid cols={3} spacing="sm">
          <DayControl required control={control} name="day" label={t('meeting.day')} />
          <TextInput
            withAsterisk
            label={t('meeting.time')}
            placeholder="09:00"
            error={message(errors.time)}
            {...register('time')}
          />
          <TextInput withAsterisk label={t('meeting.place')} error={message(errors.place)} {...register('place')} />
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
          render={({ field }) => <CasesField value={field.value ?? []} onChange={field.onChange} />}
        />
        <Controller
          control={control}
          name="agenda"
          render={({ field }) => (
            <LinesField
              label={t('meeting.agenda')}
              value={field.value}
              error={message(firstProblem(errors.agenda))}
              onChange={field.onChange}
            />
          )}
        />
        <AttendeesField form={form} />
        <Textarea
          autosize
          minRows={3}
          maxRows={16}
          label={t('meeting.minutes')}
          error={message(errors.minutes)}
          {...register('minutes')}
        />
        <Controller
          control={control}
          name="decisions"
          render={({ field }) => (
            <LinesField
              label={t('meeting.decisions')}
              value={field.value}
              error={message(firstProblem(errors.decisions))}
              onChange={field.onChange}
            />
          )}
        />
        <ActionsField form={form} />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}

type Problem = { readonly message?: string | undefined } | undefined;

/** The list itself is wrong, or the first of its lines that is. */
function firstProblem(problem: (Problem & { readonly [index: number]: Problem }) | undefined): Problem {
  if (problem?.message !== undefined) return problem;
  return Array.isArray(problem) ? problem.find((each: Problem) => each !== undefined) : undefined;
}
