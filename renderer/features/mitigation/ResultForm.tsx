import { Checkbox, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type CellSearch, searchResultFieldsSchema } from '../../../shared/domain/mitigation/cell-search.ts';
import { findKinds } from '../../../shared/domain/mitigation/find-kind.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

type ResultInput = z.input<typeof searchResultFieldsSchema>;

interface ResultFormProps {
  readonly search: CellSearch;
  onClose(): void;
}

/** What a search came to: every thing that was found, or that there was none. */
export function ResultForm(props: ResultFormProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog opened title={`${t('search.hold')}: ${props.search.number}`} size={900} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function initial({ plannedOn, result }: CellSearch): ResultInput {
  if (result === undefined) return { heldOn: plannedOn, found: [], notes: '', inRegister: false };
  const { heldOn, found, notes, inRegister } = result;
  return { heldOn, found, notes, inRegister };
}

function Fields({ search, onClose }: ResultFormProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const save = useSave('cellSearches.hold', t('search.saved'), onClose);
  const { register, control, handleSubmit, formState } = useSchemaForm(searchResultFieldsSchema, {
    defaultValues: initial(search),
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'found' });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((result) => save.save({ id: search.id, version: search.version, result }));
  const blank = { kind: 'phone', what: '', quantity: '', block: search.blocks[0] ?? '', cell: '', note: '' } as const;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        <DayControl required control={control} name="heldOn" label={t('search.held')} />
        <Group justify="space-between">
          <Text fw={600} size="sm">
            {t('search.found')}
          </Text>
          <AddRow label={t('search.foundAdd')} onAdd={() => append({ ...blank })} />
        </Group>
        {fields.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('search.nothing')}
          </Text>
        )}
        {fields.map(({ id }, index) => {
          const problem = errors.found?.[index];
          const text = (name: 'what' | 'quantity' | 'block' | 'cell' | 'note', label: string) => (
            <TextInput label={label} error={message(problem?.[name])} {...register(`found.${index}.${name}`)} />
          );
          return (
            <EditRow key={id} removeLabel={t('search.foundRemove')} onRemove={() => remove(index)}>
              <SimpleGrid cols={6} spacing="xs" flex={1}>
                <ChoiceControl
                  control={control}
                  name={`found.${index}.kind`}
                  label={t('search.kind')}
                  data={findKinds.map((value) => ({ value, label: t(`findKind.${value}`) }))}
                />
                {text('what', t('search.what'))}
                {text('quantity', t('search.quantity'))}
                {text('block', t('block.block'))}
                {text('cell', t('search.cell'))}
                {text('note', t('search.note'))}
              </SimpleGrid>
            </EditRow>
          );
        })}
        <Checkbox label={t('search.inRegister')} description={t('search.inRegisterHint')} {...register('inRegister')} />
        <Textarea autosize minRows={2} label={t('search.notes')} error={message(errors.notes)} {...register('notes')} />
        <FormButtons save={t('common:save')} busy={save.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
