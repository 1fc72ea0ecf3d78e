import { Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { MeetingFields } from '../../../shared/domain/coordination/meeting.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyControl } from './AgencyControl.tsx';
import { DayControl } from '../../components/DayControl.tsx';

const weekDays = 7;

/** What is to be done, by whom, until when. */
export function ActionsField({ form }: { readonly form: UseFormReturn<MeetingFields, unknown, MeetingFields> }) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const { control, register, formState } = form;
  // Their own identifiers stay theirs; the list's keys go by another name.
  const { fields, append, remove } = useFieldArray({ control, name: 'actions', keyName: 'key' });
  return (
    <Fieldset legend={t('meeting.actions')}>
      <Stack gap="sm">
        {fields.map(({ key }, index) => {
          const errors = formState.errors.actions?.[index];
          return (
            <EditRow key={key} removeLabel={t('removeRow', { number: index + 1 })} onRemove={() => remove(index)}>
              <Stack gap="xs" flex={1}>
                <TextInput
                  withAsterisk
                  label={t('action.what')}
                  error={message(errors?.what)}
                  {...register(`actions.${index}.what`)}
                />
                <SimpleGrid cols={3} spacing="xs">
                  <TextInput
                    withAsterisk
                    label={t('action.who')}
                    error={message(errors?.who)}
                    {...register(`actions.${index}.who`)}
                  />
                  <AgencyControl control={control} name={`actions.${index}.agency`} />
                  <DayControl required control={control} name={`actions.${index}.dueOn`} label={t('action.dueOn')} />
                </SimpleGrid>
              </Stack>
            </EditRow>
          );
        })}
        <AddRow
          label={t('meeting.addAction')}
          onAdd={() => append({ what: '', who: '', agency: '', dueOn: dayFromToday(weekDays) })}
        />
      </Stack>
    </Fieldset>
  );
}
