import { Checkbox, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type CellSearch, cellSearchFieldsSchema } from '../../../shared/domain/mitigation/cell-search.ts';
import { TagsField } from '../../components/TagsField.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { RisksField } from './RisksField.tsx';
import { DayControl } from '../../components/DayControl.tsx';

type SearchInput = z.input<typeof cellSearchFieldsSchema>;

interface SearchFormProps {
  /** Left out for a new one. */
  readonly search?: CellSearch;
  /** What a warning fills in already. */
  readonly begun?: Partial<SearchInput>;
  onClose(): void;
}

export function SearchForm(props: SearchFormProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog
      opened
      title={t(props.search === undefined ? 'search.add' : 'search.change')}
      size={720}
      onClose={props.onClose}
    >
      <Fields {...props} />
    </FormDialog>
  );
}

function initial(search: CellSearch | undefined): SearchInput {
  if (search === undefined)
    return {
      plannedOn: dayFromToday(1),
      blocks: [],
      cells: '',
      reason: '',
      legalBasis: '',
      leader: '',
      team: '',
      joint: false,
      riskIds: [],
      warnings: [],
    };
  const { plannedOn, plannedAt, blocks, cells, reason, legalBasis, leader, team, joint, riskIds, warnings } = search;
  const fields = { plannedOn, blocks, cells, reason, legalBasis, leader, team, joint, riskIds, warnings };
  return { ...fields, ...(plannedAt === undefined ? {} : { plannedAt }) };
}

function Fields({ search, begun, onClose }: SearchFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const plan = useSave('cellSearches.plan', t('search.planned'), onClose);
  const change = useSave('cellSearches.change', t('search.planned'), onClose);
  const { register, control, handleSubmit, formState, getFieldState } = useSchemaForm(cellSearchFieldsSchema, {
    defaultValues: { ...initial(search), ...begun },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => {
    if (search === undefined) plan.save({ fields });
    else change.save({ id: search.id, version: search.version, fields });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={plan.error ?? change.error} />
        <SimpleGrid cols={3} spacing="sm">
          <DayControl required control={control} name="plannedOn" label={t('search.on')} />
          <TextInput
            label={t('search.at')}
            placeholder="05:30"
            error={message(errors.plannedAt)}
            {...register('plannedAt', {
              setValueAs: (value: string | undefined) =>
                value === undefined || value.trim() === '' ? undefined : value,
            })}
          />
          <Controller
            control={control}
            name="blocks"
            render={({ field }) => (
              <TagsField
                required
                label={t('search.blocks')}
                value={field.value}
                error={message(getFieldState('blocks', formState).error)}
                onChange={field.onChange}
              />
            )}
          />
        </SimpleGrid>
        <TextInput label={t('search.cells')} description={t('search.cellsHint')} {...register('cells')} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          label={t('search.reason')}
          error={message(errors.reason)}
          {...register('reason')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput withAsterisk label={t('search.leader')} error={message(errors.leader)} {...register('leader')} />
          <TextInput label={t('search.team')} error={message(errors.team)} {...register('team')} />
        </SimpleGrid>
        <TextInput label={t('search.legalBasis')} error={message(errors.legalBasis)} {...register('legalBasis')} />
        <Checkbox label={t('search.joint')} {...register('joint')} />
        <Controller
          control={control}
          name="riskIds"
          render={({ field }) => <RisksField label={t('search.risks')} value={field.value} onChange={field.onChange} />}
        />
        <FormButtons save={t('common:save')} busy={plan.busy || change.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
