import { Group, MultiSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { indicatorKindSchema, indicatorKinds } from '../../../shared/domain/mitigation/indicator.ts';
import {
  assessmentFieldsSchema,
  measureStates,
  type Risk,
  riskFieldsSchema,
} from '../../../shared/domain/mitigation/risk.ts';
import { threatKinds } from '../../../shared/domain/mitigation/threat.ts';
import { TagsField } from '../../components/TagsField.tsx';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { RatingFields } from './RatingFields.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

/** The threat, and how it is rated when it is first written down. */
const formSchema = z.strictObject({ fields: riskFieldsSchema, assessment: assessmentFieldsSchema });
type FormInput = z.input<typeof formSchema>;
type FormOutput = z.infer<typeof formSchema>;

const reviewDays = 90;
const measureDays = 30;

interface RiskFormProps {
  /** Left out for a new one. */
  readonly risk?: Risk;
  onClose(): void;
}

export function RiskForm(props: RiskFormProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog
      opened
      title={t(props.risk === undefined ? 'risk.add' : 'risk.change')}
      size={820}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

function initial(risk: Risk | undefined): FormInput {
  const unchanged = { likelihood: 1, impact: 1, reason: '–' };
  if (risk !== undefined) {
    const { title, kind, blocks, causes, controls, indicators, measures, residual, reviewOn } = risk;
    const fields = { title, kind, blocks, causes, controls, indicators, measures, residual, reviewOn };
    return { fields, assessment: unchanged };
  }
  return {
    fields: {
      title: '',
      kind: 'drugs',
      blocks: [],
      causes: '',
      controls: '',
      indicators: [],
      measures: [],
      residual: { likelihood: 2, impact: 2 },
      reviewOn: dayFromToday(reviewDays),
    },
    assessment: { likelihood: 3, impact: 3, reason: '' },
  };
}

function Fields({ risk, onClose }: RiskFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const create = useSave('risks.create', t('risk.saved'), onClose);
  const change = useSave('risks.change', t('risk.saved'), onClose);
  const form = useSchemaForm(formSchema, { defaultValues: initial(risk) });
  const { register, control, handleSubmit, formState, watch, setValue } = form;
  const errors = formState.errors.fields;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ fields, assessment }) => {
    if (risk === undefined) create.save({ fields, assessment });
    else change.save({ id: risk.id, version: risk.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={create.error ?? change.error} />
        <TextInput
          data-autofocus
          withAsterisk
          label={t('risk.title')}
          error={message(errors?.title)}
          {...register('fields.title')}
        />
        <SimpleGrid cols={3} spacing="sm">
          <ChoiceControl
            control={control}
            name="fields.kind"
            label={t('risk.kind')}
            data={threatKinds.map((value) => ({ value, label: t(`threat.${value}`) }))}
          />
          <Controller
            control={control}
            name="fields.blocks"
            render={({ field }) => (
              <TagsField
                label={t('risk.blocks')}
                description={t('risk.blocksHint')}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <DayControl required control={control} name="fields.reviewOn" label={t('risk.reviewOn')} />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <Textarea autosize minRows={2} label={t('risk.causes')} {...register('fields.causes')} />
          <Textarea autosize minRows={2} label={t('risk.controls')} {...register('fields.controls')} />
        </SimpleGrid>
        <Controller
          control={control}
          name="fields.indicators"
          render={({ field }) => (
            <MultiSelect
              label={t('risk.indicators')}
              data={indicatorKinds.map((value) => ({ value, label: t(`indicatorKind.${value}`) }))}
              value={field.value}
              onChange={(chosen) => field.onChange(indicatorKindSchema.array().parse(chosen))}
            />
          )}
        />
        {risk === undefined && (
          <>
            <RatingFields
              value={{ likelihood: watch('assessment.likelihood'), impact: watch('assessment.impact') }}
              onChange={({ likelihood, impact }) => {
                setValue('assessment.likelihood', likelihood, { shouldDirty: true });
                setValue('assessment.impact', impact, { shouldDirty: true });
              }}
            />
            <Textarea
              withAsterisk
              autosize
              minRows={1}
              label={t('risk.reason')}
              error={message(formState.errors.assessment?.reason)}
              {...register('assessment.reason')}
            />
          </>
        )}
        <RatingFields
          of={t('risk.residual')}
          value={watch('fields.residual')}
          onChange={(residual) => setValue('fields.residual', residual, { shouldDirty: true })}
        />
        <MeasuresField form={form} />
        <FormButtons save={t('common:save')} busy={create.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}

function MeasuresField({ form }: { readonly form: UseFormReturn<FormInput, unknown, FormOutput> }) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'fields.measures' });
  return (
    <Stack gap="xs" role="group" aria-label={t('measure.title')}>
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {t('measure.title')}
        </Text>
        <AddRow
          label={t('measure.add')}
          onAdd={() => append({ what: '', owner: '', due: dayFromToday(measureDays), state: 'planned', outcome: '' })}
        />
      </Group>
      {fields.map(({ id }, index) => {
        const problem = formState.errors.fields?.measures?.[index];
        return (
          <EditRow key={id} removeLabel={t('measure.remove')} onRemove={() => remove(index)}>
            <SimpleGrid cols={5} spacing="xs" flex={1}>
              <TextInput
                label={t('measure.what')}
                error={message(problem?.what)}
                {...register(`fields.measures.${index}.what`)}
              />
              <TextInput
                label={t('measure.owner')}
                error={message(problem?.owner)}
                {...register(`fields.measures.${index}.owner`)}
              />
              <DayControl required control={control} name={`fields.measures.${index}.due`} label={t('measure.due')} />
              <ChoiceControl
                control={control}
                name={`fields.measures.${index}.state`}
                label={t('measure.state')}
                data={measureStates.map((value) => ({ value, label: t(`measureState.${value}`) }))}
              />
              <TextInput
                label={t('measure.outcome')}
                error={message(problem?.outcome)}
                {...register(`fields.measures.${index}.outcome`)}
              />
            </SimpleGrid>
          </EditRow>
        );
      })}
    </Stack>
  );
}
