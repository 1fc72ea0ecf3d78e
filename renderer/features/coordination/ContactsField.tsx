import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OperationFields } from '../../../shared/domain/coordination/operation.ts';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyField } from './AgencyField.tsx';

/** Whom to call during an operation. */
export function ContactsField({ form }: { readonly form: UseFormReturn<OperationFields, unknown, OperationFields> }) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'contacts', keyName: 'key' });
  return (
    <Fieldset legend={t('operation.contacts')}>
      <Stack gap="sm">
        {fields.map(({ key }, index) => {
          const errors = formState.errors.contacts?.[index];
          const input = (name: 'name' | 'role' | 'phone' | 'radio') => (
            <TextInput
              withAsterisk={name === 'name'}
              label={t(`contact.${name}`)}
              error={message(errors?.[name])}
              {...register(`contacts.${index}.${name}`)}
            />
          );
          return (
            <Group key={key} align="flex-end" wrap="nowrap">
              <SimpleGrid cols={5} spacing="xs" flex={1}>
                {input('name')}
                {input('role')}
                <Controller
                  control={control}
                  name={`contacts.${index}.agency`}
                  render={({ field }) => (
                    <AgencyField
                      value={field.value}
                      error={message(errors?.agency)}
                      onChange={field.onChange}
                      onBlur={field.onBlur}
                    />
                  )}
                />
                {input('phone')}
                {input('radio')}
              </SimpleGrid>
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
            onClick={() => append({ name: '', role: '', agency: '', phone: '', radio: '' })}
          >
            {t('operation.addContact')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
