import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Commitment,
  type CommitmentFields,
  commitmentFieldsSchema,
} from '../../../shared/domain/coordination/commitment.ts';
import { useCall } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import { type FieldProblem, useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { AgencyControl } from './AgencyControl.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';

interface CommitmentFormProps {
  /** Left out for a new one. */
  readonly commitment?: Commitment;
  onClose(): void;
}

export function CommitmentForm(props: CommitmentFormProps) {
  const { t } = useTranslation('coordination');
  return (
    <FormDialog
      opened
      title={t(props.commitment === undefined ? 'commitment.add' : 'commitment.change')}
      size={720}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

const monthDays = 30;
const blank = (): CommitmentFields => ({
  what: '',
  owedBy: '',
  owedTo: '',
  source: { kind: 'agreement', title: '' },
  schedule: { kind: 'once', dueOn: dayFromToday(monthDays) },
});

const fieldsOf = ({ what, owedBy, owedTo, source, schedule }: Commitment): CommitmentFields => ({
  what,
  owedBy,
  owedTo,
  source,
  schedule,
});

function Fields({ commitment, onClose }: CommitmentFormProps) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const create = useSave('commitments.create', t('saved'), onClose);
  const change = useSave('commitments.change', t('saved'), onClose);
  const { register, control, handleSubmit, formState } = useSchemaForm(commitmentFieldsSchema, {
    defaultValues: commitment === undefined ? blank() : fieldsOf(commitment),
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (commitment === undefined) create.save({ fields });
    else change.save({ id: commitment.id, version: commitment.version, fields });
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
          label={t('commitment.what')}
          error={message(errors.what)}
          {...register('what')}
        />
        <SimpleGrid cols={2} spacing="sm">
          {(['owedBy', 'owedTo'] as const).map((name) => (
            <AgencyControl key={name} control={control} name={name} label={t(`commitment.${name}`)} />
          ))}
        </SimpleGrid>
        <Controller
          control={control}
          name="source"
          render={({ field }) => (
            <SourceFields value={field.value} error={message(innerProblem(errors.source))} onChange={field.onChange} />
          )}
        />
        <Controller
          control={control}
          name="schedule"
          render={({ field }) => (
            <ScheduleFields
              value={field.value}
              error={message(innerProblem(errors.schedule))}
              onChange={field.onChange}
            />
          )}
        />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}

/** One of several shapes; whichever of its fields is wrong, it is told at the one that is shown. */
function innerProblem(problem: object | undefined): FieldProblem {
  if (problem === undefined) return undefined;
  const parts: readonly unknown[] = Object.values(problem);
  for (const part of parts)
    if (typeof part === 'object' && part !== null && 'message' in part && typeof part.message === 'string')
      return { message: part.message };
  return undefined;
}

interface SourceFieldsProps {
  readonly value: CommitmentFields['source'];
  readonly error: string | undefined;
  onChange(source: CommitmentFields['source']): void;
}

function SourceFields({ value, error, onChange }: SourceFieldsProps) {
  const { t } = useTranslation('coordination');
  const meetings = useCall('meetings.list', {});
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={t('commitment.sourceKind')}
        allowDeselect={false}
        value={value.kind}
        data={[
          { value: 'meeting', label: t('commitment.fromMeeting') },
          { value: 'agreement', label: t('commitment.fromAgreement') },
        ]}
        onChange={(kind) =>
          onChange(kind === 'meeting' ? { kind: 'meeting', meetingId: '' } : { kind: 'agreement', title: '' })
        }
      />
      {value.kind === 'meeting' ? (
        <Select
          withAsterisk
          searchable
          label={t('commitment.meeting')}
          allowDeselect={false}
          value={value.meetingId === '' ? null : value.meetingId}
          error={error}
          data={(meetings.data ?? []).map(({ id, title, day }) => ({ value: id, label: `${title}, ${showDay(day)}` }))}
          onChange={(meetingId) => onChange({ kind: 'meeting', meetingId: meetingId ?? '' })}
        />
      ) : (
        <TextInput
          withAsterisk
          label={t('commitment.agreement')}
          value={value.title}
          error={error}
          onChange={(event) => onChange({ kind: 'agreement', title: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}
