import { Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { MeetingFields } from '../../../shared/domain/coordination/meeting.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { useCall } from '../../lib/api.ts';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyControl } from './AgencyControl.tsx';

/** Who was there: officers of this vault, or others by name, rank and agency. */
export function AttendeesField({ form }: { readonly form: UseFormReturn<MeetingFields, unknown, MeetingFields> }) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const { control, register, formState, getValues } = form;
  const { fields, append, remove, update } = useFieldArray({ control, name: 'attendees', keyName: 'key' });
  const known = useCall('officers.list', {});
  const officers = (known.data ?? []).filter(({ status }) => status !== 'disabled');
  const own = useCall('coordination.agencies', {}).data?.[0] ?? '';
  /** Naming an officer fills in what is known of them; naming none leaves what was typed. */
  function name(index: number, officerId: string | null): void {
    const { name: typed, rank, agency } = getValues(`attendees.${index}`);
    const officer = officers.find(({ id }) => id === officerId);
    if (officer === undefined) update(index, { name: typed, rank, agency });
    else update(index, { officerId: officer.id, name: officer.name, rank, agency: agency === '' ? own : agency });
  }
  return (
    <Fieldset legend={t('meeting.attendees')}>
      <Stack gap="sm">
        {fields.map(({ key, officerId }, index) => {
          const errors = formState.errors.attendees?.[index];
          return (
            <EditRow key={key} removeLabel={t('removeRow', { number: index + 1 })} onRemove={() => remove(index)}>
              <SimpleGrid cols={4} spacing="xs" flex={1}>
                <Select
                  clearable
                  clearButtonProps={{ 'aria-label': t('attendee.free') }}
                  label={t('attendee.officer')}
                  placeholder={t('attendee.free')}
                  data={officers.map((officer) => ({ value: officer.id, label: officer.name }))}
                  value={officerId ?? null}
                  onChange={(id) => name(index, id)}
                />
                <TextInput
                  withAsterisk
                  label={t('attendee.name')}
                  error={message(errors?.name)}
                  {...register(`attendees.${index}.name`)}
                />
                <TextInput
                  label={t('attendee.rank')}
                  error={message(errors?.rank)}
                  {...register(`attendees.${index}.rank`)}
                />
                <AgencyControl control={control} name={`attendees.${index}.agency`} />
              </SimpleGrid>
            </EditRow>
          );
        })}
        <AddRow label={t('meeting.addAttendee')} onAdd={() => append({ name: '', rank: '', agency: '' })} />
      </Stack>
    </Fieldset>
  );
}
