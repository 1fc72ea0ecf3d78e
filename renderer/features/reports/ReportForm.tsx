import { MultiSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { markings } from '../../../shared/domain/basics.ts';
import { opinionParts, priorities, type ReportFields, reportFieldsSchema } from '../../../shared/domain/report.ts';
import { TagsField } from '../../components/TagsField.tsx';
import { useCall } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { HandlingFields } from '../exchange/HandlingFields.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { ReportItemsField } from './ReportItemsField.tsx';
import { ReportSourceField } from './ReportSourceField.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

const autosaveMs = 8000;

interface ReportFormProps {
  readonly initial: ReportFields;
  readonly people: ReportView['people'];
  readonly busy: boolean;
  readonly note: string;
  readonly failure: ReactNode;
  onSave(fields: ReportFields): void;
  onAutosave(fields: ReportFields): Promise<unknown>;
}

export function ReportForm({ initial, people, busy, note, failure, onSave, onAutosave }: ReportFormProps) {
  const { t } = useTranslation('reports');
  const message = useIssueText();
  const form = useSchemaForm(reportFieldsSchema, { defaultValues: initial });
  const { control, register, formState, getValues, reset } = form;
  const { errors, isDirty } = formState;
  const requestClose = useDialogForm(isDirty);
  const cases = useCall('cases.list', {});

  const autosave = useEffectEvent(() => {
    const { data } = reportFieldsSchema.safeParse(getValues());
    if (!isDirty || busy || data === undefined) return;
    // A refusal is shown above the form; the words stay where they are.
    onAutosave(data).then(
      () => reset(getValues(), { keepValues: true, keepErrors: true, keepTouched: true }),
      () => undefined,
    );
  });
  useEffect(() => {
    const timer = setInterval(() => autosave(), autosaveMs);
    return () => clearInterval(timer);
  }, []);

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      <Stack gap="sm">
        {failure}
        <TextInput
          data-autofocus
          withAsterisk
          label={t('subject')}
          error={message(errors.subject)}
          {...register('subject')}
        />
        <SimpleGrid cols={3} spacing="sm">
          <TextInput label={t('field')} error={message(errors.field)} {...register('field')} />
          <ChoiceControl
            control={control}
            name="marking"
            label={t('marking')}
            data={markings.map((value) => ({ value, label: t(`domain:marking.${value}`) }))}
          />
          <ChoiceControl
            control={control}
            name="priority"
            label={t('priorityOf')}
            data={priorities.map((value) => ({ value, label: t(`domain:priority.${value}`) }))}
          />
          {(['informationFrom', 'informationUntil', 'writtenOn'] as const).map((name) => (
            <DayControl
              key={name}
              required={name !== 'informationUntil'}
              control={control}
              name={name}
              label={t(name)}
            />
          ))}
        </SimpleGrid>
        <Controller
          control={control}
          name="source"
          render={({ field }) => (
            <ReportSourceField
              value={field.value}
              error={message(sourceProblem(errors.source))}
              onChange={field.onChange}
            />
          )}
        />
        <SimpleGrid cols={3} spacing="sm">
          {(['relation', 'method', 'place'] as const).map((name) => (
            <TextInput key={name} label={t(name)} error={message(errors[name])} {...register(name)} />
          ))}
        </SimpleGrid>
        <Text fw={600}>{t('facts')}</Text>
        <ReportItemsField form={form} people={people} />
        <Text fw={600}>{t('opinion')}</Text>
        <SimpleGrid cols={2} spacing="sm">
          {opinionParts.map((part) => (
            <Textarea
              key={part}
              autosize
              minRows={2}
              maxRows={8}
              label={t(`opinionPart.${part}`)}
              error={message(errors.opinion?.[part])}
              {...register(`opinion.${part}`)}
            />
          ))}
        </SimpleGrid>
        <Text fw={600}>{t('handling')}</Text>
        <Controller
          control={control}
          name="handling"
          render={({ field }) => <HandlingFields value={field.value} onChange={field.onChange} />}
        />
        <Textarea
          autosize
          minRows={1}
          label={t('risk')}
          description={t('riskHint')}
          error={message(errors.risk)}
          {...register('risk')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Controller
            control={control}
            name="distribution"
            render={({ field }) => (
              <TagsField label={t('distribution')} value={field.value} onChange={field.onChange} />
            )}
          />
          <Controller
            control={control}
            name="caseIds"
            render={({ field }) => (
              <MultiSelect
                searchable
                label={t('cases')}
                value={field.value}
                data={(cases.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
                onChange={field.onChange}
              />
            )}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed" role="status">
          {note}
        </Text>
        <FormButtons save={t('editor.save')} busy={busy} onCancel={requestClose} />
      </Stack>
    </form>
  );
}

/** The source is one of two shapes; whichever field is wrong, it is told at the one that is shown. */
function sourceProblem(problem: object | undefined): { readonly message?: string } | undefined {
  if (problem === undefined) return undefined;
  const parts: readonly unknown[] = Object.values(problem);
  for (const part of parts)
    if (typeof part === 'object' && part !== null && 'message' in part && typeof part.message === 'string')
      return { message: part.message };
  return undefined;
}
