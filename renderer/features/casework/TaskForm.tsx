import { Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Casework } from '../../../shared/contract/casework.ts';
import { isAnswered } from '../../../shared/domain/casework/gap.ts';
import { type Task, type TaskFields, taskFieldsSchema, taskStates } from '../../../shared/domain/casework/task.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useOpenVault } from '../../lib/officer.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface TaskFormProps {
  readonly caseId: string;
  readonly work: Pick<Casework, 'gaps' | 'owners'>;
  /** Left out for a new one. */
  readonly task?: Task;
  /** What is filled in already. */
  readonly begun?: Partial<TaskFields>;
  onClose(): void;
}

export function TaskForm(props: TaskFormProps) {
  const { t } = useTranslation('casework');
  return (
    <FormDialog
      opened
      title={t(props.task === undefined ? 'task.add' : 'task.change')}
      size={720}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

const weekDays = 7;

/** Without what is the vault's to write. */
export function taskFieldsOf({ what, owner, dueOn, bringForwardOn, state, gapId, outcome }: Task): TaskFields {
  return { what, owner, dueOn, bringForwardOn, state, outcome, ...(gapId === undefined ? {} : { gapId }) };
}

function Fields({ caseId, work, task, begun, onClose }: TaskFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const own = useOpenVault()?.officerId ?? '';
  const create = useSave('tasks.create', t('saved'), onClose);
  const change = useSave('tasks.change', t('saved'), onClose);
  const blank: TaskFields = {
    what: '',
    owner: own,
    dueOn: dayFromToday(2 * weekDays),
    bringForwardOn: dayFromToday(weekDays),
    state: 'open',
    outcome: '',
  };
  const { register, control, handleSubmit, formState, watch } = useSchemaForm(taskFieldsSchema, {
    defaultValues: { ...(task === undefined ? blank : taskFieldsOf(task)), ...begun },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const state = watch('state');
  const submit = handleSubmit((fields) => {
    if (task === undefined) create.save({ caseId, fields });
    else change.save({ id: task.id, version: task.version, fields });
  });
  const owners = work.owners.map(({ id, name }) => ({ value: id, label: name }));
  const gaps = work.gaps
    .filter((gap) => !isAnswered(gap) || gap.id === task?.gapId)
    .map(({ id, number, question }) => ({ value: id, label: `${t('gap.named', { number })} · ${question}` }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          label={t('task.what')}
          error={message(errors.what)}
          {...register('what')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <ChoiceControl
            required
            control={control}
            name="owner"
            label={t('task.owner')}
            description={t('task.ownerHint')}
            data={owners}
          />
          <Controller
            control={control}
            name="gapId"
            render={({ field }) => (
              <Select
                clearable
                clearButtonProps={{ 'aria-label': t('task.noGap') }}
                ref={field.ref}
                label={t('task.gap')}
                description={t('task.gapHint')}
                data={gaps}
                value={field.value ?? null}
                onChange={(value) => field.onChange(value ?? undefined)}
              />
            )}
          />
          <DayControl required control={control} name="dueOn" label={t('task.dueOn')} />
          <DayControl required control={control} name="bringForwardOn" label={t('task.bringForwardOn')} />
          {task !== undefined && (
            <ChoiceControl
              control={control}
              name="state"
              label={t('task.state')}
              data={taskStates.map((value) => ({ value, label: t(`domain:taskState.${value}`) }))}
            />
          )}
        </SimpleGrid>
        {task !== undefined && (
          <Textarea
            withAsterisk={state === 'done' || state === 'dropped'}
            autosize
            minRows={2}
            label={t('task.outcome')}
            description={t('task.outcomeHint')}
            error={message(errors.outcome)}
            {...register('outcome')}
          />
        )}
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
