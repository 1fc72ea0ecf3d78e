import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { MeetingFields } from '../../../shared/domain/coordination/meeting.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyField } from './AgencyField.tsx';
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
            <Group key={key} align="flex-end" wrap="nowrap">
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
                  <Controller
                    control={control}
                    name={`actions.${index}.agency`}
                    render={({ field }) => (
                      <AgencyField
                        value={field.value}
                        error={message(errors?.agency)}
                        onChange={field.onChange}
                        onBlur={field.onBlur}
                      />
                    )}
                  />
                  <DayControl required control={control} name={`actions.${index}.dueOn`} label={t('action.dueOn')} />
                </SimpleGrid>
              </Stack>
              <ActionIcon
                variant="subtle"
                color="gray"
                mb={4}
                aria-label={t('removeRow', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => append({ what: '', who: '', agency: '', dueOn: dayFromToday(weekDays) })}
          >
            {t('meeting.addAction')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
