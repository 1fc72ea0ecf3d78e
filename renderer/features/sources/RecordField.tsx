import { Select, Stack, TextInput } from '@mantine/core';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type SourceCard, tipOutcomes } from '../../../shared/domain/source.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText } from '../../lib/forms.ts';
import { FieldGroup } from '../people/forms/FieldGroup.tsx';
import { DayControl } from '../../components/DayControl.tsx';

/** What became of things the source said, one line each. */
export function RecordField() {
  const { t } = useTranslation('sources');
  const message = useIssueText();
  const { control, formState, register } = useFormContext<SourceCard>();
  const { fields, append, remove } = useFieldArray({ control, name: 'record' });
  return (
    <FieldGroup label={t('card.record')}>
      <Stack gap="xs">
        {fields.map((line, index) => (
          <EditRow key={line.id} removeLabel={t('card.removeRecord', { n: index + 1 })} onRemove={() => remove(index)}>
            <DayControl required control={control} name={`record.${index}.on`} label={t('card.on')} />
            <TextInput
              flex={1}
              withAsterisk
              label={t('card.about')}
              error={message(formState.errors.record?.[index]?.about)}
              {...register(`record.${index}.about`)}
            />
            <Controller
              control={control}
              name={`record.${index}.outcome`}
              render={({ field }) => (
                <Select
                  w={180}
                  label={t('card.outcomeTitle')}
                  value={field.value}
                  allowDeselect={false}
                  data={tipOutcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
                  onChange={field.onChange}
                />
              )}
            />
          </EditRow>
        ))}
        <AddRow label={t('card.addRecord')} onAdd={() => append({ on: dayFromToday(0), about: '', outcome: 'open' })} />
      </Stack>
    </FieldGroup>
  );
}
