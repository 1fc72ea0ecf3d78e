import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { type Exhibit, type ExhibitFields, exhibitFieldsSchema, exhibitKinds } from '../../../shared/domain/exhibit.ts';
import { call } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FindField, type FindRow } from './FindField.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface ExhibitDialogProps {
  readonly view: CaseView;
  /** Null for a new one. */
  readonly exhibit: Exhibit | null;
  onClose(): void;
  onSaved(id: string): void;
}

/** What an officer writes down of a thing that was seized. */
export function ExhibitDialog(props: ExhibitDialogProps) {
  const { t } = useTranslation('evidence');
  const title = props.exhibit === null ? t('add') : t('edit', { number: props.exhibit.number });
  return (
    <FormDialog opened title={title} size={720} onClose={props.onClose}>
      <ExhibitForm {...props} />
    </FormDialog>
  );
}

const optional = { setValueAs: (value: string | undefined) => (value?.trim() ? value : undefined) };

function initialOf(caseId: string, exhibit: Exhibit | null): ExhibitFields {
  if (exhibit !== null) return exhibitFieldsSchema.strip().parse(exhibit);
  return {
    caseId,
    kind: 'drug',
    description: '',
    packaging: '',
    seizedOn: dayFromToday(0),
    place: '',
    seizedBy: '',
    note: '',
  };
}

function ExhibitForm({ view, exhibit, onClose, onSaved }: ExhibitDialogProps) {
  const { t } = useTranslation('evidence');
  const message = useIssueText();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useSchemaForm(exhibitFieldsSchema, { defaultValues: initialOf(view.file.id, exhibit) });
  const { control, register, formState } = form;
  const { errors, isDirty, isSubmitting } = formState;
  const readsRegisters = useMay('visits.read');
  const requestClose = useDialogForm(isDirty);

  /** What the register says of it, where nothing was written yet. */
  function takeOver({ item, amount, date, time, place, cell, finder }: FindRow): void {
    const now = form.getValues();
    const put = (name: 'description' | 'place' | 'seizedBy' | 'seizedAt', value: string): void => {
      if ((now[name] ?? '') === '' && value !== '') form.setValue(name, value, { shouldDirty: true });
    };
    put('description', [item, amount].filter(Boolean).join(', '));
    put('place', [place, cell].filter(Boolean).join(', '));
    put('seizedBy', finder);
    put('seizedAt', time ?? '');
    if (exhibit === null) form.setValue('seizedOn', date, { shouldDirty: true });
  }

  async function save(fields: ExhibitFields): Promise<void> {
    try {
      const saved =
        exhibit === null
          ? await call('evidence.add', { fields })
          : await call('evidence.change', { id: exhibit.id, version: exhibit.version, fields });
      tellDone(t(exhibit === null ? 'added' : 'changed', { number: saved.number }));
      onClose();
      onSaved(saved.id);
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <Stack gap="sm">
        <FormFailure error={failure} />
        {readsRegisters && (
          <Controller
            control={control}
            name="findId"
            render={({ field }) => (
              <FindField
                value={field.value}
                onChange={(row) => {
                  field.onChange(row?.id);
                  if (row !== undefined) takeOver(row);
                }}
              />
            )}
          />
        )}
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            withAsterisk
            data-autofocus
            label={t('description')}
            error={message(errors.description)}
            {...register('description')}
          />
          <ChoiceControl
            control={control}
            name="kind"
            label={t('kind')}
            data={exhibitKinds.map((kind) => ({ value: kind, label: t(`domain:exhibitKind.${kind}`) }))}
          />
        </SimpleGrid>
        <SimpleGrid cols={3} spacing="sm">
          {(['gross', 'net', 'count'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(name)}
              placeholder={t(`${name}Example`)}
              error={message(errors[name])}
              {...register(name, optional)}
            />
          ))}
        </SimpleGrid>
        <TextInput label={t('packaging')} error={message(errors.packaging)} {...register('packaging')} />
        <SimpleGrid cols={3} spacing="sm">
          <DayControl required control={control} name="seizedOn" label={t('seizedOn')} />
          <TextInput
            label={t('seizedAt')}
            placeholder="14:30"
            error={message(errors.seizedAt)}
            {...register('seizedAt', optional)}
          />
          <TextInput withAsterisk label={t('place')} error={message(errors.place)} {...register('place')} />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            withAsterisk
            label={t('seizedBy')}
            placeholder={t('officerExample')}
            error={message(errors.seizedBy)}
            {...register('seizedBy')}
          />
          <Controller
            control={control}
            name="personId"
            render={({ field }) => (
              <Select
                clearable
                searchable
                label={t('foundOn')}
                description={t('foundOnHint')}
                data={view.people.map(({ id, name }) => ({ value: id, label: name }))}
                value={field.value ?? null}
                onChange={(value) => field.onChange(value ?? undefined)}
                onBlur={field.onBlur}
              />
            )}
          />
        </SimpleGrid>
        <Textarea label={t('note')} autosize minRows={2} error={message(errors.note)} {...register('note')} />
        <FormButtons
          save={exhibit === null ? t('save') : t('common:save')}
          busy={isSubmitting}
          onCancel={requestClose}
        />
      </Stack>
    </form>
  );
}
