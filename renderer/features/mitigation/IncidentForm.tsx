import { Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  type Incident,
  type IncidentFields,
  incidentFieldsSchema,
} from '../../../shared/domain/mitigation/incident.ts';
import { scale, threatKinds } from '../../../shared/domain/mitigation/threat.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { RisksField } from './RisksField.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

type IncidentInput = z.input<typeof incidentFieldsSchema>;

interface IncidentFormProps {
  /** Left out for a new one. */
  readonly incident?: Incident;
  onClose(): void;
}

export function IncidentForm(props: IncidentFormProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog
      opened
      title={t(props.incident === undefined ? 'incident.add' : 'incident.change')}
      size={760}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

function initial(incident: Incident | undefined): IncidentInput {
  if (incident === undefined)
    return {
      kind: 'violence',
      happenedOn: dayFromToday(0),
      place: '',
      summary: '',
      severity: 2,
      course: [],
      response: '',
      lessons: '',
      riskIds: [],
    };
  const { id: _i, version: _v, createdAt: _c, createdBy: _b, changedAt: _h, changedBy: _y, ...rest } = incident;
  const { removed: _r, number: _n, ...fields } = rest;
  return fields;
}

/** What an officer left empty is not there. */
const whenWritten = (value: string): string | undefined => (value.trim() === '' ? undefined : value);

function Fields({ incident, onClose }: IncidentFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const create = useSave('incidents.create', t('incident.saved'), onClose);
  const change = useSave('incidents.change', t('incident.saved'), onClose);
  const form = useSchemaForm(incidentFieldsSchema, { defaultValues: initial(incident) });
  const { register, control, handleSubmit, formState } = form;
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (incident === undefined) create.save({ fields });
    else change.save({ id: incident.id, version: incident.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <TextInput
          data-autofocus
          withAsterisk
          label={t('incident.summary')}
          error={message(errors.summary)}
          {...register('summary')}
        />
        <SimpleGrid cols={3} spacing="sm">
          <ChoiceControl
            control={control}
            name="kind"
            label={t('incident.kind')}
            data={threatKinds.map((value) => ({ value, label: t(`threat.${value}`) }))}
          />
          <DayControl required control={control} name="happenedOn" label={t('incident.on')} />
          <TextInput
            label={t('incident.at')}
            placeholder="21:15"
            error={message(errors.happenedAt)}
            {...register('happenedAt', { setValueAs: whenWritten })}
          />
          <TextInput
            label={t('block.block')}
            error={message(errors.block)}
            {...register('block', { setValueAs: whenWritten })}
          />
          <TextInput label={t('incident.place')} error={message(errors.place)} {...register('place')} />
          <Controller
            control={control}
            name="severity"
            render={({ field }) => (
              <Select
                label={t('incident.severity')}
                allowDeselect={false}
                data={scale.map((step) => ({ value: String(step), label: t(`impactOf.${step}`) }))}
                value={String(field.value)}
                onChange={(value) => field.onChange(Number(value))}
              />
            )}
          />
        </SimpleGrid>
        <CourseField form={form} />
        <SimpleGrid cols={2} spacing="sm">
          <Textarea autosize minRows={2} label={t('incident.response')} {...register('response')} />
          <Textarea autosize minRows={2} label={t('incident.lessons')} {...register('lessons')} />
        </SimpleGrid>
        <Controller
          control={control}
          name="riskIds"
          render={({ field }) => (
            <RisksField label={t('incident.risks')} value={field.value} onChange={field.onChange} />
          )}
        />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}

function CourseField({ form }: { readonly form: UseFormReturn<IncidentInput, unknown, IncidentFields> }) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const { control, register, formState, getValues } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'course' });
  return (
    <Stack gap="xs" role="group" aria-label={t('incident.course')}>
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {t('incident.course')}
        </Text>
        <AddRow
          label={t('incident.courseAdd')}
          onAdd={() => append({ on: getValues('happenedOn'), at: '', what: '' })}
        />
      </Group>
      {fields.map(({ id }, index) => (
        <EditRow key={id} removeLabel={t('incident.courseRemove')} onRemove={() => remove(index)}>
          <DayControl required control={control} name={`course.${index}.on`} label={t('incident.on')} />
          <TextInput
            w={90}
            label={t('incident.at')}
            placeholder="21:40"
            error={message(formState.errors.course?.[index]?.at)}
            {...register(`course.${index}.at`)}
          />
          <TextInput
            flex={1}
            label={t('incident.step')}
            error={message(formState.errors.course?.[index]?.what)}
            {...register(`course.${index}.what`)}
          />
        </EditRow>
      ))}
    </Stack>
  );
}
